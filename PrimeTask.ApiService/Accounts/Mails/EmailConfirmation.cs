using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Idempotency;

namespace PrimeTask.ApiService.Accounts.Mails;

/// <summary>Finds out that an account's address is its owner's.</summary>
public sealed class EmailConfirmation(PrimeTaskDbContext db, AccountTokens tokens, IdempotentWrites idempotency, AuditTrail audit, TimeProvider clock)
{
    /// <returns>Without a response when the token is not good.</returns>
    public Task<Idempotent<Done>> ConfirmAsync(string token, IdempotentRequest? request, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            cancellation => idempotency.JoinAsync(
                request,
                async joined =>
                {
                    if (await tokens.TakeAsync(token, TokenPurpose.ConfirmEmail, joined) is not { } user)
                        return null;
                    user.ConfirmEmail(clock.Now());
                    audit.Add(AuditEvent.EmailConfirmed, user.Id, actorId: null);
                    await db.SaveChangesAsync(joined);
                    return new Done();
                },
                cancellation),
            cancellationToken);

    /// <inheritdoc cref="PasswordReset.Done"/>
    public sealed record Done(int Version = 1);
}
