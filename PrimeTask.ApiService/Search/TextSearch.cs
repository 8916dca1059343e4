using System.Globalization;
using System.Text;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Search;

/// <summary>
/// Searches for what people typed, in any case: each word, or phrase in quotes, has to be somewhere in the text (decision 11). % and _ are plain characters.
/// </summary>
public sealed class TextSearch
{
    /// <summary>For the API's documentation.</summary>
    public const string Description =
        "in any case. All words have to be there, in any order, also as parts of others; \"two words\" in quotes are looked for as they stand there, and what follows a quote that is never closed too.";

    public const string Escape = @"\";

    /// <summary>Between the texts that are searched together; no search reaches across it, as nobody can look for a control character.</summary>
    public const string Separator = "\u0001";

    private readonly string[] _words;
    private readonly HashSet<string> _quoted;

    private TextSearch(string[] words, IEnumerable<string> quoted)
    {
        // What has a word has its parts.
        _words = words = [.. words.Where(word => !words.Any(other => other.Length > word.Length && other.Contains(word, StringComparison.Ordinal)))];
        _quoted = [.. quoted];
        Patterns = [.. words.Select(Pattern)];
        IndexPatterns = [.. Patterns.Union(words.Select(Key).Select(Pattern))];
        IsIndexed = words.Any(word => HasTrigram(Key(word)));
    }

    /// <summary>For <c>LIKE … ESCAPE</c>: the text has to match all.</summary>
    public string[] Patterns { get; }

    /// <summary>Those that find the same by an index of trigrams, on every database.</summary>
    public string[] IndexPatterns { get; }

    /// <summary>Whether an index of trigrams is any help.</summary>
    public bool IsIndexed { get; }

    /// <returns>Null when nothing is looked for.</returns>
    public static TextSearch? Read(QueryReader query) => query.Text("search") is { } text && WireText.IsClean(text) ? For(text) : null;

    /// <summary>To compare titles with, where nothing has these words; null where none of them may be mistyped. What is quoted never may.</summary>
    public MistypedWords? Mistyped
    {
        get
        {
            var words = _words.Where(word => !_quoted.Contains(word) && MistypedWords.Accepts(word)).ToArray();
            return words.Length == 0 ? null : new([.. _words.Except(words)], words);
        }
    }

    /// <returns>Null when nothing is looked for.</returns>
    public static TextSearch? For(string text)
    {
        var parts = Split(CaseFolding.Fold(text)).ToArray();
        return parts.Length == 0 ? null : new([.. parts.Select(part => part.Text).Distinct()], parts.Where(part => part.IsQuoted).Select(part => part.Text));
    }

    /// <summary>
    /// What is kept to search texts in, or null where that follows from the texts: they are ASCII, and small letters are all there is to fold. After the folded
    /// texts comes their <see cref="Key"/>.
    /// </summary>
    public static string? Kept(params string[] texts)
    {
        if (texts.All(text => Ascii.IsValid(text)))
            return null;
        var folded = string.Join(Separator, texts.Select(CaseFolding.Fold));
        return folded + Separator + Key(folded);
    }

    /// <summary>
    /// The folded text with a capital A to Z for each letter, mark or digit outside ASCII. In a database whose locale is C, pg_trgm takes ASCII letters and digits
    /// alone for parts of words; so it has trigrams of others too. Nobody finds a capital, because what people look for is folded.
    /// </summary>
    private static string Key(string folded)
    {
        var key = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes())
            key.Append(rune.IsAscii || !IsPartOfWord(rune) ? rune.ToString() : ((char)('A' + (rune.Value % 26))).ToString());
        return key.ToString();
    }

    private static bool IsPartOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static string Pattern(string word) => $"%{word.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";

    private static IEnumerable<(string Text, bool IsQuoted)> Split(string text)
    {
        // Every second part stands in quotes.
        var parts = text.Split('"');
        return parts.SelectMany((part, place) => (place % 2 == 1 ? [part] : part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Select(word => (word, place % 2 == 1)))
            .Where(part => part.word.Length > 0);
    }

    /// <summary>
    /// Three letters or digits in a row, fewer beside a space or sign within the text (pg_trgm puts two blanks before a word and one after it).
    /// </summary>
    private static bool HasTrigram(string key)
    {
        for (var start = 0; start < key.Length; start++)
        {
            var end = start;
            while (end < key.Length && char.IsAsciiLetterOrDigit(key[end]))
                end++;
            if (end > start && end - start + (start > 0 ? 2 : 0) + (end < key.Length ? 1 : 0) >= 3)
                return true;
            start = end;
        }

        return false;
    }
}
