using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Jobs;

/// <summary>Counts the jobs for the metrics, while somebody reads them.</summary>
internal sealed class JobCounting(IServiceScopeFactory scopes, JobMetrics metrics, TimeProvider clock, ILogger<JobCounting> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                metrics.Counted(await CountAsync(scope.ServiceProvider.GetRequiredService<PrimeTaskDbContext>(), stoppingToken));
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // What was counted long ago says nothing of now.
                metrics.Counted([]);
                logger.NotCounted(exception.GetType().Name, exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static Task<List<JobCount>> CountAsync(PrimeTaskDbContext db, CancellationToken cancellationToken) => db.Database.SqlQueryRaw<JobCount>(
        $$"""
        SELECT name AS state, count(id) AS count, coalesce(greatest(extract(epoch FROM now() - min(wanted_at)), 0), 0)::float8 AS age
        FROM unnest({0}) AS name LEFT JOIN (SELECT id, wanted_at, {{JobTable.State}} AS state FROM jobs) AS jobs ON state = name
        GROUP BY name
        """,
        [JobTable.States]).ToListAsync(cancellationToken);
}
