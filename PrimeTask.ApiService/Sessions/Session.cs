using System.Text;
using System.Text.Unicode;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.RateLimiting;

namespace PrimeTask.ApiService.Sessions;

/// <summary>One sign-in on one device: a chain of refresh tokens of which only the last is good.</summary>
public sealed class Session
{
    public const int MaxUserAgentLength = 512;

    private Session()
    {
    }

    public long Id { get; private set; }

    public long UserId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset LastUsedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? IpAddress { get; private set; }

    public string? UserAgent { get; private set; }

    public static Session Start(long userId, Client client, DateTimeOffset now, TimeSpan lifetime) => new()
    {
        UserId = userId,
        IpAddress = client.IpAddress,
        UserAgent = client.UserAgent,
        CreatedAt = now,
        LastUsedAt = now,
        ExpiresAt = now + lifetime,
    };
}

/// <summary>Where a sign-in comes from.</summary>
public sealed record Client(string? IpAddress, string Network, string? UserAgent)
{
    public static Client Of(HttpContext context)
    {
        // Anybody can send any header; Postgres stores no NUL.
        var agent = Decode(context.Request.Headers.UserAgent.ToString()).Replace("\0", "", StringComparison.Ordinal);
        return new(context.Connection.RemoteIpAddress?.ToString(), ClientNetwork.Of(context), WireText.Cut(agent, Session.MaxUserAgentLength));
    }

    /// <summary>The server takes each byte of a header for a character. Most who send more than ASCII mean UTF-8.</summary>
    private static string Decode(string header)
    {
        var bytes = Encoding.Latin1.GetBytes(header);
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : header;
    }
}

/// <summary>A refresh token that was given out. Only its digest is kept; used ones stay until they expire, so that their reuse is noticed.</summary>
public sealed class RefreshToken
{
    private RefreshToken()
    {
    }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] Digest { get; private set; } = [];

    public long SessionId { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>SHA-256 of the Idempotency-Key that it was used with.</summary>
    public byte[]? KeyDigest { get; private set; }

    public static RefreshToken Issue(long sessionId, byte[] digest, DateTimeOffset expiresAt) =>
        new() { SessionId = sessionId, Digest = digest, ExpiresAt = expiresAt };
}
