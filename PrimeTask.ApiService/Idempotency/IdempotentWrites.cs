using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Idempotency;

/// <param name="Response">What the write did, now or when it came first; null when it did nothing.</param>
/// <param name="KeyReused">The key came with another body before.</param>
public sealed record Idempotent<T>(T? Response, bool KeyReused = false)
    where T : class;

/// <summary>
/// Lets a caller whose response got lost send a write again (draft-ietf-httpapi-idempotency-key-header). The first response is kept
/// in the transaction of the write, so that there is one exactly if the write happened.
/// </summary>
public sealed class IdempotentWrites(PrimeTaskDbContext db, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Does a write once inside the caller's transaction.</summary>
    /// <param name="request">Null: just do it.</param>
    /// <param name="work">Gives null when it did nothing; that is not kept.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<Idempotent<T>> JoinAsync<T>(
        IdempotentRequest? request, Func<CancellationToken, Task<T?>> work, CancellationToken cancellationToken)
        where T : class
    {
        if (request is null)
            return new(await work(cancellationToken));

        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({request.Lock})", cancellationToken);
        if (await FindAsync<T>(request, cancellationToken) is { } before)
            return before;

        var response = await work(cancellationToken);
        if (response is not null)
            await KeepAsync(request, JsonSerializer.Serialize(response), cancellationToken);
        return new(response);
    }

    /// <returns>Null when the key is new.</returns>
    public async Task<Idempotent<T>?> FindAsync<T>(IdempotentRequest request, CancellationToken cancellationToken)
        where T : class
    {
        var now = clock.Now();
        var kept = await db.IdempotentResponses.AsNoTracking()
            .SingleOrDefaultAsync(kept => kept.KeyDigest == request.KeyDigest && kept.ExpiresAt > now, cancellationToken);
        if (kept is null)
            return null;
        return Array.Exists(request.BodyDigests, digest => CryptographicOperations.FixedTimeEquals(kept.BodyDigest, digest))
            ? new(JsonSerializer.Deserialize<T>(kept.Response))
            : new(null, KeyReused: true);
    }

    private async Task KeepAsync(IdempotentRequest request, string response, CancellationToken cancellationToken)
    {
        await db.IdempotentResponses.Where(expired => expired.KeyDigest == request.KeyDigest).ExecuteDeleteAsync(cancellationToken);
        db.IdempotentResponses.Add(IdempotentResponse.Keep(request, response, clock.Now() + Lifetime));
        await db.SaveChangesAsync(cancellationToken);
    }
}

public static class IdempotencyServices
{
    public static void AddIdempotency(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IdempotencyKeys>();
        builder.Services.AddScoped<IdempotentWrites>();
    }
}
