using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Sessions;

/// <summary>Ends sessions, on every replica before it returns.</summary>
public sealed class SessionEnd(PrimeTaskDbContext db, CacheVersions versions, AuditTrail audit, TimeProvider clock)
{
    /// <returns>False when that session is not a live one of this user.</returns>
    public async Task<bool> EndAsync(long userId, long sessionId, AuditEvent why, long? actorId, CancellationToken cancellationToken)
    {
        await using (await versions.BeginChangeAsync(CacheVersions.SessionsOf(userId)))
        {
            return await db.InTransactionAsync(
                async cancellation =>
                {
                    if (await EndInTransactionAsync(session => session.UserId == userId && session.Id == sessionId, cancellation) == 0)
                        return false;
                    audit.Add(why, userId, actorId);
                    await db.SaveChangesAsync(cancellation);
                    return true;
                },
                cancellationToken);
        }
    }

    /// <summary>For callers that have their own transaction and have begun the change of <see cref="CacheVersions.SessionsOf"/>.</summary>
    public Task<int> EndInTransactionAsync(Expression<Func<Session, bool>> which, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return db.Sessions.Where(which).Where(session => session.RevokedAt == null && session.ExpiresAt > now)
            .ExecuteUpdateAsync(session => session.SetProperty(ended => ended.RevokedAt, now), cancellationToken);
    }
}
