using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.Sessions;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Accounts.Mails;

/// <summary>Lets whoever reads an account's mail give it a new password.</summary>
public sealed class PasswordReset(
    PrimeTaskDbContext db, AccountMails mails, AccountTokens tokens, SessionEnd sessions, CacheVersions versions, IdempotentWrites idempotency, AuditTrail audit,
    TimeProvider clock)
{
    /// <summary>The same work for every address: whether anybody has it is found out by the worker.</summary>
    /// <returns>How long to wait, if there were too many; else whether the Idempotency-Key belongs to another request.</returns>
    public async Task<(TimeSpan RetryAfter, bool KeyReused)> AskAsync(string email, string network, IdempotentRequest? request, CancellationToken cancellationToken)
    {
        // A repetition is no other mail.
        if (await FindEarlierAsync(request, cancellationToken) is { } earlier)
            return (TimeSpan.Zero, earlier.KeyReused);
        var since = clock.Now() - SignInNetwork.Lifetime;
        var found = await db.Users.Where(user => user.Email == email)
            .Select(user => new { user.Id, IsKnown = db.SignInNetworks.Any(known => known.UserId == user.Id && known.Network == network && known.LastUsedAt > since) })
            .SingleOrDefaultAsync(cancellationToken);
        if (await mails.CountAsync(email, found is { IsKnown: true } ? network : null) is var wait && wait > TimeSpan.Zero)
            return (wait, false);

        var asked = await db.InTransactionAsync(
            cancellation => idempotency.JoinAsync(
                request,
                async joined =>
                {
                    audit.Add(AuditEvent.PasswordResetRequested, found?.Id, actorId: null);
                    await db.SaveChangesAsync(joined);
                    await mails.ResetPasswordAsync(email, joined);
                    return new Done();
                },
                cancellation),
            cancellationToken);
        return (TimeSpan.Zero, asked.KeyReused);
    }

    /// <summary>The response to a change that came before under the same Idempotency-Key; null when the key is new.</summary>
    public async Task<Idempotent<Done>?> FindEarlierAsync(IdempotentRequest? request, CancellationToken cancellationToken) =>
        request is null ? null : await idempotency.FindAsync<Done>(request, cancellationToken);

    /// <summary>Uses the token up, gives its user the new password, and ends all sessions: whoever had the old password, or has an older link, is out.</summary>
    /// <param name="user">Whose token it was when it was looked at.</param>
    /// <param name="token">As it was sent.</param>
    /// <param name="hash">The new password, hashed.</param>
    /// <param name="request">What came with an Idempotency-Key.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>Without a response when somebody else has used the token meanwhile.</returns>
    public async Task<Idempotent<Done>> ChangeAsync(User user, string token, string hash, IdempotentRequest? request, CancellationToken cancellationToken)
    {
        await using (await versions.BeginChangeAsync(CacheVersions.SessionsOf(user.Id)))
        {
            return await db.InTransactionAsync(
                cancellation => idempotency.JoinAsync(
                    request,
                    async joined =>
                    {
                        if (await tokens.TakeAsync(token, TokenPurpose.ResetPassword, joined) is not { } current)
                            return null;
                        current.ChangePassword(hash, clock.Now());
                        current.ConfirmEmail(clock.Now());
                        audit.Add(AuditEvent.PasswordReset, current.Id, actorId: null);
                        await db.SaveChangesAsync(joined);
                        await sessions.EndInTransactionAsync(session => session.UserId == current.Id, joined);
                        return new Done();
                    },
                    cancellation),
                cancellationToken);
        }
    }

    /// <summary>That it was done, as it is kept for requests that can be repeated.</summary>
    /// <param name="Version">Of this form.</param>
    public sealed record Done(int Version = 1);
}
