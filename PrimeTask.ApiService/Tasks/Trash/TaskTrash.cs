using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks.Order;
using PrimeTask.ApiService.Tasks.Subtasks;

namespace PrimeTask.ApiService.Tasks.Trash;

/// <summary>What is done to tasks in the trash.</summary>
public sealed class TaskTrash(PrimeTaskDbContext db, CacheVersions versions, AuditTrail audit, TimeProvider clock)
{
    /// <returns>Null when it is not in the trash that the caller sees.</returns>
    public async Task<TaskResponse?> RestoreAsync(long id, CurrentUser user, AuditOrigin origin, CancellationToken cancellationToken)
    {
        if (await db.TrashedTasks.AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(trashed => trashed.Id == id, cancellationToken) is not { } task)
            return null;

        var now = clock.Now();
        AuditEntry[] entries = task.OwnerId == user.Id ? [] : [AuditEntry.Of(AuditEvent.TaskRestored, user.Id, task.OwnerId, now, origin, id)];
        await using (await versions.BeginChangeAsync(CacheVersions.Changed([task.OwnerId])))
        {
            return await db.InTransactionAsync(
                async cancellation =>
                {
                    await db.LockOrderAsync(task.OwnerId, cancellation);
                    return (await db.RestoreAsync([task], user.Id, now, entries)).Contains(id) ? (await db.ReadTasksAsync([id])).GetValueOrDefault(id) : null;
                },
                cancellationToken);
        }
    }

    /// <summary>Deletes one task for good, with the subtasks that went into the trash with it.</summary>
    /// <returns>False when it is not in the trash that the caller sees.</returns>
    public Task<bool> DeleteAsync(long id, CurrentUser user, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async cancellation =>
            {
                var owner = await db.TrashedTasks.VisibleTo(user).Where(trashed => trashed.Id == id).Select(trashed => (long?)trashed.OwnerId).SingleOrDefaultAsync(cancellation);
                if (owner is null)
                    return false;
                await db.DeleteTrashedSubtasksAsync([id], cancellation);
                if (await db.TrashedTasks.Where(trashed => trashed.Id == id).ExecuteDeleteAsync(cancellation) == 0)
                    return false;
                if (owner != user.Id)
                    audit.Add(AuditEvent.TaskDeleted, owner, user.Id, id);
                await db.SaveChangesAsync(cancellation);
                return true;
            },
            cancellationToken);
}
