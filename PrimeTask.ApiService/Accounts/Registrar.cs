using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Accounts.Mails;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.Sessions;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Accounts;

/// <summary>Who registered, and the tokens of the session that was opened.</summary>
public sealed record Registered(User User, TokenPair Tokens);

/// <summary>Creates accounts, for people who register and for operators.</summary>
public sealed class Registrar(
    PrimeTaskDbContext db, PasswordHasher hasher, PasswordHashLimiter turns, SignIn signIn, TokenIssuer tokens, IdempotentWrites idempotency, AccountMails mails,
    AuditTrail audit, TimeProvider clock)
{
    public const string EmailTaken = "A user with that email already exists.";
    public const string UsernameTaken = "A user with that username already exists.";

    /// <summary>Names the fields that somebody else has already, beside everything else that is wrong with a registration.</summary>
    public async Task FindTakenAsync(Registration registration, FieldErrors errors, CancellationToken cancellationToken)
    {
        var (email, username) = (registration.Email, registration.Username);
        if (errors.Has("email"))
            email = "";
        if (errors.Has("username"))
            username = "";
        if (email == "" && username == "")
            return;

        var taken = await db.Users.Where(user => user.Email == email || user.Username == username)
            .Select(user => new { user.Email, user.Username }).ToListAsync(cancellationToken);
        if (taken.Any(user => user.Email == email))
            errors.Add("email", EmailTaken);
        if (taken.Any(user => user.Username == username))
            errors.Add("username", UsernameTaken);
    }

    /// <summary>The response to a registration that came before under the same Idempotency-Key; null when the key is new.</summary>
    public async Task<Idempotent<Registered>?> FindEarlierAsync(IdempotentRequest? request, CancellationToken cancellationToken) =>
        request is not null && await idempotency.FindAsync<Opened>(request, cancellationToken) is { } earlier
            ? await RespondAsync(request, earlier, cancellationToken)
            : null;

    /// <returns>Null when too many passwords wait for hashing, or when somebody took a name meanwhile; then <paramref name="errors"/> say which.</returns>
    public async Task<Idempotent<Registered>?> RegisterAsync(
        Registration registration, UserRole role, Client client, IdempotentRequest? request, FieldErrors errors, CancellationToken cancellationToken)
    {
        if (await turns.RunAsync(new(client.Network, null), () => hasher.Hash(registration.Password), cancellationToken) is not { } hash)
            return null;

        try
        {
            return await db.InTransactionAsync(
                async cancellation =>
                {
                    Registered? registered = null;
                    var opened = await idempotency.JoinAsync(
                        request,
                        async joined =>
                        {
                            (registered, var sessionId) = await AddAsync(registration, hash, role, client, request, joined);
                            return new Opened(sessionId);
                        },
                        cancellation);
                    return registered is null
                        ? await RespondAsync(request!, opened, cancellation) ?? new(null, KeyReused: true)
                        : new Idempotent<Registered>(registered);
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.ViolatedUniqueConstraint() is UserConfiguration.UniqueEmail or UserConfiguration.UniqueUsername)
        {
            await FindTakenAsync(registration, errors, cancellationToken);
            return null;
        }
    }

    private async Task<(Registered Registered, long SessionId)> AddAsync(
        Registration registration, string hash, UserRole role, Client client, IdempotentRequest? request, CancellationToken cancellationToken)
    {
        var user = User.Register(registration.Email, registration.Username, registration.FirstName, registration.LastName, hash, role, registration.TimeZone ?? TimeZones.Utc, clock.Now());
        db.Users.Add(user);
        await db.SaveChangesAsync(cancellationToken);
        audit.Add(AuditEvent.Registered, user.Id, user.Id);
        await mails.ConfirmAsync(user, cancellationToken);
        var (session, pair, _) = await signIn.StartSessionAsync(
            user,
            client,
            // Tokens are never kept: those of a registration that can be repeated follow from its key.
            session => request is null ? tokens.Issue(user, session) : tokens.Derive(user, session, request.KeyDigest, session.CreatedAt),
            cancellationToken);
        return (new Registered(user, pair), session.Id);
    }

    /// <returns>Null when the session has ended or its key is gone since.</returns>
    private async Task<Idempotent<Registered>?> RespondAsync(
        IdempotentRequest request, Idempotent<Opened> earlier, CancellationToken cancellationToken)
    {
        if (earlier.Response is not { } opened)
            return new(null, earlier.KeyReused);

        var found = await db.Sessions.AsNoTracking().Where(session => session.Id == opened.SessionId)
            .Join(db.Users, session => session.UserId, user => user.Id, (session, user) => new { session, user })
            .SingleOrDefaultAsync(cancellationToken);
        return found is not null && await signIn.DeriveAgainAsync(found.user, found.session, request.KeyDigest, found.session.CreatedAt, cancellationToken) is { } pair
            ? new(new Registered(found.user, pair))
            : null;
    }

    /// <summary>What is kept of a registration that can be repeated.</summary>
    /// <param name="SessionId">Its tokens are derived again.</param>
    /// <param name="Version">Of this form; 1 is also what was kept without one.</param>
    private sealed record Opened(long SessionId, int Version = 1);
}
