using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Jobs;

/// <summary>Deletes the marks of transactions that nobody can ask for any more: a request ends within a minute.</summary>
internal sealed class AppliedWriteCleanup(PrimeTaskDbContext db) : IJob
{
    public static string Kind => "clean_up_applied_writes";

    public static TimeSpan? Every => TimeSpan.FromMinutes(10);

    public Task RunAsync(JobRun run, CancellationToken cancellationToken) =>
        // The database's clock wrote them.
        db.Database.ExecuteSqlAsync($"DELETE FROM applied_writes WHERE at < now() - interval '1 hour'", cancellationToken);
}
