using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Sessions;

public sealed record TokenPair(string Access, string Refresh, DateTimeOffset RefreshExpiresAt)
{
    public byte[] RefreshDigest() => TokenIssuer.Digest(Refresh);
}

/// <summary>Makes tokens. The same user, session, time, ids and signing key give the same tokens again.</summary>
public sealed class TokenIssuer
{
    // For the API's documentation.
    public const string ExampleOfAccess = "eyJhbGciOiJIUzI1NiJ9.eyJ0b2tlbl90eXBlIjoiYWNjZXNzIn0.c2lnbmF0dXJl";
    public const string ExampleOfRefresh = "eyJhbGciOiJIUzI1NiJ9.eyJ0b2tlbl90eXBlIjoicmVmcmVzaCJ9.c2lnbmF0dXJl";

    private readonly JwtOptions _options;
    private readonly TokenValidationParameters _validation;
    // The first is for new tokens.
    private readonly TokenKey[] _keys;
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    public TokenIssuer(IOptions<JwtOptions> options)
    {
        _options = options.Value;
        _validation = Validation(_options);
        _keys = [.. _options.Keys().Zip(_options.DeriveKeys("primetask token ids"), (key, ids) => new TokenKey(new(key, SecurityAlgorithms.HmacSha256), ids))];
    }

    public static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static TokenValidationParameters Validation(JwtOptions options) => new()
    {
        ValidIssuer = options.Issuer,
        ValidAudience = options.Audience,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        // The one that the token names is tried first; a token that names none may be of any.
        IssuerSigningKeys = options.Keys(),
        ClockSkew = TimeSpan.Zero,
        NameClaimType = TokenClaims.Username,
        RoleClaimType = TokenClaims.Role,
    };

    /// <summary>The first tokens of a session.</summary>
    public TokenPair Issue(User user, Session session) =>
        Issue(_keys[0], user, session, session.CreatedAt, RandomNumberGenerator.GetHexString(32, lowercase: true));

    /// <summary>Tokens that follow from what the caller can send again, so that a retry gets the very same ones.</summary>
    public TokenPair Derive(User user, Session session, byte[] source, DateTimeOffset issuedAt) => Derive(_keys[0], user, session, source, issuedAt);

    /// <summary>What <see cref="Derive(User, Session, byte[], DateTimeOffset)"/> gave, if a replica did it that signs with this or another accepted key.</summary>
    public IEnumerable<TokenPair> DeriveWithAnyKey(User user, Session session, byte[] source, DateTimeOffset issuedAt) =>
        _keys.Select(key => Derive(key, user, session, source, issuedAt));

    /// <summary>When a session ends, however often it is refreshed.</summary>
    public DateTimeOffset EndOf(Session session) => session.CreatedAt + _options.SessionLifetime;

    /// <summary>User and session of a refresh token of ours that has not expired, else null.</summary>
    public async Task<(long UserId, long SessionId)?> ReadRefreshAsync(string token)
    {
        var result = await _handler.ValidateTokenAsync(token, _validation);
        if (!result.IsValid || result.ClaimsIdentity.FindFirst(TokenClaims.TokenType)?.Value != TokenClaims.Refresh)
            return null;

        var identity = result.ClaimsIdentity;
        return TokenClaims.Number(identity, TokenClaims.UserId) is { } userId && TokenClaims.Number(identity, TokenClaims.Session) is { } sessionId
            ? (userId, sessionId)
            : null;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private TokenPair Derive(TokenKey key, User user, Session session, byte[] source, DateTimeOffset issuedAt) =>
        Issue(key, user, session, issuedAt, DeriveId(key, source));

    private TokenPair Issue(TokenKey key, User user, Session session, DateTimeOffset now, string id)
    {
        var end = EndOf(session);
        var (accessExpiresAt, refreshExpiresAt) = (Earlier(now + _options.AccessLifetime, end), Earlier(now + _options.RefreshLifetime, end));
        var access = Claims(TokenClaims.Access, user.Id, session.Id, DeriveId(key, Encoding.ASCII.GetBytes(id)));
        access[TokenClaims.Email] = user.Email;
        access[TokenClaims.Username] = user.Username;
        access[TokenClaims.Role] = Choices.Name(user.Role);
        var refresh = Claims(TokenClaims.Refresh, user.Id, session.Id, id);
        return new TokenPair(Sign(key, access, now, accessExpiresAt), Sign(key, refresh, now, refreshExpiresAt), refreshExpiresAt);
    }

    private static Dictionary<string, object> Claims(string type, long userId, long sessionId, string id) => new()
    {
        [TokenClaims.TokenType] = type,
        [TokenClaims.UserId] = userId,
        [TokenClaims.Session] = sessionId.ToString(CultureInfo.InvariantCulture),
        [TokenClaims.Id] = id,
    };

    private string Sign(TokenKey key, Dictionary<string, object> claims, DateTimeOffset issuedAt, DateTimeOffset expiresAt) =>
        _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = _options.Issuer,
            Audience = _options.Audience,
            IssuedAt = issuedAt.UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            Claims = claims,
            SigningCredentials = key.Credentials,
        });

    private static string DeriveId(TokenKey key, byte[] source) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Ids, source).AsSpan(0, 16));

    /// <param name="Credentials">Signs.</param>
    /// <param name="Ids">The key for the ids of tokens.</param>
    private sealed record TokenKey(SigningCredentials Credentials, byte[] Ids);
}
