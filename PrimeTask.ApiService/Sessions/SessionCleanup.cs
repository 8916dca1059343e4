using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Jobs;

namespace PrimeTask.ApiService.Sessions;

/// <summary>Deletes sessions, refresh tokens and known addresses that can't be used any more.</summary>
internal sealed partial class SessionCleanup(PrimeTaskDbContext db, TimeProvider clock, ILogger<SessionCleanup> logger) : IJob
{
    public static string Kind => "clean_up_sessions";

    public static TimeSpan? Every => TimeSpan.FromMinutes(10);

    public Task RunAsync(JobRun run, CancellationToken cancellationToken) => CleanUpAsync(cancellationToken);

    internal async Task CleanUpAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var deleted = await db.RefreshTokens.Where(token => token.ExpiresAt < now).OrderBy(token => token.ExpiresAt).DeleteInLotsAsync(cancellationToken)
            + await db.SignInNetworks.Where(known => known.LastUsedAt < now - SignInNetwork.Lifetime).OrderBy(known => known.UserId).DeleteInLotsAsync(cancellationToken)
            + await db.SignInPlaces.Where(known => known.LastUsedAt < now - SignInPlace.Lifetime).OrderBy(known => known.UserId).DeleteInLotsAsync(cancellationToken)
            + await db.Sessions.Where(session => session.ExpiresAt < now).OrderBy(session => session.ExpiresAt).DeleteInLotsAsync(cancellationToken)
            + await db.Sessions.Where(session => session.RevokedAt != null).OrderBy(session => session.Id).DeleteInLotsAsync(cancellationToken);
        if (deleted > 0)
            Cleaned(logger, deleted);
    }

    [LoggerMessage(30, LogLevel.Information, "Deleted {Count} sessions, refresh tokens and known addresses that had ended")]
    private static partial void Cleaned(ILogger logger, int count);
}
