using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Accounts;

/// <summary>What operators do to accounts. What is wrong is returned as a sentence, and null when nothing is.</summary>
public sealed class OperatorAccounts(
    PrimeTaskDbContext db, PasswordHasher hasher, IConfiguration configuration, AuditTrail audit, TimeProvider clock, IServiceProvider services)
{
    public const string FirstAdminPassword = "Admin:Password";

    /// <summary>Creates the first admin from the settings <c>Admin:Email</c> and <c>Admin:Password</c>, if they are given and there is no admin yet.</summary>
    /// <returns>The email address of the admin that was created, if one was; and what is wrong.</returns>
    public async Task<(string? Created, string? Problem)> EnsureFirstAdminAsync(CancellationToken cancellationToken)
    {
        var (email, password) = (configuration["Admin:Email"], configuration[FirstAdminPassword]);
        if (string.IsNullOrEmpty(email) || await db.Users.AnyAsync(user => user.Role == UserRole.Admin, cancellationToken))
            return default;
        if (string.IsNullOrEmpty(password))
            return (null, "There is no admin yet, and no password for the first one: set Parameters:admin-password of the AppHost, or the environment variable Admin__Password.");

        var problem = await CreateAsync(email, password, cancellationToken);
        return (problem is null ? email : null, problem);
    }

    public async Task<string?> CreateAsync(string email, string password, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        new EmailAttribute().Check(errors, "email", email);
        email = EmailAttribute.Fold(email);
        CheckPassword(errors, password, ("email", email));
        if (!errors.Any && await db.Users.AnyAsync(user => user.Email == email, cancellationToken))
            errors.Add("email", "A user with that email already exists.");
        if (errors.Any)
            return Sentence(errors);

        var username = await FreeUsernameAsync(email, cancellationToken);
        var hash = hasher.Hash(password);
        return await db.InTransactionAsync<string?>(
            async cancellation =>
            {
                var admin = User.Register(email, username, "", "", hash, UserRole.Admin, TimeZones.Utc, clock.Now());
                db.Users.Add(admin);
                await db.SaveChangesAsync(cancellation);
                audit.Add(AuditEvent.AdminCreated, admin.Id, null);
                await db.SaveChangesAsync(cancellation);
                return null;
            },
            cancellationToken);
    }

    /// <summary>Ends all sessions of the user as well.</summary>
    public async Task<string?> ResetPasswordAsync(string email, string password, CancellationToken cancellationToken)
    {
        var address = EmailAttribute.Fold(email);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Email == address, cancellationToken);
        if (user is null)
            return "email: Nobody has this address.";

        var errors = new FieldErrors();
        CheckPassword(errors, password, PasswordRules.Personal(user));
        if (errors.Any)
            return Sentence(errors);

        // Needs the cache, to tell the replicas: made only here, because the other commands run without it.
        var change = services.GetRequiredService<PasswordChange>();
        return await change.ChangeAsync(user, hasher.Hash(password), null, AuditEvent.PasswordReset, cancellationToken) == true
            ? null
            : "Somebody changed the account meanwhile: try again.";
    }

    private static void CheckPassword(FieldErrors errors, string password, params IReadOnlyCollection<(string Field, string Value)> personal)
    {
        new NewPasswordAttribute().Check(errors, "password", password);
        PasswordRules.Check(errors, "password", new(password), personal);
    }

    private static string Sentence(FieldErrors errors) =>
        string.Join(' ', errors.ToDictionary().SelectMany(field => field.Value.Select(sentence => $"{field.Key}: {sentence}")));

    /// <summary>The part of the address before the @, with a number if somebody has that name.</summary>
    private async Task<string> FreeUsernameAsync(string email, CancellationToken cancellationToken)
    {
        var name = string.Concat(email.Split('@')[0].Where(char.IsAsciiLetterOrDigit));
        name = name.Length < User.MinUsernameLength ? "admin" + name : name[..Math.Min(name.Length, User.MaxUsernameLength - 9)];
        var taken = await db.Users.Where(user => user.Username.StartsWith(name)).Select(user => user.Username).ToListAsync(cancellationToken);
        return taken.Contains(name) ? Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{name}{number}").First(free => !taken.Contains(free)) : name;
    }
}
