using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace PrimeTask.ApiService.Search;

/// <summary>
/// Compares titles with words that may be mistyped (decision 31). An error is a letter too many, a missing one, a wrong one, or two that changed places. Words of
/// four to six letters may have one, longer ones two; what a word goes on with does not count, as it may not be typed to its end yet.
/// </summary>
/// <param name="exact">What has to be in the title as it stands, folded.</param>
/// <param name="words">What may be mistyped, folded.</param>
public sealed class MistypedWords(IReadOnlyList<string> exact, IReadOnlyList<string> words)
{
    /// <summary>Words of one or two letters less are found in everything.</summary>
    public const int MinLength = 4;

    private const int LongLength = 7;
    private const int MaxAscii = 256;

    private readonly ulong[] _letters = [.. words.Select(Letters)];

    // The same words are in many titles.
    private readonly Dictionary<string, int?>[] _known = [.. words.Select(_ => new Dictionary<string, int?>(StringComparer.Ordinal))];

    /// <summary>Whether a word can be looked for like this: letters and digits alone, and enough of them.</summary>
    /// <param name="word">Folded.</param>
    public static bool Accepts(string word) => word.Length >= MinLength && word.All(IsPartOfWord);

    /// <returns>How far the title is from what is looked for: twice the number of errors, and one more for each word that goes on; null where it is too far.</returns>
    public int? DistanceTo(string title)
    {
        // Nearly all titles are ASCII: these cost no text of their own.
        Span<char> lower = stackalloc char[MaxAscii];
        var isShort = title.Length <= MaxAscii && Ascii.ToLower(title, lower, out _) == OperationStatus.Done;
        return DistanceTo(isShort ? lower[..title.Length] : CaseFolding.Fold(title).AsSpan());
    }

    private int? DistanceTo(ReadOnlySpan<char> folded)
    {
        foreach (var text in exact)
        {
            if (!folded.Contains(text, StringComparison.Ordinal))
                return null;
        }

        var sum = 0;
        for (var index = 0; index < words.Count; index++)
        {
            if (!folded.Contains(words[index], StringComparison.Ordinal))
            {
                if (Nearest(index, folded) is not { } distance)
                    return null;
                sum += distance;
            }
        }

        return sum;
    }

    private int? Nearest(int index, ReadOnlySpan<char> folded)
    {
        var (typed, letters) = (words[index], _letters[index]);
        var most = MostErrors(typed);
        var known = _known[index].GetAlternateLookup<ReadOnlySpan<char>>();
        int? nearest = null;
        for (var start = 0; start < folded.Length; start++)
        {
            var (end, found) = (start, 0UL);
            for (; end < folded.Length && IsPartOfWord(folded[end]); end++)
                found |= Bit(folded[end]);
            // Each letter that is missing is an error: most words are told apart by that.
            if (end - start >= typed.Length - most && BitOperations.PopCount(letters & ~found) <= most)
            {
                var word = folded[start..end];
                if (!known.TryGetValue(word, out var distance))
                    known[word] = distance = Distance(typed, word);
                if (distance < (nearest ?? int.MaxValue))
                    nearest = distance;
            }

            start = end;
        }

        return nearest;
    }

    private static int MostErrors(string typed) => typed.Length < LongLength ? 1 : 2;

    private static ulong Letters(string word) => word.Aggregate(0UL, (letters, letter) => letters | Bit(letter));

    /// <summary>One of 64 for each letter; those of ASCII, and digits, have their own.</summary>
    private static ulong Bit(char letter) => 1UL << (letter is >= 'a' and <= 'z' ? letter - 'a' : letter is >= '0' and <= '9' ? 26 + letter - '0' : 36 + (letter % 28));

    /// <summary>Optimal string alignment, in as many rows as it looks back on.</summary>
    private static int? Distance(string typed, ReadOnlySpan<char> word)
    {
        var most = MostErrors(typed);
        var length = Math.Min(word.Length, typed.Length + most);
        Span<int> rows = stackalloc int[3 * (length + 1)];
        for (var column = 0; column <= length; column++)
            rows[column] = column;
        for (var row = 1; row <= typed.Length; row++)
        {
            var now = Row(rows, row, length);
            var before = Row(rows, row + 2, length);
            var earlier = Row(rows, row + 1, length);
            now[0] = row;
            for (var column = 1; column <= length; column++)
            {
                var same = typed[row - 1] == word[column - 1];
                now[column] = Math.Min(Math.Min(before[column], now[column - 1]) + 1, before[column - 1] + (same ? 0 : 1));
                if (row > 1 && column > 1 && typed[row - 1] == word[column - 2] && typed[row - 2] == word[column - 1])
                    now[column] = Math.Min(now[column], earlier[column - 2] + 1);
            }
        }

        var last = Row(rows, typed.Length, length);
        int? best = length == word.Length && last[length] <= most ? 2 * last[length] : null;
        // The beginning of a longer word. A shorter beginning would take what is typed for something else.
        for (var column = typed.Length; column < word.Length && column <= length; column++)
        {
            if (last[column] <= most && (2 * last[column]) + 1 < (best ?? int.MaxValue))
                best = (2 * last[column]) + 1;
        }

        return best;
    }

    private static Span<int> Row(Span<int> rows, int row, int length) => rows.Slice(row % 3 * (length + 1), length + 1);

    private static bool IsPartOfWord(char letter) => char.IsLetterOrDigit(letter) || (letter > 127 && IsOtherPart(letter));

    private static bool IsOtherPart(char letter) => char.IsSurrogate(letter)
        || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
