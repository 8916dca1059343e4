using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Jobs;

/// <summary>Deletes the marks of transactions that nobody can ask for any more: a request ends within a minute.</summary>
internal sealed class AppliedWriteCleanup(PrimeTaskDbContext db, TimeProvider clock) : IJob
{
    public static string Kind => "clean_up_applied_writes";

    public static TimeSpan? Every => TimeSpan.FromMinutes(10);

    public Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        // The ids begin with the time of the replica that made them, and are the only index; At is the database's time. An hour is more than clocks differ by.
        var before = clock.Now() - TimeSpan.FromHours(1);
        var firstKept = Guid.CreateVersion7(before);
        return db.AppliedWrites.Where(write => write.Id < firstKept && write.At < before).OrderBy(write => write.Id).DeleteInLotsAsync(cancellationToken);
    }
}
