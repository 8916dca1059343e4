using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Tasks;

/// <summary>Keeps the changes of counts few, so that reading a count stays cheap; of several replicas one at a time does it.</summary>
public sealed class TaskCountFolding(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TaskCountFolding> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<PrimeTaskDbContext>().FoldAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The counts are right without it. The next turn comes by itself; a database that is away must not stop the service.
                TaskLog.FoldingFailed(logger, exception.GetType().Name);
            }
        }
    }
}

internal static partial class TaskLog
{
    [LoggerMessage(40, LogLevel.Warning, "Changes of the counts were not added up: {Reason}")]
    internal static partial void FoldingFailed(ILogger logger, string reason);
}
