using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Jobs;

namespace PrimeTask.ApiService.Idempotency;

/// <summary>Deletes responses that nobody may ask for again.</summary>
internal sealed class IdempotencyCleanup(PrimeTaskDbContext db, TimeProvider clock) : IJob
{
    public static string Kind => "clean_up_idempotent_responses";

    public static TimeSpan? Every => TimeSpan.FromMinutes(10);

    public Task RunAsync(JobRun run, CancellationToken cancellationToken) => CleanUpAsync(cancellationToken);

    internal Task CleanUpAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return db.IdempotentResponses.Where(response => response.ExpiresAt < now).OrderBy(response => response.ExpiresAt).DeleteInLotsAsync(cancellationToken);
    }
}
