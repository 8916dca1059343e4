using System.Globalization;
using System.Security.Claims;
using PrimeTask.ApiService.Accounts;

namespace PrimeTask.ApiService.Http;

/// <summary>The signed-in caller, for handlers that require one.</summary>
public sealed record CurrentUser(long Id, UserRole Role, long SessionId)
{
    public bool IsAdmin => Role == UserRole.Admin;

    /// <summary>The one owner whose tasks are there for this caller; null for an admin, who has everybody's.</summary>
    public long? OnlyOwner => IsAdmin ? null : Id;

    /// <summary>Whether what belongs to this owner is there for this caller: the rule of <see cref="Tasks.TaskQueries.VisibleTo"/>.</summary>
    public bool Sees(long ownerId) => OnlyOwner is null || OnlyOwner == ownerId;

    /// <summary>Tells callers apart, for what is kept for each of them.</summary>
    public string Key => $"user {Id}";

    public static ValueTask<CurrentUser?> BindAsync(HttpContext context) => ValueTask.FromResult<CurrentUser?>(From(context.User));

    public static CurrentUser From(ClaimsPrincipal principal) => new(
        long.Parse(Claim(principal, TokenClaims.UserId), CultureInfo.InvariantCulture),
        Choices.Parse<UserRole>(Claim(principal, TokenClaims.Role)),
        long.Parse(Claim(principal, TokenClaims.Session), CultureInfo.InvariantCulture));

    private static string Claim(ClaimsPrincipal principal, string type) =>
        principal.FindFirstValue(type) ?? throw new InvalidOperationException($"The caller has no claim '{type}'.");
}
