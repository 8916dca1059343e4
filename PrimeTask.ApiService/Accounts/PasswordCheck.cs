using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Sessions;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Accounts;

/// <param name="Verification">What came of it; wrong for an account that is not there or not active.</param>
/// <param name="User">Whose account it is, as it was read; null when there is none.</param>
/// <param name="RetryAfter">When the password was not looked at: how long to wait.</param>
/// <param name="Party">To hash another password for the same request.</param>
public sealed record PasswordCheckResult(PasswordVerification Verification, User? User, TimeSpan RetryAfter, HashingParty Party);

/// <summary>The one place where a password is held to an account's, with all that slows guessing.</summary>
public sealed class PasswordCheck(PrimeTaskDbContext db, PasswordAttempts attempts, PasswordHashLimiter turns, PasswordHasher hasher, TimeProvider clock)
{
    /// <summary>What the limits call an account: a digest, because email addresses are for the database only.</summary>
    public static string AccountOf(string email) => Convert.ToHexStringLower(TokenIssuer.Digest(email));

    /// <param name="email">Of the account, in lower case.</param>
    /// <param name="password">As it was sent.</param>
    /// <param name="network">Where it was sent from.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<PasswordCheckResult> CheckAsync(string email, string password, string network, CancellationToken cancellationToken)
    {
        var account = AccountOf(email);
        if (await attempts.CountAsync(account, network) is var wait && wait > TimeSpan.Zero)
            return new(PasswordVerification.NotTried, null, wait, new(network, account));

        var isCountedUnknown = false;
        try
        {
            return await CheckCountedAsync();
        }
        catch
        {
            // The password was not looked at, or nobody knows what came of it.
            await attempts.GiveBackAsync(account, network);
            if (isCountedUnknown)
                await attempts.GiveBackUnknownAsync(account);
            throw;
        }

        async Task<PasswordCheckResult> CheckCountedAsync()
        {
            var since = clock.Now() - SignInNetwork.Lifetime;
            var found = await db.Users.AsNoTracking().Where(user => user.Email == email)
                .Select(user => new
                {
                    User = user,
                    IsKnown = db.SignInNetworks.Any(known => known.UserId == user.Id && known.Network == network && known.LastUsedAt > since),
                })
                .SingleOrDefaultAsync(cancellationToken);
            // What others try does not keep an account from an address that it knows.
            var isKnown = found is { IsKnown: true };
            if (!isKnown && await attempts.CountUnknownAsync(account) is var left && left > TimeSpan.Zero)
            {
                await attempts.GiveBackAsync(account, network);
                return new(PasswordVerification.NotTried, null, left, new(network, account));
            }

            isCountedUnknown = !isKnown;
            var party = new HashingParty(network, isKnown ? null : account);
            var verification = await turns.RunAsync(party, () => hasher.Verify(password, found?.User.PasswordHash), cancellationToken);
            if (verification != PasswordVerification.NotTried && found is not { User.IsActive: true })
                verification = PasswordVerification.Wrong;
            if (verification == PasswordVerification.NotTried)
                await attempts.GiveBackAsync(account, network);
            else if (verification != PasswordVerification.Wrong)
                await attempts.ForgetAsync(account, network);
            if (!isKnown && verification != PasswordVerification.Wrong)
                await attempts.GiveBackUnknownAsync(account);
            return new(verification, found?.User, PasswordHashLimiter.RetryAfter, party);
        }
    }
}
