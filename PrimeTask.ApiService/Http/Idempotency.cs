using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Accounts;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Http;

/// <summary>A write that its caller can repeat: which one it is, and what it asks for.</summary>
public sealed record IdempotentRequest(byte[] KeyDigest, byte[] BodyDigest)
{
    /// <summary>Makes the same requests follow one another; two others that share it by chance do no harm.</summary>
    public long Lock => BinaryPrimitives.ReadInt64LittleEndian(KeyDigest);
}

/// <param name="Answer">What the write did, now or when it came first; null when it did nothing.</param>
/// <param name="KeyReused">The key came with another body before.</param>
public sealed record Idempotent<T>(T? Answer, bool KeyReused = false)
    where T : class;

/// <summary>
/// Lets a caller whose answer got lost send a write again (draft-ietf-httpapi-idempotency-key-header). The first answer is kept
/// in the transaction of the write, so that there is one exactly if the write happened.
/// </summary>
public sealed class Idempotency(PrimeTaskDbContext db, TimeProvider clock, IOptions<JwtOptions> jwt)
{
    public const string Header = "Idempotency-Key";
    public const int MaxKeyLength = 255;

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    // Bodies can hold passwords: without this key nobody can try out which body a digest belongs to.
    private readonly byte[] _digestKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, jwt.Value.KeyBytes(), 32, info: "primetask idempotency"u8.ToArray());

    /// <param name="request">Its header holds the key; none, and the write can't be repeated.</param>
    /// <param name="operation">Keys of different operations are different.</param>
    /// <param name="caller">Keys of different callers are different.</param>
    /// <param name="body">What was understood of the body: spaces or the order of members make no other request.</param>
    /// <param name="errors">Gets what is wrong with the key.</param>
    public IdempotentRequest? Read<T>(HttpRequest request, string operation, string caller, T body, FieldErrors errors)
    {
        var key = request.Headers[Header].ToString();
        errors.CheckCharacters("idempotency_key", key, MaxKeyLength);
        return key.Length == 0
            ? null
            : new IdempotentRequest(Digest(Encoding.UTF8.GetBytes($"{operation}\n{caller}\n{key}")), Digest(JsonSerializer.SerializeToUtf8Bytes(body)));
    }

    /// <summary>Does a write once, in a transaction of its own if it can be repeated.</summary>
    /// <param name="request">Null: just do it.</param>
    /// <param name="work">Gives null when it did nothing; that is not kept.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<Idempotent<T>> RunAsync<T>(
        IdempotentRequest? request, Func<CancellationToken, Task<T?>> work, CancellationToken cancellationToken)
        where T : class =>
        request is null
            ? new(await work(cancellationToken))
            : await db.InTransactionAsync(cancellation => JoinAsync(request, work, cancellation), cancellationToken);

    /// <summary>Does a write once inside the caller's transaction.</summary>
    public async Task<Idempotent<T>> JoinAsync<T>(
        IdempotentRequest? request, Func<CancellationToken, Task<T?>> work, CancellationToken cancellationToken)
        where T : class
    {
        if (request is null)
            return new(await work(cancellationToken));

        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({request.Lock})", cancellationToken);
        if (await FindAsync<T>(request, cancellationToken) is { } before)
            return before;

        var answer = await work(cancellationToken);
        if (answer is not null)
            await KeepAsync(request, JsonSerializer.Serialize(answer), cancellationToken);
        return new(answer);
    }

    /// <returns>Null when the key is new.</returns>
    public async Task<Idempotent<T>?> FindAsync<T>(IdempotentRequest request, CancellationToken cancellationToken)
        where T : class
    {
        var now = clock.Now();
        var kept = await db.IdempotentAnswers.AsNoTracking()
            .SingleOrDefaultAsync(kept => kept.KeyDigest == request.KeyDigest && kept.ExpiresAt > now, cancellationToken);
        if (kept is null)
            return null;
        return CryptographicOperations.FixedTimeEquals(kept.BodyDigest, request.BodyDigest)
            ? new(JsonSerializer.Deserialize<T>(kept.Answer))
            : new(null, KeyReused: true);
    }

    private async Task KeepAsync(IdempotentRequest request, string answer, CancellationToken cancellationToken)
    {
        await db.IdempotentAnswers.Where(expired => expired.KeyDigest == request.KeyDigest).ExecuteDeleteAsync(cancellationToken);
        db.IdempotentAnswers.Add(IdempotentAnswer.Keep(request, answer, clock.Now() + Lifetime));
        await db.SaveChangesAsync(cancellationToken);
    }

    private byte[] Digest(byte[] content) => HMACSHA256.HashData(_digestKey, content);
}

public static class IdempotencyServices
{
    public static void AddIdempotency(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<Idempotency>();
        builder.Services.AddHostedService<IdempotencyCleanup>();
    }
}
