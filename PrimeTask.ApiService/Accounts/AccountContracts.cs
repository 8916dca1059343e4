using System.Linq.Expressions;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.OpenApi;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Accounts;

public sealed record RegisterRequest(
    [property: Wire(MaxLength = User.MaxEmailLength)] Maybe<string> Email,
    [property: Wire(MinLength = User.MinUsernameLength, MaxLength = User.MaxUsernameLength)] Maybe<string> Username,
    [property: Wire(MinLength = PasswordRules.MinLength, MaxLength = PasswordRules.MaxLength)] Maybe<string> Password,
    Maybe<string> PasswordConfirm)
{
    [Wire(MaxLength = User.MaxNameLength)]
    public Maybe<string> FirstName { get; init; }

    [Wire(MaxLength = User.MaxNameLength)]
    public Maybe<string> LastName { get; init; }
}

public sealed record LoginRequest(Maybe<string> Email, Maybe<string> Password);

public sealed record RefreshRequest(Maybe<string> Refresh);

public sealed record ChangePasswordRequest(
    Maybe<string> OldPassword,
    [property: Wire(MinLength = PasswordRules.MinLength, MaxLength = PasswordRules.MaxLength)] Maybe<string> NewPassword,
    Maybe<string> NewPasswordConfirm);

public sealed record ProfileRequest
{
    [Wire(MinLength = User.MinUsernameLength, MaxLength = User.MaxUsernameLength)]
    public Maybe<string> Username { get; init; }

    [Wire(MaxLength = User.MaxNameLength)]
    public Maybe<string> FirstName { get; init; }

    [Wire(MaxLength = User.MaxNameLength)]
    public Maybe<string> LastName { get; init; }
}

public sealed record UserResponse(
    long Id,
    string Email,
    string Username,
    string FirstName,
    string LastName,
    UserRole Role,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static Expression<Func<User, UserResponse>> FromUser { get; } = user => new UserResponse(
        user.Id, user.Email, user.Username, user.FirstName, user.LastName, user.Role, user.CreatedAt, user.UpdatedAt);

    private static readonly Func<User, UserResponse> _fromUser = FromUser.Compile();

    public static UserResponse From(User user) => _fromUser(user);
}

/// <param name="Refresh">Left out for callers that keep it in a cookie.</param>
/// <param name="Access">Goes into the header Authorization, after the word Bearer.</param>
public sealed record TokensResponse(
    string Access, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Refresh);

public sealed record RegisterResponse(UserResponse User, TokensResponse Tokens);

/// <summary>Tokens at the top level, beside the envelope's members, so that SimpleJWT clients work unchanged.</summary>
/// <param name="Success">Always true.</param>
/// <param name="Message">What was done.</param>
/// <param name="Access">Goes into the header Authorization, after the word Bearer.</param>
/// <param name="Refresh">Left out for callers that keep it in a cookie.</param>
/// <param name="User">Whose tokens they are: after a login, and for callers that keep the refresh token in a cookie.</param>
public sealed record TokenResponse(
    bool Success,
    string Message,
    string Access,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Refresh,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UserResponse? User);

/// <summary>A registration whose fields are valid.</summary>
public sealed partial record Registration(string Email, string Username, string FirstName, string LastName, string Password)
{
    public static Registration Read(RegisterRequest body, FieldErrors errors)
    {
        var email = ReadEmail(errors, body.Email);
        var username = ReadUsername(errors, body.Username);
        var firstName = errors.Text("first_name", body.FirstName, User.MaxNameLength, required: false, mayBeBlank: true);
        var lastName = errors.Text("last_name", body.LastName, User.MaxNameLength, required: false, mayBeBlank: true);
        var password = PasswordRules.Read(
            errors, "password", body.Password, ("email", email), ("username", username), ("first_name", firstName), ("last_name", lastName));
        var confirmation = PasswordHasher.Prepare(errors.Secret("password_confirm", body.PasswordConfirm));
        if (!errors.Has("password_confirm") && body.Password.IsPresent && confirmation != password)
            errors.Add("password_confirm", "Passwords do not match.");
        return new Registration(email, username, firstName, lastName, password);
    }

    /// <summary>A name that may be left out, and then stays as it is.</summary>
    public static Maybe<string> ReadName(FieldErrors errors, string field, Maybe<string> value) =>
        value.IsPresent ? new(errors.Text(field, value, User.MaxNameLength, mayBeBlank: true)) : default;

    public static string ReadEmail(FieldErrors errors, Maybe<string> value)
    {
        var email = errors.Text("email", value, User.MaxEmailLength);
        // As it was sent: lower case and NFC make ASCII of what is none, of the Kelvin sign for one.
        if (!errors.Has("email") && !EmailAddress().IsMatch(value.Value!.Trim()))
            errors.Add("email", "Enter a valid email address.");
        return FoldEmail(email);
    }

    /// <summary>An address as it is stored, if it is anybody's: these are ASCII, and nothing else may become the same as one.</summary>
    public static string FoldEmail(string email) => Ascii.IsValid(email) ? email.Trim().ToLowerInvariant() : email;

    public static string ReadUsername(FieldErrors errors, Maybe<string> value)
    {
        var username = errors.Text("username", value, User.MaxUsernameLength);
        if (errors.Has("username"))
            return username;
        // As it was sent, like the email.
        if (!value.Value!.Trim().All(char.IsAsciiLetterOrDigit))
            errors.Add("username", "Username must be alphanumeric.");
        if (WireText.Length(username) < User.MinUsernameLength)
            errors.Add("username", $"Username must be at least {User.MinUsernameLength} characters long.");
        return username.ToLowerInvariant();
    }

    // The dot-atom form of RFC 5322 at a host name with at least one dot.
    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z", RegexOptions.NonBacktracking)]
    private static partial Regex EmailAddress();
}
