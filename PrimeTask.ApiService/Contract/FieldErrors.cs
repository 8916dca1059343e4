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

    /// <returns>The first of them with its field, for where there is room for one sentence; null for none.</returns>
    public string? FirstProblem() => _sentences.Select(entry => $"{entry.Key}: {entry.Value[0]}").FirstOrDefault();

    /// <summary>Takes over what is wrong with a part of the request.</summary>
    public void AddUnder(string name, FieldErrors part)
    {
        foreach (var (field, sentences) in part._sentences)
            sentences.ForEach(sentence => Add(field == Failures.Detail ? name : $"{name}.{field}", sentence));
    }

    public IReadOnlyDictionary<string, string[]> ToDictionary() =>
        _sentences.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());

    /// <summary>Holds every member of a request body to what is declared of it.</summary>
    /// <param name="body">As it was sent.</param>
    /// <param name="whole">False where what is left out stays as it is: then nothing is required.</param>
    public void Check(object body, bool whole = true)
    {
        foreach (var member in BodyMember.Of(body.GetType()))
        {
            var value = member.Property.GetValue(body);
            if (Problem(member, value, whole) is { } problem)
                Add(member.Name, problem);
            else if (value is Maybe<string> { Value: { } text })
                member.Text?.Check(this, member.Name, text);
            else if (value is Maybe<IReadOnlyList<string>> { Value: { } texts })
                member.TextList?.Check(this, member.Name, texts);
        }
    }

    public void CheckCharacters(string field, string text, int maxLength)
    {
        if (WireText.Length(text) > maxLength)
            Add(field, $"Ensure this field has no more than {maxLength} characters.");
        if (WireText.Problem(text) is { } problem)
            Add(field, problem);
    }

    private static string? Problem(BodyMember member, object? value, bool whole)
    {
        if (value is null or IMaybe { IsPresent: false })
            return member.IsRequired && whole ? Required : null;
        if (value is IMaybe { Value: null } && !member.IsNullable)
            return Null;
        if (value is ICollection items && member.Length is { } length && (items.Count < length.MinimumLength || items.Count > length.MaximumLength))
            return $"Give {length.MinimumLength} to {length.MaximumLength} {member.Name}.";
        return (value as IMaybe)?.Problem;
    }

    IEnumerator<KeyValuePair<string, List<string>>> IEnumerable<KeyValuePair<string, List<string>>>.GetEnumerator() => _sentences.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _sentences.GetEnumerator();
}
