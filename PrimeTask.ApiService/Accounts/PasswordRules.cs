using System.Text;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Users;
using Zxcvbn.Matcher;

namespace PrimeTask.ApiService.Accounts;

/// <summary>What a new password must not be.</summary>
public static class PasswordRules
{
    public const int MinLength = 8;
    public const int MaxLength = 128;

    /// <summary>Longer passwords than this are neither common nor made of one name, and the search for patterns grows with the length.</summary>
    private const int MaxExaminedLength = 32;

    /// <summary>A name that makes up so much of a password makes the password a variation of the name.</summary>
    private const double SimilarShare = 0.7;

    /// <summary>In bits: among the first eight thousand that anybody tries.</summary>
    private const double CommonEntropy = 13;

    /// <param name="errors">Where the sentences go; a field that has some already is not looked at.</param>
    /// <param name="field">The field that the sentences stand under.</param>
    /// <param name="password">What was sent.</param>
    /// <param name="personal">What anybody may know about the user, by the name of the field.</param>
    public static void Check(FieldErrors errors, string field, Maybe<string> password, params IReadOnlyCollection<(string Field, string Value)> personal)
    {
        if (errors.Has(field))
            return;

        var text = PasswordHasher.Prepare(password.Value!);
        if (WireText.Length(text) < MinLength)
            errors.Add(field, $"This password is too short. It must contain at least {MinLength} characters.");
        if (text.EnumerateRunes().All(Rune.IsNumber))
            errors.Add(field, "This password is entirely numeric.");
        if (WireText.Length(text) <= MaxExaminedLength)
            Examine(errors, field, text, personal);
    }

    public static void CheckConfirmation(FieldErrors errors, string field, Maybe<string> confirmation, Maybe<string> password)
    {
        if (!errors.Has(field) && password.IsPresent && PasswordHasher.Prepare(confirmation.Value!) != PasswordHasher.Prepare(password.Value ?? ""))
            errors.Add(field, "Passwords do not match.");
    }

    public static (string Field, string Value)[] Personal(User user) =>
        [("email", user.Email), ("username", user.Username), ("first_name", user.FirstName), ("last_name", user.LastName)];

    private static void Examine(FieldErrors errors, string field, string text, IReadOnlyCollection<(string Field, string Value)> personal)
    {
        var parts = personal.SelectMany(Parts).ToList();
        var found = Zxcvbn.Zxcvbn.MatchPassword(text, parts.Select(part => part.Value));
        var similar = found.MatchSequence.OfType<DictionaryMatch>()
            .Where(match => match.DictionaryName == "user_inputs" && match.Token.Length >= SimilarShare * text.Length)
            .SelectMany(match => parts.Where(part => part.Value == match.MatchedWord))
            .Select(part => part.Field).Distinct().ToList();

        foreach (var name in similar)
            errors.Add(field, $"The password is too similar to the {name}.");
        if (similar.Count == 0 && found.Entropy < CommonEntropy)
            errors.Add(field, "This password is too common.");
    }

    private static IEnumerable<(string Field, string Value)> Parts((string Field, string Value) attribute)
    {
        var label = attribute.Field.Replace('_', ' ');
        var value = attribute.Value.ToLowerInvariant();
        return value.Split(['@', '.', '-', '_', '+', ' ']).Append(value)
            .Where(part => part.Length > 2).Distinct().Select(part => (label, part));
    }
}
