using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Sessions;

/// <summary>Deletes sessions, refresh tokens and known addresses that can't be used any more; of several replicas one at a time does it.</summary>
public sealed partial class SessionCleanup(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SessionCleanup> logger)
    : Upkeep(TimeSpan.FromMinutes(10), scopes, clock, logger)
{
    /// <summary>Any number that no other advisory lock of this database has.</summary>
    private const long Lock = 7_301_955_120_118;

    protected override async Task WorkAsync(PrimeTaskDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var deleted = await db.InTransactionAsync(
            async cancellation =>
            {
                if (!await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({Lock}) AS \"Value\"").SingleAsync(cancellation))
                    return 0;
                return await db.RefreshTokens.Where(token => token.ExpiresAt < now).ExecuteDeleteAsync(cancellation)
                    + await db.SignInNetworks.Where(known => known.LastUsedAt < now - SignInNetwork.Lifetime).ExecuteDeleteAsync(cancellation)
                    + await db.Sessions.Where(session => session.ExpiresAt < now || session.RevokedAt != null).ExecuteDeleteAsync(cancellation);
            },
            cancellationToken);
        if (deleted > 0)
            Cleaned(logger, deleted);
    }

    [LoggerMessage(30, LogLevel.Information, "Deleted {Count} sessions, refresh tokens and known addresses that had ended")]
    private static partial void Cleaned(ILogger logger, int count);
}
