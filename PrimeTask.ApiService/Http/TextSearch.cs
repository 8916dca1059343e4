namespace PrimeTask.ApiService.Http;

/// <summary>Searches for what people typed: % and _ are plain characters.</summary>
public static class TextSearch
{
    public const string Escape = @"\";

    /// <summary>For <c>ILIKE … ESCAPE</c>.</summary>
    public static string Pattern(string search) => $"%{search.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
}
