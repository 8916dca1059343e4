using System.Text;
using System.Text.RegularExpressions;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Accounts;

public sealed partial class EmailAttribute : LineAttribute
{
    public EmailAttribute()
        : base(User.MaxEmailLength) => (Format, Example) = ("email", "ann@example.com");

    public override void Check(FieldErrors errors, string field, string sent)
    {
        base.Check(errors, field, sent);
        // As it was sent: lower case and NFC make ASCII of what is none, of the Kelvin sign for one.
        if (!errors.Has(field) && !EmailAddress().IsMatch(sent.Trim()))
            errors.Add(field, "Enter a valid email address.");
    }

    /// <summary>An address as it is stored, if it is anybody's: these are ASCII, and nothing else may become the same as one.</summary>
    public static string Fold(string email) => Ascii.IsValid(email) ? email.Trim().ToLowerInvariant() : email;

    // The dot-atom form of RFC 5322 at a host name with at least one dot.
    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z", RegexOptions.NonBacktracking)]
    private static partial Regex EmailAddress();
}

public sealed class UsernameAttribute : LineAttribute
{
    public UsernameAttribute()
        : base(User.MaxUsernameLength) => (MinLength, Pattern, Example) = (User.MinUsernameLength, "^[A-Za-z0-9]+$", "ann");

    public override void Check(FieldErrors errors, string field, string sent)
    {
        base.Check(errors, field, sent);
        if (errors.Has(field))
            return;
        // As it was sent, like the email.
        if (!sent.Trim().All(char.IsAsciiLetterOrDigit))
            errors.Add(field, "Username must be alphanumeric.");
        if (WireText.Length(WireText.Line(sent)) < MinLength)
            errors.Add(field, $"Username must be at least {MinLength} characters long.");
    }

    /// <summary>A username as it is stored.</summary>
    public static string Fold(string username) => WireText.Line(username).ToLowerInvariant();
}

/// <summary>A first or last name.</summary>
public sealed class NameAttribute : LineAttribute
{
    public NameAttribute()
        : base(User.MaxNameLength) => (MinLength, Example) = (0, "Ann");
}

/// <summary>What can be said of a new password without its user; <see cref="PasswordRules"/> say the rest.</summary>
public sealed class NewPasswordAttribute : SecretAttribute
{
    public NewPasswordAttribute()
        : base(PasswordRules.MaxLength) => MinLength = PasswordRules.MinLength;

    public override void Check(FieldErrors errors, string field, string sent)
    {
        base.Check(errors, field, sent);
        errors.CheckCharacters(field, PasswordHasher.Prepare(sent), MaxLength);
    }
}
