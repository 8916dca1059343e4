using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Accounts;

/// <summary>Creates accounts, for people who register and for operators.</summary>
public sealed class Registrar(PrimeTaskDbContext db, PasswordHasher hasher, HashingTurns turns, SignIn signIn, AuditTrail audit, TimeProvider clock)
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

    /// <returns>Null when too many passwords wait for hashing, or when somebody took a name meanwhile; then <paramref name="errors"/> say which.</returns>
    public async Task<(User User, TokenPair Tokens)?> RegisterAsync(
        Registration registration, UserRole role, Client client, FieldErrors errors, CancellationToken cancellationToken)
    {
        if (await turns.RunAsync(() => hasher.Hash(registration.Password), cancellationToken) is not { } hash)
            return null;

        try
        {
            return await db.InTransactionAsync(
                async cancellation =>
                {
                    var user = User.Register(registration, hash, role, clock.Now());
                    db.Users.Add(user);
                    await db.SaveChangesAsync(cancellation);
                    audit.Add(AuditEvent.Registered, user.Id, user.Id);
                    return (user, await signIn.StartSessionAsync(user, client, cancellation));
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.ViolatedUniqueConstraint() is UserConfiguration.UniqueEmail or UserConfiguration.UniqueUsername)
        {
            await FindTakenAsync(registration, errors, cancellationToken);
            return null;
        }
    }
}
