using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Accounts;

/// <summary>Deletes sessions and refresh tokens that can't be used any more; of several replicas one at a time does it.</summary>
public sealed class SessionCleanup(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SessionCleanup> logger) : BackgroundService
{
    /// <summary>Any number that no other advisory lock of this database has.</summary>
    private const long Lock = 7_301_955_120_118;

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
                AccountLog.CleanupFailed(logger, exception);
            }
        }
    }

    internal async Task CleanAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PrimeTaskDbContext>();
        var now = clock.Now();
        var deleted = await db.InTransactionAsync(
            async cancellation =>
            {
                if (!await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({Lock}) AS \"Value\"").SingleAsync(cancellation))
                    return 0;
                return await db.RefreshTokens.Where(token => token.ExpiresAt < now).ExecuteDeleteAsync(cancellation)
                    + await db.Sessions.Where(session => session.ExpiresAt < now || session.RevokedAt != null).ExecuteDeleteAsync(cancellation);
            },
            cancellationToken);
        if (deleted > 0)
            AccountLog.Cleaned(logger, deleted);
    }
}

internal static partial class AccountLog
{
    [LoggerMessage(30, LogLevel.Information, "Deleted {Count} sessions and refresh tokens that had ended")]
    internal static partial void Cleaned(ILogger logger, int count);

    [LoggerMessage(31, LogLevel.Warning, "Ended sessions could not be deleted")]
    internal static partial void CleanupFailed(ILogger logger, Exception exception);
}
