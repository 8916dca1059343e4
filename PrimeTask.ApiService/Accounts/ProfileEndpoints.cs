using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.OpenApi;
using PrimeTask.ApiService.RateLimiting;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Accounts;

public static class ProfileEndpoints
{
    private const string Retrieved = "Profile retrieved successfully";
    private const string Updated = "Profile updated successfully";
    private const string PasswordChanged = "Password changed successfully";

    public static void MapProfile(this IEndpointRouteBuilder accounts)
    {
        accounts.MapGet("/profile/", GetAsync).WithName("getProfile").WithSummary("Read the own account").WithMessage(Retrieved);
        accounts.MapPut("/profile/", ReplaceAsync).WithName("replaceProfile").WithSummary("Change the own names and time zone; the username is required").WithMessage(Updated);
        accounts.MapPatch("/profile/", PatchAsync).WithName("updateProfile").WithSummary("Change the own names and time zone; what is left out stays").WithMessage(Updated);
        accounts.MapPut("/change-password/", ChangePasswordAsync).LimitByAddress("change-password", limits => limits.ChangePassword)
            .WithName("changePassword").WithSummary("Change the own password and end all other sessions").WithMessage(PasswordChanged);
    }

    private static async Task<Results<Ok<Envelope<UserResponse>>, AccountGone>> GetAsync(
        CurrentUser caller, PrimeTaskDbContext db, CancellationToken cancellationToken)
    {
        var user = await db.Users.Where(user => user.Id == caller.Id).Select(UserResponse.FromUser).SingleOrDefaultAsync(cancellationToken);
        return user is null ? new AccountGone() : Envelope.Ok(Retrieved, user);
    }

    private static Task<Results<Ok<Envelope<UserResponse>>, Invalid, AccountGone>> ReplaceAsync(
        ProfileRequest body, CurrentUser caller, PrimeTaskDbContext db, CacheVersions versions, TimeProvider clock, CancellationToken cancellationToken) =>
        ChangeAsync(body, whole: true, caller, db, versions, clock, cancellationToken);

    private static Task<Results<Ok<Envelope<UserResponse>>, Invalid, AccountGone>> PatchAsync(
        ProfilePatch body, CurrentUser caller, PrimeTaskDbContext db, CacheVersions versions, TimeProvider clock, CancellationToken cancellationToken) =>
        ChangeAsync(body, whole: false, caller, db, versions, clock, cancellationToken);

    private static async Task<Results<Ok<Envelope<UserResponse>>, Invalid, AccountGone>> ChangeAsync(
        ProfileRequest body, bool whole, CurrentUser caller, PrimeTaskDbContext db, CacheVersions versions, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Check(body, whole);
        var username = body.Username.Map(UsernameAttribute.Fold);
        if (!errors.Has("username") && username.IsPresent
            && await db.Users.AnyAsync(other => other.Username == username.Value && other.Id != caller.Id, cancellationToken))
        {
            errors.Add("username", Registrar.UsernameTaken);
        }

        if (errors.Any)
            return new Invalid(errors);

        try
        {
            await using (await versions.BeginChangeAsync(CacheVersions.AllTasks, CacheVersions.TasksOf(caller.Id)))
            {
                var user = await db.InTransactionAsync(RenameAsync, cancellationToken);
                return user is null ? new AccountGone() : Envelope.Ok(Updated, UserResponse.From(user));
            }
        }
        catch (DbUpdateException exception) when (exception.ViolatedUniqueConstraint() == UserConfiguration.UniqueUsername)
        {
            return new Invalid("username", Registrar.UsernameTaken);
        }

        async Task<User?> RenameAsync(CancellationToken cancellation)
        {
            // What an admin changes meanwhile stays: the text that admins search is of all names.
            var user = await db.Users.FromSql($"SELECT * FROM users WHERE id = {caller.Id} FOR UPDATE").SingleOrDefaultAsync(cancellation);
            user?.Rename(username, body.FirstName.Map(WireText.Line), body.LastName.Map(WireText.Line), clock.Now());
            user?.MoveTo(body.TimeZone.Or(user.TimeZone));
            await db.SaveChangesAsync(cancellation);
            return user;
        }
    }

    private static async Task<Results<Ok<Message>, Invalid, AccountGone, TooMany>> ChangePasswordAsync(
        ChangePasswordRequest body, HttpContext context, CurrentUser caller, PrimeTaskDbContext db, PasswordCheck passwords, PasswordHashLimiter turns,
        PasswordHasher hasher, PasswordChange change, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == caller.Id, cancellationToken);
        if (user is null)
            return new AccountGone();

        var errors = new FieldErrors();
        CheckPasswords(errors, body, user);
        if (errors.Has("old_password"))
            return new Invalid(errors);

        var (verification, _, retryAfter, party) = await passwords.CheckAsync(user.Email, body.OldPassword.Value!, ClientNetwork.Of(context), cancellationToken);
        if (verification == PasswordVerification.NotTried)
            return new TooMany(retryAfter);
        if (verification == PasswordVerification.Wrong)
            errors.Add("old_password", "Current password is incorrect.");
        if (errors.Any)
            return new Invalid(errors);

        var hash = await turns.RunAsync(party, () => hasher.Hash(body.NewPassword.Value!), cancellationToken);
        if (hash is null)
            return new TooMany(PasswordHashLimiter.RetryAfter);

        return await change.ChangeAsync(user, hash, caller.SessionId, AuditEvent.PasswordChanged, cancellationToken) switch
        {
            true => TypedResults.Ok(new Message(true, PasswordChanged)),
            false => new Invalid("old_password", "Current password is incorrect."),
            null => new AccountGone(),
        };
    }

    private static void CheckPasswords(FieldErrors errors, ChangePasswordRequest body, User user)
    {
        errors.Check(body);
        PasswordRules.Check(errors, "new_password", body.NewPassword, PasswordRules.Personal(user));
        if (body.NewPassword.Value is { Length: > 0 } password && PasswordHasher.Prepare(password) == PasswordHasher.Prepare(body.OldPassword.Value ?? ""))
            errors.Add("new_password", "New password must be different from current password.");
        PasswordRules.CheckConfirmation(errors, "new_password_confirm", body.NewPasswordConfirm, body.NewPassword);
    }
}
