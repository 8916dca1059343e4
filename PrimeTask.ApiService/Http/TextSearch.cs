namespace PrimeTask.ApiService.Http;

/// <summary>Searches for what people typed: % and _ are plain characters.</summary>
public static class TextSearch
{
    public const string Escape = @"\";

    /// <summary>For <c>ILIKE … ESCAPE</c>.</summary>
    public static string Pattern(string search) => $"%{search.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";

    /// <summary>
    /// Whether the text has a trigram that an index can find: three letters or digits in a row, fewer beside a space or sign within the text
    /// (pg_trgm puts two blanks before a word and one after it).
    /// </summary>
    public static bool IsIndexed(string search)
    {
        for (var start = 0; start < search.Length; start++)
        {
            var end = start;
            while (end < search.Length && char.IsLetterOrDigit(search[end]))
                end++;
            if (end > start && end - start + (start > 0 ? 2 : 0) + (end < search.Length ? 1 : 0) >= 3)
                return true;
            start = end;
        }

        return false;
    }
}
