using System.Text;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Search;

/// <summary>
/// Unicode's full case folding (CaseFolding.txt, C and F) for canonical caseless matching (The Unicode Standard, section 3.13, D145): texts that differ in
/// case alone become the same.
/// </summary>
public static class CaseFolding
{
    /// <returns>The folded text, in NFC; what can't be kept (<see cref="WireText.Problem"/>) is not normalized.</returns>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text) || !WireText.IsClean(text))
            return text.ToLowerInvariant();

        var expanded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (Expand(letter) is { } several)
                expanded.Append(several);
            else
                expanded.Append(letter);
        }

        // By way of capitals, which variants of a letter have in common: both σ and ς are Σ's.
        return expanded.ToString().ToUpperInvariant().ToLowerInvariant().Normalize(NormalizationForm.FormC);
    }

    // What neither decomposes nor has a capital of its own.
    private static string? Expand(char letter) => letter switch
    {
        'ß' or 'ẞ' => "ss",
        'ſ' => "s",
        'ŉ' => "ʼn",
        'ẚ' => "aʾ",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' or 'ﬆ' => "st",
        'և' => "եւ",
        'ﬓ' => "մն",
        'ﬔ' => "մե",
        'ﬕ' => "մի",
        'ﬖ' => "վն",
        'ﬗ' => "մխ",
        _ => null,
    };
}
