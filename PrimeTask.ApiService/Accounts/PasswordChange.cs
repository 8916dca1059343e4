using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Accounts.Mails;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Sessions;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Accounts;

/// <summary>Gives a user a new password and ends the sessions that the old one opened.</summary>
public sealed class PasswordChange(
    PrimeTaskDbContext db, SessionEnd sessions, CacheVersions versions, AuditTrail audit, TimeProvider clock)
{
    /// <param name="user">As read when the old password was checked.</param>
    /// <param name="hash">The new password, hashed.</param>
    /// <param name="keepSessionId">The session that asked; null ends all.</param>
    /// <param name="why">For the audit.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>False when the user got another password meanwhile, null when the user was deleted.</returns>
    public async Task<bool?> ChangeAsync(User user, string hash, long? keepSessionId, AuditEvent why, CancellationToken cancellationToken)
    {
        await using (await versions.BeginChangeAsync(CacheVersions.SessionsOf(user.Id)))
        {
            return await db.InTransactionAsync<bool?>(
                async cancellation =>
                {
                    var current = await db.Users.FromSql($"SELECT * FROM users WHERE id = {user.Id} FOR UPDATE").SingleOrDefaultAsync(cancellation);
                    if (current is null)
                        return null;
                    if (current.PasswordHash != user.PasswordHash)
                        return false;
                    current.ChangePassword(hash, clock.Now());
                    audit.Add(why, user.Id, keepSessionId is null ? null : user.Id);
                    await db.SaveChangesAsync(cancellation);
                    // A link of before would undo it.
                    await db.AccountTokens.Where(token => token.UserId == user.Id && token.Purpose == TokenPurpose.ResetPassword).ExecuteDeleteAsync(cancellation);
                    await sessions.EndInTransactionAsync(session => session.UserId == user.Id && session.Id != keepSessionId, cancellation);
                    return true;
                },
                cancellationToken);
        }
    }
}
