using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Sessions;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Accounts;

public sealed record RegisterRequest(
    [property: Required, Email] Maybe<string> Email,
    [property: Required, Username] Maybe<string> Username,
    [property: Required, NewPassword(Example = "a-quiet-Harbour-88")] Maybe<string> Password,
    [property: Required, Secret(Example = "a-quiet-Harbour-88")] Maybe<string> PasswordConfirm)
{
    [Name]
    public Maybe<string> FirstName { get; init; }

    [Name(Example = "Marsh")]
    public Maybe<string> LastName { get; init; }

    /// <summary>IANA name of the zone whose days tasks are due on; UTC if left out.</summary>
    [TimeZone]
    public Maybe<string> TimeZone { get; init; }
}

public sealed record LoginRequest(
    [property: Required, Line(Example = "ann@example.com")] Maybe<string> Email,
    [property: Required, Secret(Example = "a-quiet-Harbour-88")] Maybe<string> Password);

public sealed record RefreshRequest([property: Required, Line(Example = TokenIssuer.ExampleOfRefresh)] Maybe<string> Refresh);

public sealed record ChangePasswordRequest(
    [property: Required, Secret(Example = "a-quiet-Harbour-88")] Maybe<string> OldPassword,
    [property: Required, NewPassword(Example = "a-windy-Harbour-99")] Maybe<string> NewPassword,
    [property: Required, Secret(Example = "a-windy-Harbour-99")] Maybe<string> NewPasswordConfirm);

public record ProfileRequest
{
    [Required, Username]
    public Maybe<string> Username { get; init; }

    [Name]
    public Maybe<string> FirstName { get; init; }

    [Name(Example = "Marsh")]
    public Maybe<string> LastName { get; init; }

    /// <summary>IANA name of the zone whose days tasks are due on; what is left out stays, in PUT too.</summary>
    [TimeZone]
    public Maybe<string> TimeZone { get; init; }
}

[Partial]
public sealed record ProfilePatch : ProfileRequest;

public sealed record UserResponse(
    long Id,
    [property: Example("ann@example.com")] string Email,
    bool EmailConfirmed,
    [property: Example("ann")] string Username,
    [property: Example("Ann")] string FirstName,
    [property: Example("Marsh")] string LastName,
    UserRole Role,
    [property: Example(TimeZones.Example)] string TimeZone,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static Expression<Func<User, UserResponse>> FromUser { get; } = user => new UserResponse(
        user.Id, user.Email, user.EmailConfirmed, user.Username, user.FirstName, user.LastName, user.Role, user.TimeZone, user.CreatedAt, user.UpdatedAt);

    private static readonly Func<User, UserResponse> _fromUser = FromUser.Compile();

    public static UserResponse From(User user) => _fromUser(user);
}

/// <param name="Refresh">Left out for callers that keep it in a cookie.</param>
/// <param name="Access">Goes into the header Authorization, after the word Bearer.</param>
public sealed record TokensResponse(
    [property: Example(TokenIssuer.ExampleOfAccess)] string Access,
    [property: Example(TokenIssuer.ExampleOfRefresh), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Refresh);

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
    [property: Example(TokenIssuer.ExampleOfAccess)] string Access,
    [property: Example(TokenIssuer.ExampleOfRefresh), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Refresh,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UserResponse? User);

/// <summary>A registration whose fields are valid, as they are stored.</summary>
public sealed record Registration(string Email, string Username, string FirstName, string LastName, string Password)
{
    /// <summary>Null where none was sent. It is left out of digests then, so that those of the release before stay the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TimeZone { get; private init; }

    public static Registration Read(RegisterRequest body, FieldErrors errors)
    {
        errors.Check(body);
        var registration = new Registration(
            EmailAttribute.Fold(body.Email.Value ?? ""),
            UsernameAttribute.Fold(body.Username.Value ?? ""),
            WireText.Line(body.FirstName.Value ?? ""),
            WireText.Line(body.LastName.Value ?? ""),
            PasswordHasher.Prepare(body.Password.Value ?? ""))
        {
            TimeZone = body.TimeZone.Value,
        };
        PasswordRules.Check(
            errors, "password", body.Password, ("email", registration.Email), ("username", registration.Username), ("first_name", registration.FirstName),
            ("last_name", registration.LastName));
        PasswordRules.CheckConfirmation(errors, "password_confirm", body.PasswordConfirm, body.Password);
        return registration;
    }
}
