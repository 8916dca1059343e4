using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.OpenApi;
using PrimeTask.ApiService.Sessions;

namespace PrimeTask.ApiService.Idempotency;

/// <summary>A write that its caller can repeat: which one it is, and what it asks for.</summary>
/// <param name="KeyDigest">The same on every replica, whatever key signs there: it finds the write.</param>
/// <param name="BodyDigests">One for each accepted signing key; the first is kept.</param>
public sealed record IdempotentRequest(byte[] KeyDigest, byte[][] BodyDigests)
{
    /// <summary>Makes the same requests follow one another; two others that share it by chance do no harm.</summary>
    public long Lock => BinaryPrimitives.ReadInt64LittleEndian(KeyDigest);
}

/// <summary>Reads from requests whether they can be repeated.</summary>
public sealed class IdempotencyKeys(IOptions<JwtOptions> jwt)
{
    private const string Name = "Idempotency-Key";
    private const int MaxLength = 255;

    internal static HeaderMetadata Header { get; } = new(
        Name, "A new random text for every new request. The same request with the same key gets the first response again for 24 hours.", "5e0c9a4e-7d0b-4a36")
    {
        MaxLength = MaxLength,
    };

    // Bodies can hold passwords: without these keys nobody can try out which body a digest belongs to.
    private readonly byte[][] _bodyKeys = jwt.Value.DeriveKeys("primetask idempotency");

    /// <param name="request">Its header holds the key; none, and the write can't be repeated.</param>
    /// <param name="operation">Keys of different operations are different.</param>
    /// <param name="caller">Keys of different callers are different.</param>
    /// <param name="body">What was understood of the body: spaces or the order of members make no other request.</param>
    /// <param name="errors">Gets what is wrong with the key.</param>
    public IdempotentRequest? Read<T>(HttpRequest request, string operation, string caller, T body, FieldErrors errors)
    {
        var key = ReadKey(request, errors);
        if (key.Length == 0)
            return null;
        var content = JsonSerializer.SerializeToUtf8Bytes(body);
        return new IdempotentRequest(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{operation}\n{caller}\n{key}")), Array.ConvertAll(_bodyKeys, bodyKey => HMACSHA256.HashData(bodyKey, content)));
    }

    /// <summary>The key as it was sent; empty when there is none.</summary>
    public static string ReadKey(HttpRequest request, FieldErrors errors)
    {
        var key = request.Headers[Name].ToString();
        errors.CheckCharacters("idempotency_key", key, MaxLength);
        return key;
    }
}
