using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Idempotency;

/// <summary>Deletes responses that nobody may ask for again.</summary>
public sealed class IdempotencyCleanup(IServiceScopeFactory scopes, TimeProvider clock, ILogger<IdempotencyCleanup> logger)
    : Upkeep(TimeSpan.FromMinutes(10), scopes, clock, logger)
{
    protected override Task WorkAsync(PrimeTaskDbContext db, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.IdempotentResponses.Where(response => response.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
}
