using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Accounts;

/// <summary>Creates admins for operators.</summary>
public sealed class AdminCreator(PrimeTaskDbContext db, PasswordHasher hasher, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>Creates the first admin from the settings <c>Admin:Email</c> and <c>Admin:Password</c>, if they are given and there is no admin yet.</summary>
    /// <returns>What is wrong, or null.</returns>
    public async Task<string?> EnsureFirstAsync(CancellationToken cancellationToken)
    {
        var email = configuration["Admin:Email"];
        return string.IsNullOrEmpty(email) || await db.Users.AnyAsync(user => user.Role == UserRole.Admin, cancellationToken)
            ? null
            : await CreateAsync(email, configuration["Admin:Password"] ?? "", cancellationToken);
    }

    /// <returns>What is wrong, or null.</returns>
    public async Task<string?> CreateAsync(string email, string password, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        email = Registration.ReadEmail(errors, new(email));
        password = PasswordRules.Read(errors, "password", new(password), ("email", email));
        if (!errors.Any && await db.Users.AnyAsync(user => user.Email == email, cancellationToken))
            errors.Add("email", "A user with that email already exists.");
        if (errors.Any)
            return string.Join(' ', errors.ToDictionary().SelectMany(field => field.Value.Select(sentence => $"{field.Key}: {sentence}")));

        var username = await FreeUsernameAsync(email, cancellationToken);
        db.Users.Add(User.Register(new Registration(email, username, "", "", password), hasher.Hash(password), UserRole.Admin, clock.Now()));
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>The part of the address before the @, with a number if somebody has that name.</summary>
    private async Task<string> FreeUsernameAsync(string email, CancellationToken cancellationToken)
    {
        var name = string.Concat(email.Split('@')[0].Where(char.IsAsciiLetterOrDigit));
        name = name.Length < User.MinUsernameLength ? "admin" + name : name[..Math.Min(name.Length, User.MaxUsernameLength - 9)];
        var taken = await db.Users.Where(user => user.Username.StartsWith(name)).Select(user => user.Username).ToListAsync(cancellationToken);
        return taken.Contains(name) ? Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{name}{number}").First(free => !taken.Contains(free)) : name;
    }
}
