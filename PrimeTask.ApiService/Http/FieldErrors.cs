using System.Collections;

namespace PrimeTask.ApiService.Http;

/// <summary>Collects the sentences about every wrong field of a request.</summary>
public sealed class FieldErrors : IEnumerable<KeyValuePair<string, List<string>>>
{
    public const string Required = "This field is required.";
    public const string Blank = "This field may not be blank.";
    public const string Null = "This field may not be null.";

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

    /// <summary>A text that must be there unless <paramref name="required"/> is false; an empty string when it is wrong or left out.</summary>
    public string Text(string field, Maybe<string> value, int maxLength, bool required = true, bool mayBeBlank = false, bool trim = true)
    {
        if (!value.IsPresent)
        {
            if (required)
                Add(field, Required);
            return "";
        }

        if (value.Value is null)
        {
            Add(field, Null);
            return "";
        }

        var text = trim ? value.Value.Trim() : value.Value;
        if (text.Length == 0 && !mayBeBlank)
            Add(field, Blank);
        CheckCharacters(field, text, maxLength);
        return text;
    }

    public void CheckCharacters(string field, string text, int maxLength)
    {
        // Postgres counts code points and stores no NUL.
        if (text.Length - text.Count(char.IsLowSurrogate) > maxLength)
            Add(field, $"Ensure this field has no more than {maxLength} characters.");
        if (text.Contains('\0'))
            Add(field, "Null characters are not allowed.");
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

    IEnumerator<KeyValuePair<string, List<string>>> IEnumerable<KeyValuePair<string, List<string>>>.GetEnumerator() => _sentences.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _sentences.GetEnumerator();
}
