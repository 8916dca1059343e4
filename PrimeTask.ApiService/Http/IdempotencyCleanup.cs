using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Http;

/// <summary>Deletes answers that nobody may ask for again.</summary>
public sealed class IdempotencyCleanup(IServiceScopeFactory scopes, TimeProvider clock, ILogger<IdempotencyCleanup> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The next turn comes by itself; a database that is away must not stop the service.
                IdempotencyLog.CleanupFailed(logger, exception);
            }
        }
    }

    internal async Task CleanAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PrimeTaskDbContext>();
        var now = clock.Now();
        await db.IdempotentAnswers.Where(answer => answer.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
    }
}

internal static partial class IdempotencyLog
{
    [LoggerMessage(20, LogLevel.Warning, "Expired idempotent answers could not be deleted")]
    internal static partial void CleanupFailed(ILogger logger, Exception exception);
}
