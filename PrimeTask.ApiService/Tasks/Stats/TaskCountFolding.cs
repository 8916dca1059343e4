using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Tasks.Stats;

/// <summary>Keeps the changes of counts few, so that reading a count stays cheap; of several replicas one at a time does it. The counts are right without it.</summary>
public sealed class TaskCountFolding(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TaskCountFolding> logger)
    : Upkeep(TimeSpan.FromSeconds(1), scopes, clock, logger)
{
    protected override Task WorkAsync(PrimeTaskDbContext db, DateTimeOffset now, CancellationToken cancellationToken) => db.FoldAsync(cancellationToken);
}
