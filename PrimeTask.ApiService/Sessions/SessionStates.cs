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

    // RFC 5869: a key for this purpose alone.
    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, options.Value.KeyBytes(), HMACSHA256.HashSizeInBytes, info: "primetask session state"u8.ToArray());

    public string Write(CallerVersions read, string state)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $"{state}{Separator}{(clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds()}");
        return $"{content}{Separator}{Sign(read, content)}";
    }

    /// <returns>The state, or null where there is none for these versions that we have signed.</returns>
    public string? Read(CallerVersions read)
    {
        if (read.State is not { } value || value.LastIndexOf(Separator) is not (> 0 and var end))
            return null;
        var content = value[..end];
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(value[(end + 1)..]), Encoding.UTF8.GetBytes(Sign(read, content))))
            return null;
        var parts = content.Split(Separator);
        return long.Parse(parts[1], CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds() ? parts[0] : null;
    }

    private string Sign(CallerVersions read, string content) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{read.Keys.State}{Separator}{read.Sessions}{Separator}{content}")));
}
