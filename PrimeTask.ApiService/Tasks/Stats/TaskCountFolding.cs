using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Tasks.Stats;

/// <summary>
/// Keeps the changes of counts few, so that reading a count stays cheap; of several replicas one at a time does it. The counts are right without it. A turn that
/// fails is logged, and the next one comes. It is no job of the worker's: it is due every second, and lists would get slower while no worker runs.
/// </summary>
public sealed partial class TaskCountFolding(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TaskCountFolding> logger) : BackgroundService
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
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(logger, exception.GetType().Name, exception.Message);
            }
        }
    }

    [LoggerMessage(15, LogLevel.Warning, "The counts of tasks were not folded, which will be tried again: {Reason}: {Message}")]
    private static partial void Failed(ILogger logger, string reason, string message);
}
