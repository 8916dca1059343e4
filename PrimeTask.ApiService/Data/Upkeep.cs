using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Data;

/// <summary>
/// Work on the database that comes round by itself, first after one <paramref name="interval"/>. A turn that fails is logged, and the next one comes: a database
/// that is away must not stop the service.
/// </summary>
public abstract partial class Upkeep(TimeSpan interval, IServiceScopeFactory scopes, TimeProvider clock, ILogger logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(logger, GetType().Name, exception.GetType().Name, exception.Message);
            }
        }
    }

    internal async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await WorkAsync(scope.ServiceProvider.GetRequiredService<PrimeTaskDbContext>(), clock.Now(), cancellationToken);
    }

    protected abstract Task WorkAsync(PrimeTaskDbContext db, DateTimeOffset now, CancellationToken cancellationToken);

    [LoggerMessage(15, LogLevel.Warning, "{Upkeep} failed and will be tried again: {Reason}: {Message}")]
    private static partial void Failed(ILogger logger, string upkeep, string reason, string message);
}
