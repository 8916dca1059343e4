using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.Tasks.Subtasks;

namespace PrimeTask.ApiService.Tasks;

/// <summary>Creates tasks like others, with copies of their open subtasks. The copy belongs to the owner of the task, also when an admin makes it.</summary>
public sealed class TaskDuplication(PrimeTaskDbContext db, CacheVersions versions, IdempotentWrites idempotency, AuditTrail audit, TimeProvider clock)
{
    /// <returns>No response when the task is not there for this caller.</returns>
    public async Task<Idempotent<StoredCreation>> DuplicateAsync(long id, CurrentUser user, IdempotentRequest? request, CancellationToken cancellationToken)
    {
        // The owner of a task stays; without one that the caller sees, a request that was done before can still be repeated.
        var owner = await db.Tasks.VisibleTo(user).Where(task => task.Id == id).Select(task => (long?)task.OwnerId).SingleOrDefaultAsync(cancellationToken);
        await using (await versions.BeginChangeAsync(CacheVersions.Changed(owner is null ? [] : [owner.Value])))
            return await db.InTransactionAsync(cancellation => idempotency.JoinAsync(request, DuplicateAsync, cancellation), cancellationToken);

        async Task<StoredCreation?> DuplicateAsync(CancellationToken cancellation)
        {
            if (owner is null || (await db.FindTasksAsync([id])).GetValueOrDefault(id) is not { } task)
                return null;

            var now = clock.Now();
            var created = (await db.InsertAsync([task.Duplicate(now)]))[0];
            if (created is null)
                return null;
            TaskItem[] subtasks = [.. (await db.FindOpenSubtasksAsync([id], cancellation)).Select(subtask => subtask.Duplicate(now))];
            foreach (var subtask in subtasks)
                subtask.PutUnder(created.Id);
            var copies = subtasks.Length == 0 ? [] : await db.InsertAsync(subtasks);
            if (owner != user.Id)
            {
                foreach (var copy in copies.Prepend(created).OfType<TaskResponse>())
                    audit.Add(AuditEvent.TaskCreated, owner, user.Id, copy.Id);
            }

            await db.SaveChangesAsync(cancellation);
            return StoredCreation.Of(created with { Subtasks = new(copies.Count, 0) });
        }
    }
}
