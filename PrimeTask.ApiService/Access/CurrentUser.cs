using System.Security.Claims;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Access;

/// <summary>The signed-in caller, for handlers that require one.</summary>
public sealed record CurrentUser(long Id, UserRole Role, long SessionId)
{
    public bool IsAdmin => Role == UserRole.Admin;

    /// <summary>Tells callers apart, for what is kept for each of them.</summary>
    public string Key => $"user {Id}";

    public static ValueTask<CurrentUser?> BindAsync(HttpContext context) => ValueTask.FromResult<CurrentUser?>(From(context.User));

    public static CurrentUser From(ClaimsPrincipal principal) =>
        principal.Identity is ClaimsIdentity identity && Find(identity) is { } caller
            ? caller
            : throw new InvalidOperationException("The caller was let in without the claims of a caller.");

    /// <returns>Null for what is no caller of ours, whoever signed it.</returns>
    public static CurrentUser? Find(ClaimsIdentity identity) =>
        TokenClaims.Number(identity, TokenClaims.UserId) is { } id
        && TokenClaims.Number(identity, TokenClaims.Session) is { } session
        && TokenClaims.Text(identity, TokenClaims.Role) is { } name && Choices.TryParse<UserRole>(name, out var role)
            ? new(id, role, session)
            : null;
}
