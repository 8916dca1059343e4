using System.Collections;

namespace PrimeTask.ApiService.Contract;

/// <summary>Collects the sentences about every wrong field of a request.</summary>
public sealed class FieldErrors : IEnumerable<KeyValuePair<string, List<string>>>
{
    public const string Required = "This field is required.";
    public const string Blank = "This field may not be blank.";
    public const string Null = "This field may not be null.";
    public const string Invisible = $"{Blank} It has no visible character.";

    private readonly Dictionary<string, List<string>> _sentences = [];

    public bool Any => _sentences.Count > 0;

    public bool Has(string field) => _sentences.ContainsKey(field);

    public void Add(string field, string sentence)
    {
        if (!_sentences.TryGetValue(field, out var sentences))
            _sentences[field] = sentences = [];
        sentences.Add(sentence);
    }

    /// <summary>Takes over what is wrong with a part of the request.</summary>
    public void AddUnder(string prefix, FieldErrors part)
    {
        foreach (var (field, sentences) in part._sentences)
            sentences.ForEach(sentence => Add(prefix + field, sentence));
    }

    public IReadOnlyDictionary<string, string[]> ToDictionary() =>
        _sentences.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());

    /// <summary>
    /// A name or title, in NFC and trimmed: something visible, that must be there unless <paramref name="required"/> is false; an empty string when it is left out.
    /// </summary>
    public string Text(string field, Maybe<string> value, int maxLength, bool required = true, bool mayBeBlank = false)
    {
        if (Sent(field, value, required) is not { } sent)
            return "";

        var text = WireText.Normalize(sent).Trim();
        CheckCharacters(field, text, maxLength);
        if (text.Length > 0 && !Has(field) && !WireText.IsVisible(text))
            Add(field, Invisible);
        if (text.Length == 0 && !mayBeBlank)
            Add(field, Blank);
        return text;
    }

    /// <summary>A password, just as it was sent; an empty string when it is left out.</summary>
    public string Secret(string field, Maybe<string> value)
    {
        var sent = Sent(field, value, required: true);
        if (sent is "")
            Add(field, Blank);
        return sent ?? "";
    }

    public void CheckCharacters(string field, string text, int maxLength)
    {
        if (WireText.Length(text) > maxLength)
            Add(field, $"Ensure this field has no more than {maxLength} characters.");
        if (!WireText.IsClean(text))
            Add(field, WireText.HasControls);
    }

    /// <summary>One of the wire names of <typeparamref name="T"/>.</summary>
    public T Choice<T>(string field, Maybe<string> value, T fallback)
        where T : struct, Enum
    {
        if (!value.IsPresent)
            return fallback;
        if (value.Value is null)
            Add(field, Null);
        else if (Choices.TryParse<T>(value.Value, out var choice))
            return choice;
        else
            Add(field, Choices.Invalid<T>());
        return fallback;
    }

    private string? Sent(string field, Maybe<string> value, bool required)
    {
        if (value is { IsPresent: true, Value: null })
            Add(field, Null);
        if (required && !value.IsPresent)
            Add(field, Required);
        return value.Value;
    }

    IEnumerator<KeyValuePair<string, List<string>>> IEnumerable<KeyValuePair<string, List<string>>>.GetEnumerator() => _sentences.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _sentences.GetEnumerator();
}
