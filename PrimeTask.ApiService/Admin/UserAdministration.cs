using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Sessions;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Admin;

public enum UserChangeOutcome
{
    Done,
    Missing,
    LastAdmin,
}

/// <summary>Valid new values; what is not present stays as it is.</summary>
public sealed record UserChanges(Maybe<string> FirstName, Maybe<string> LastName, Maybe<UserRole> Role, Maybe<bool> IsActive);

/// <summary>Changes other people's accounts, and never so that no active admin is left.</summary>
public sealed class UserAdministration(
    PrimeTaskDbContext db, SessionEnd sessions, CacheVersions versions, AuditTrail audit, TimeProvider clock)
{
    public Task<UserChangeOutcome> ChangeAsync(long id, UserChanges changes, long actorId, CancellationToken cancellationToken) =>
        ChangeVersionsAsync(
            id,
            async (user, cancellation) =>
            {
                if (await IsLastAdminAsync(user, changes.Role.Or(user.Role), changes.IsActive.Or(user.IsActive), cancellation))
                    return UserChangeOutcome.LastAdmin;

                Audit(user, changes, actorId);
                user.Rename(default, changes.FirstName, changes.LastName, clock.Now());
                user.ChangeRole(changes.Role.Or(user.Role));
                user.Activate(changes.IsActive.Or(user.IsActive));
                await db.SaveChangesAsync(cancellation);
                if (!user.IsActive)
                    await sessions.EndInTransactionAsync(session => session.UserId == id, cancellation);
                return UserChangeOutcome.Done;
            },
            cancellationToken);

    public Task<UserChangeOutcome> DeleteAsync(long id, long actorId, CancellationToken cancellationToken) =>
        ChangeVersionsAsync(
            id,
            async (user, cancellation) =>
            {
                if (await IsLastAdminAsync(user, UserRole.User, false, cancellation))
                    return UserChangeOutcome.LastAdmin;

                audit.Add(AuditEvent.Deleted, id, actorId);
                db.Users.Remove(user);
                await db.SaveChangesAsync(cancellation);
                return UserChangeOutcome.Done;
            },
            cancellationToken);

    private async Task<UserChangeOutcome> ChangeVersionsAsync(
        long id, Func<User, CancellationToken, Task<UserChangeOutcome>> change, CancellationToken cancellationToken)
    {
        await using (await versions.BeginChangeAsync(CacheVersions.AllTasks, CacheVersions.TasksOf(id), CacheVersions.SessionsOf(id)))
        {
            return await db.InTransactionAsync(
                async cancellation =>
                {
                    // Admins first and in one order: two requests that would each leave the other as the last admin follow one another.
                    await db.Users.FromSql($"SELECT * FROM users WHERE role = 'admin' AND is_active ORDER BY id FOR UPDATE").LoadAsync(cancellation);
                    var user = await db.Users.FromSql($"SELECT * FROM users WHERE id = {id} FOR UPDATE").SingleOrDefaultAsync(cancellation);
                    return user is null ? UserChangeOutcome.Missing : await change(user, cancellation);
                },
                cancellationToken);
        }
    }

    private async Task<bool> IsLastAdminAsync(User user, UserRole newRole, bool newActive, CancellationToken cancellationToken) =>
        user is { Role: UserRole.Admin, IsActive: true } && (newRole != UserRole.Admin || !newActive)
        && !await db.Users.AnyAsync(other => other.Id != user.Id && other.Role == UserRole.Admin && other.IsActive, cancellationToken);

    private void Audit(User user, UserChanges changes, long actorId)
    {
        if (changes.Role.Or(user.Role) != user.Role)
            audit.Add(AuditEvent.RoleChanged, user.Id, actorId);
        if (changes.IsActive.Or(user.IsActive) != user.IsActive)
            audit.Add(user.IsActive ? AuditEvent.Deactivated : AuditEvent.Activated, user.Id, actorId);
        if (changes.FirstName.Or(user.FirstName) != user.FirstName || changes.LastName.Or(user.LastName) != user.LastName)
            audit.Add(AuditEvent.NamesChanged, user.Id, actorId);
    }
}
