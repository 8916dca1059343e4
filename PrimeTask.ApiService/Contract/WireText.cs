using System.Globalization;
using System.Text;

namespace PrimeTask.ApiService.Contract;

/// <summary>Text as the API takes it: in NFC, where one character is one Unicode code point.</summary>
public static class WireText
{
    public const string HasControls = "Control characters other than tab and line breaks are not allowed.";
    public const string HasManyMarks = "More than 64 accents or other marks on one character are not allowed.";

    /// <summary>Twice what Unicode's stream-safe text has (UAX #15, section 13). Sorting them, as normalizing does, takes time that grows with their square.</summary>
    private const int MaxMarks = 64;

    /// <summary>NFC: a letter and its accent are the same text as one code point or as two.</summary>
    /// <remarks>What may not be in a text is left as it is: .NET normalizes no U+FFFE.</remarks>
    public static string Normalize(string text) => Ascii.IsValid(text) || !IsClean(text) ? text : text.Normalize(NormalizationForm.FormC);

    /// <summary>A name or title as it is kept: in NFC and trimmed.</summary>
    public static string Line(string text) => Normalize(text).Trim();

    /// <summary>In code points, as Postgres and JSON Schema count too.</summary>
    public static int Length(string text) => text.Length - text.Count(char.IsLowSurrogate);

    public static bool IsClean(string text) => Problem(text) is null;

    /// <summary>Why it can't be kept: it has control characters other than tab and line breaks, what Unicode says are no characters, or too many marks in a row.</summary>
    public static string? Problem(string text) =>
        text.Any(letter => letter is '\uFFFE' or '\uFFFF' || (char.IsControl(letter) && letter is not ('\t' or '\n' or '\r'))) ? HasControls
        : !Ascii.IsValid(text) && HasMarks(text) ? HasManyMarks
        : null;

    /// <summary>Whether anything of it can be seen.</summary>
    public static bool IsVisible(string text) => text.EnumerateRunes().Any(IsVisible);

    /// <summary>The beginning of a text, never half of a code point.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static bool HasMarks(string text)
    {
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MaxMarks)
                return true;
        }

        return false;
    }

    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate)
        && rune.Value is not (
            // The rest of Default_Ignorable_Code_Point (Unicode's DerivedCoreProperties.txt), and Braille's pattern without dots.
            0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0
            or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF) or 0x2800);
}
