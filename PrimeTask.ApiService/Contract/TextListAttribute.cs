namespace PrimeTask.ApiService.Contract;

/// <summary>A list of names, each something visible without a comma, which separates them in a query. They are kept trimmed; what comes twice in whatever case is kept once.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextListAttribute(int maxItems, int maxLength) : Attribute
{
    /// <summary>For the API's documentation: a regular expression of one name.</summary>
    public const string Pattern = "^[^,]*$";

    public int MaxItems => maxItems;

    /// <summary>Of one name, in characters.</summary>
    public int MaxLength => maxLength;

    /// <summary>For the API's documentation.</summary>
    public string? Example { get; init; }

    public void Check(FieldErrors errors, string field, IReadOnlyList<string> sent)
    {
        if (sent.Count > maxItems)
            errors.Add(field, $"Give at most {maxItems} {field}.");
        foreach (var name in sent.Take(maxItems).TakeWhile(_ => !errors.Has(field)))
            CheckName(errors, field, name, maxLength);
    }

    public static void CheckName(FieldErrors errors, string field, string sent, int maxLength)
    {
        if (errors.Has(field))
            return;
        new LineAttribute(maxLength).Check(errors, field, sent);
        if (sent.Contains(',', StringComparison.Ordinal))
            errors.Add(field, "A comma may not be in it.");
    }
}
