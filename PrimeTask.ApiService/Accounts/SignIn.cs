using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Accounts.Mails;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Sessions;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Accounts;

/// <summary>Starts sessions and rotates their refresh tokens.</summary>
public sealed class SignIn(
    PrimeTaskDbContext db, TokenIssuer tokens, SessionEnd sessions, AccountMails mails, AuditTrail audit, TimeProvider clock, IOptions<JwtOptions> options)
{
    /// <summary>A second tab that presents a token which the first has just used must not sign anybody out.</summary>
    private static readonly TimeSpan _leeway = TimeSpan.FromSeconds(10);

    /// <summary>How long a caller whose response got lost may ask for it again.</summary>
    private static readonly TimeSpan _replayWindow = TimeSpan.FromSeconds(60);

    /// <summary>Opens a session for a user whose password was found right, and stores that password in a stronger form if there is one.</summary>
    /// <returns>Null when the user was deactivated or got another password since.</returns>
    public Task<TokenPair?> OpenAsync(User user, string? strongerHash, Client client, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async cancellation =>
            {
                // Whoever takes the account away now waits for this session and then ends it with the others.
                var current = await db.Users.FromSql($"SELECT * FROM users WHERE id = {user.Id} FOR UPDATE").SingleOrDefaultAsync(cancellation);
                if (current is not { IsActive: true } || current.PasswordHash != user.PasswordHash)
                    return null;
                if (strongerHash is not null)
                    current.UpgradePasswordHash(strongerHash);
                audit.Add(AuditEvent.SignedIn, current.Id, current.Id);
                var (session, pair, isNewPlace) = await StartSessionAsync(current, client, session => tokens.Issue(current, session), cancellation);
                if (isNewPlace && await mails.CountAsync(current.Email, "sign-in") == TimeSpan.Zero)
                    await mails.TellOfSignInAsync(current, client, session.CreatedAt, cancellation);
                return pair;
            },
            cancellationToken);

    /// <summary>Opens a session inside the caller's transaction.</summary>
    /// <returns>Also whether the account was never signed in to from this network with such a program.</returns>
    public async Task<(Session Session, TokenPair Tokens, bool IsNewPlace)> StartSessionAsync(
        User user, Client client, Func<Session, TokenPair> issue, CancellationToken cancellationToken)
    {
        var lifetime = options.Value.RefreshLifetime < options.Value.SessionLifetime ? options.Value.RefreshLifetime : options.Value.SessionLifetime;
        var session = Session.Start(user.Id, client, clock.Now(), lifetime);
        db.Sessions.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        await SignInNetwork.RememberAsync(db, user.Id, client.Network, session.CreatedAt, cancellationToken);
        var isNewPlace = await SignInPlace.RememberAsync(db, user.Id, client, session.CreatedAt, cancellationToken);

        var pair = issue(session);
        db.RefreshTokens.Add(RefreshToken.Issue(session.Id, pair.RefreshDigest(), pair.RefreshExpiresAt));
        await db.SaveChangesAsync(cancellationToken);
        return (session, pair, isNewPlace);
    }

    /// <summary>Exchanges a refresh token for new tokens; of many simultaneous callers the database lets one through.</summary>
    /// <param name="refresh">The token as it was sent.</param>
    /// <param name="idempotencyKey">Repeating the request with the same key gives the same tokens again; null means that it can't be repeated.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The tokens and whose they are; null when the token is refused.</returns>
    public async Task<(User User, TokenPair Tokens)?> RefreshAsync(string refresh, string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (await tokens.ReadRefreshAsync(refresh) is not var (userId, sessionId))
            return null;

        var digest = TokenIssuer.Digest(refresh);
        // Without a key one is made up that nobody can send again.
        var key = TokenIssuer.Digest(idempotencyKey ?? Guid.NewGuid().ToString());
        var now = clock.Now();
        var (response, replayed) = await db.InTransactionAsync(
            async cancellation =>
            {
                var found = await db.Sessions.AsNoTracking().Where(session => session.Id == sessionId && session.RevokedAt == null)
                    .Join(db.Users.Where(user => user.Id == userId && user.IsActive), session => session.UserId, user => user.Id, (session, user) => new { session, user })
                    .SingleOrDefaultAsync(cancellation);
                if (found is null || tokens.EndOf(found.session) <= now)
                    return (null, false);

                var (pair, again) = await RotateAsync(found.user, found.session, digest, key, now, cancellation) is { } rotated
                    ? (rotated, false)
                    : await ReplayAsync(found.user, found.session, digest, key, now, cancellation);
                return (pair is null ? default((User, TokenPair)?) : (found.user, pair), again);
            },
            cancellationToken);
        if (replayed)
            await sessions.EndAsync(userId, sessionId, AuditEvent.RefreshReplayed, null, cancellationToken);
        return response;
    }

    /// <summary>The tokens that a request got before, from this replica or from one that signs with another key.</summary>
    /// <returns>Null when the key that signed them is not accepted any more.</returns>
    public async Task<TokenPair?> DeriveAgainAsync(User user, Session session, byte[] source, DateTimeOffset issuedAt, CancellationToken cancellationToken)
    {
        foreach (var pair in tokens.DeriveWithAnyKey(user, session, source, issuedAt))
        {
            var digest = pair.RefreshDigest();
            if (await db.RefreshTokens.AnyAsync(token => token.Digest == digest, cancellationToken))
                return pair;
        }

        return null;
    }

    private async Task<TokenPair?> RotateAsync(
        User user, Session session, byte[] digest, byte[] key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var won = await db.RefreshTokens.Where(token => token.Digest == digest && token.UsedAt == null).ExecuteUpdateAsync(
            token => token.SetProperty(used => used.UsedAt, now).SetProperty(used => used.KeyDigest, key), cancellationToken);
        if (won == 0)
            return null;

        var pair = tokens.Derive(user, session, [.. digest, .. key], now);
        db.RefreshTokens.Add(RefreshToken.Issue(session.Id, pair.RefreshDigest(), pair.RefreshExpiresAt));
        await db.SaveChangesAsync(cancellationToken);
        await db.Sessions.Where(rotated => rotated.Id == session.Id).ExecuteUpdateAsync(
            rotated => rotated.SetProperty(used => used.LastUsedAt, now).SetProperty(used => used.ExpiresAt, pair.RefreshExpiresAt),
            cancellationToken);
        return pair;
    }

    /// <summary>A token that was used already: the same response for the same key, nothing within the leeway, and else the end of the session.</summary>
    private async Task<(TokenPair? Pair, bool Replayed)> ReplayAsync(
        User user, Session session, byte[] digest, byte[] key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var used = await db.RefreshTokens.AsNoTracking().SingleOrDefaultAsync(token => token.Digest == digest, cancellationToken);
        if (used is not { UsedAt: { } usedAt, KeyDigest: { } usedKey })
            return (null, false);

        return now - usedAt <= _replayWindow && usedKey.AsSpan().SequenceEqual(key)
            ? (await DeriveAgainAsync(user, session, [.. digest, .. key], usedAt, cancellationToken), false)
            : (null, now - usedAt > _leeway);
    }
}
