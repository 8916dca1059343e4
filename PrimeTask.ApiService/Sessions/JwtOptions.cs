using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace PrimeTask.ApiService.Sessions;

public sealed class JwtOptions : IValidatableObject
{
    public const string Section = "Jwt";
    public const string ShortKey = "A signing key of the tokens is missing or shorter than 32 bytes";
    private const int MinKeyBytes = 32;

    /// <summary>The secret that new tokens are signed with, as text of at least 32 bytes (RFC 7518, section 3.2).</summary>
    public string? SigningKey { get; set; }

    /// <summary>Secrets whose tokens are accepted as well: while keys rotate, the next one or the last one. An empty text is none.</summary>
    public IReadOnlyList<string> AcceptedKeys { get; set; } = [];

    [Required]
    public string Issuer { get; set; } = "primetask";

    [Required]
    public string Audience { get; set; } = "primetask";

    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = "Jwt:AccessLifetime must be between 10 seconds and a day.")]
    public TimeSpan AccessLifetime { get; set; } = TimeSpan.FromMinutes(60);

    [Range(typeof(TimeSpan), "00:00:10", "366.00:00:00", ErrorMessage = "Jwt:RefreshLifetime must be between 10 seconds and 366 days.")]
    public TimeSpan RefreshLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Refreshing prolongs a session up to here, counted from the sign-in.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "3660.00:00:00", ErrorMessage = "Jwt:SessionLifetime must be between 10 seconds and 3660 days.")]
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>What new tokens are signed with, then what is accepted as well.</summary>
    public IEnumerable<string> Secrets() => [SigningKey ?? "", .. AcceptedKeys.Where(key => key.Length > 0)];

    public bool HasShortKey() => Secrets().Any(secret => Encoding.UTF8.GetByteCount(secret) < MinKeyBytes);

    /// <summary>The keys themselves. The name of one (<c>kid</c>) follows from it, so that no two replicas can mean different keys by it.</summary>
    public SymmetricSecurityKey[] Keys() =>
        [.. Secrets().Select(secret => new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)) { KeyId = Base64Url.EncodeToString(Derive(secret, "primetask key id", 9)) })];

    /// <summary>Keys for one purpose alone (RFC 5869), so that no other use of a signing key can yield one; in the order of <see cref="Secrets"/>.</summary>
    public byte[][] DeriveKeys(string purpose) => [.. Secrets().Select(secret => Derive(secret, purpose, HMACSHA256.HashSizeInBytes))];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (HasShortKey())
            yield return new ValidationResult($"{ShortKey}: set the environment variable Jwt__SigningKey.");
    }

    private static byte[] Derive(string secret, string purpose, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), length, info: Encoding.UTF8.GetBytes(purpose));
}
