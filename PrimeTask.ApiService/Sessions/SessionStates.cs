using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Caching;

namespace PrimeTask.ApiService.Sessions;

/// <summary>
/// What Redis keeps of a session, signed with HMAC-SHA256 together with its key, the version for which it is true and its end: a value that somebody has
/// written, moved to another session or kept for later is none.
/// </summary>
public sealed class SessionStates(IOptions<JwtOptions> options, TimeProvider clock)
{
    /// <summary>How long it is believed, also where Redis keeps it longer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const char Separator = '|';

    private readonly byte[][] _keys = options.Value.DeriveKeys("primetask session state");

    public string Write(CallerVersions read, string state)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $"{state}{Separator}{(clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds()}");
        return $"{content}{Separator}{Sign(_keys[0], read, content)}";
    }

    /// <returns>The state, or null where there is none for these versions that we have signed.</returns>
    public string? Read(CallerVersions read)
    {
        if (read.State is not { } value || value.LastIndexOf(Separator) is not (> 0 and var end))
            return null;
        var (content, signature) = (value[..end], Encoding.UTF8.GetBytes(value[(end + 1)..]));
        if (!Array.Exists(_keys, key => CryptographicOperations.FixedTimeEquals(signature, Encoding.UTF8.GetBytes(Sign(key, read, content)))))
            return null;
        var parts = content.Split(Separator);
        return long.Parse(parts[1], CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds() ? parts[0] : null;
    }

    private static string Sign(byte[] key, CallerVersions read, string content) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{read.Keys.State}{Separator}{read.Sessions}{Separator}{content}")));
}
