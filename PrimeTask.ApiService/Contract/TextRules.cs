namespace PrimeTask.ApiService.Contract;

/// <summary>What a text in a request body must be. The sentences about it and its schema follow from it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class TextRuleAttribute(int maxLength) : Attribute
{
    /// <summary>In characters, like <see cref="MaxLength"/>.</summary>
    public int MinLength { get; init; }

    public int MaxLength => maxLength;

    public string? Pattern { get; init; }

    public string? Format { get; init; }

    /// <summary>For the API's documentation.</summary>
    public string? Example { get; init; }

    /// <summary>Adds what is wrong with a text that was sent.</summary>
    public abstract void Check(FieldErrors errors, string field, string sent);
}

/// <summary>Any text. It is kept in NFC.</summary>
public sealed class TextAttribute(int maxLength) : TextRuleAttribute(maxLength)
{
    public override void Check(FieldErrors errors, string field, string sent) => errors.CheckCharacters(field, WireText.Normalize(sent), MaxLength);
}

/// <summary>A name or title, with something visible in it. It is kept trimmed (<see cref="WireText.Line"/>).</summary>
public class LineAttribute : TextRuleAttribute
{
    public LineAttribute(int maxLength = int.MaxValue)
        : base(maxLength) => MinLength = 1;

    public override void Check(FieldErrors errors, string field, string sent)
    {
        var text = WireText.Line(sent);
        errors.CheckCharacters(field, text, MaxLength);
        if (text.Length > 0 && !errors.Has(field) && !WireText.IsVisible(text))
            errors.Add(field, FieldErrors.Invisible);
        if (text.Length == 0 && MinLength > 0)
            errors.Add(field, FieldErrors.Blank);
    }
}

/// <summary>A password, just as it was sent.</summary>
public class SecretAttribute : TextRuleAttribute
{
    public SecretAttribute(int maxLength = int.MaxValue)
        : base(maxLength) => MinLength = 1;

    public override void Check(FieldErrors errors, string field, string sent)
    {
        if (sent.Length == 0)
            errors.Add(field, FieldErrors.Blank);
    }
}
