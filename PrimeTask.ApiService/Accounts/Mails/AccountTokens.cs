using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Sessions;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Accounts.Mails;

/// <summary>Makes the tokens of links in mail, and takes each of them once.</summary>
public sealed class AccountTokens(PrimeTaskDbContext db, TimeProvider clock)
{
    public const string Example = "3q2-7wAAq83vASNFZ4mrze8BI0VniavN7wEjRWeJq80";

    private const int Bytes = 32;

    /// <summary>A new token; the one before it for the same purpose is good no more.</summary>
    public async Task<string> IssueAsync(long userId, TokenPurpose purpose, CancellationToken cancellationToken)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO account_tokens (user_id, purpose, digest, expires_at)
            VALUES ({userId}, {Choices.Name(purpose)}, {TokenIssuer.Digest(token)}, {clock.Now() + AccountToken.Lifetime})
            ON CONFLICT (user_id, purpose) DO UPDATE SET digest = excluded.digest, expires_at = excluded.expires_at
            """,
            cancellationToken);
        return token;
    }

    /// <returns>Whose token it is; null when it is none, used, replaced or expired, or its user is not active.</returns>
    public Task<User?> FindUserAsync(string token, TokenPurpose purpose, CancellationToken cancellationToken) =>
        Live(token, purpose).Join(db.Users.Where(user => user.IsActive), live => live.UserId, user => user.Id, (_, user) => user)
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    /// <summary>Inside the caller's transaction: of several at once, the database lets one take it.</summary>
    /// <returns>Whose it was; null as above.</returns>
    public async Task<User?> TakeAsync(string token, TokenPurpose purpose, CancellationToken cancellationToken)
    {
        if (await FindUserAsync(token, purpose, cancellationToken) is not { Id: var id })
            return null;
        var user = await db.Users.FromSql($"SELECT * FROM users WHERE id = {id} FOR UPDATE").SingleOrDefaultAsync(cancellationToken);
        return user is { IsActive: true } && await Live(token, purpose).ExecuteDeleteAsync(cancellationToken) > 0 ? user : null;
    }

    private IQueryable<AccountToken> Live(string token, TokenPurpose purpose)
    {
        var (digest, now) = (TokenIssuer.Digest(token), clock.Now());
        return db.AccountTokens.Where(live => live.Digest == digest && live.Purpose == purpose && live.ExpiresAt > now);
    }
}
