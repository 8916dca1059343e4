using System.Globalization;
using System.Security.Claims;

namespace PrimeTask.ApiService.Access;

public static class TokenClaims
{
    public const string TokenType = "token_type";
    public const string UserId = "user_id";
    public const string Email = "email";
    public const string Username = "username";
    public const string Role = "role";
    public const string Session = "sid";
    public const string Id = "jti";
    public const string Expires = "exp";
    public const string Access = "access";
    public const string Refresh = "refresh";

    /// <returns>Null unless the claim is there once: a token says one thing about each of them.</returns>
    public static string? Text(ClaimsIdentity identity, string type)
    {
        var found = identity.FindFirst(type);
        return found is not null && !identity.HasClaim(claim => claim.Type == type && claim != found) ? found.Value : null;
    }

    /// <returns>Null unless it is there once, as a whole number without a sign.</returns>
    public static long? Number(ClaimsIdentity identity, string type) =>
        long.TryParse(Text(identity, type), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
