using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Accounts;

public sealed class PasswordOptions
{
    public const string Section = "Passwords";

    /// <summary>Rounds of PBKDF2 for new hashes (OWASP Password Storage Cheat Sheet: 600,000 with HMAC-SHA256).</summary>
    [Range(1000, 10_000_000)]
    public int Iterations { get; set; } = 600_000;

    /// <summary>Hashes computed at the same time by one replica; 0 means half of the processors.</summary>
    [Range(0, 1024)]
    public int ConcurrentHashes { get; set; }

    /// <summary>Requests that may wait for their turn; beyond that they get 429.</summary>
    [Range(0, 100_000)]
    public int QueueLength { get; set; } = 100;

    /// <summary>Of them, from one address; all, where RateLimiting:Enabled is false.</summary>
    [Range(0, 100_000)]
    public int QueueLengthPerAddress { get; set; } = 5;
}

/// <summary>PBKDF2 with HMAC-SHA256 in Django's stored form: <c>pbkdf2_sha256$iterations$salt$base64 hash</c>. What is hashed is the <see cref="Prepare"/>d password.</summary>
public sealed class PasswordHasher(IOptions<PasswordOptions> options)
{
    private const string Algorithm = "pbkdf2_sha256";
    private const int HashBytes = 32;
    private const string SaltAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int SaltLength = 22;

    private readonly int _iterations = options.Value.Iterations;

    /// <summary>The form that is the same on whichever device it was typed: OpaqueString of RFC 8265, section 4.2: spaces are ASCII's, and NFC.</summary>
    public static string Prepare(string password) => Ascii.IsValid(password)
        ? password
        : WireText.Normalize(string.Concat(password.Select(letter => char.GetUnicodeCategory(letter) == UnicodeCategory.SpaceSeparator ? ' ' : letter)));

    public string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetString(SaltAlphabet, SaltLength);
        return $"{Algorithm}${_iterations.ToString(CultureInfo.InvariantCulture)}${salt}${Convert.ToBase64String(Derive(Prepare(password), salt, _iterations, HashBytes))}";
    }

    /// <summary>Verifies against a stored hash, or against none for an unknown account; a refusal takes as long either way.</summary>
    public PasswordVerification Verify(string password, string? stored)
    {
        var prepared = Prepare(password);
        var verification = VerifyOne(prepared, stored);
        if (verification != PasswordVerification.Wrong || prepared == password)
            return verification;

        // Passwords were once hashed as they were sent. That is tried of every account, and of none: the time tells nothing.
        return VerifyOne(password, stored) == PasswordVerification.Wrong ? PasswordVerification.Wrong : PasswordVerification.RightButWeak;
    }

    private PasswordVerification VerifyOne(string password, string? stored)
    {
        if (stored is null || StoredHash.Parse(stored) is not { } hash)
        {
            Derive(password, Algorithm, _iterations, HashBytes);
            return PasswordVerification.Wrong;
        }

        if (CryptographicOperations.FixedTimeEquals(Derive(password, hash.Salt, hash.Iterations, hash.Bytes.Length), hash.Bytes))
            return hash.Iterations < _iterations ? PasswordVerification.RightButWeak : PasswordVerification.Right;

        // An old hash with fewer rounds must not tell by its speed that the account exists.
        if (hash.Iterations < _iterations)
            Derive(password, hash.Salt, _iterations - hash.Iterations, HashBytes);
        return PasswordVerification.Wrong;
    }

    private static byte[] Derive(string password, string salt, int iterations, int length) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(salt), iterations, HashAlgorithmName.SHA256, length);

    private sealed record StoredHash(int Iterations, string Salt, byte[] Bytes)
    {
        public static StoredHash? Parse(string stored) =>
            stored.Split('$') is [Algorithm, var iterations, { Length: > 0 } salt, var hash]
            && int.TryParse(iterations, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds > 0
            && Base64.IsValid(hash) && Convert.FromBase64String(hash) is { Length: > 0 } bytes
                ? new StoredHash(rounds, salt, bytes)
                : null;
    }
}

public enum PasswordVerification
{
    /// <summary>Too many wait for their turn.</summary>
    NotTried,
    Wrong,
    Right,

    /// <summary>Right, but stored with fewer rounds than today's, or not prepared: store it again.</summary>
    RightButWeak,
}
