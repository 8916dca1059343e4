using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Tasks;

public enum TaskEditOutcome
{
    Done,
    Missing,

    /// <summary>If-Match names another state of the task.</summary>
    Changed,
}

/// <summary>Changes tasks so that no caller's change is lost to another's.</summary>
public sealed class TaskEditor(PrimeTaskDbContext db, CacheVersions versions, TimeProvider clock)
{
    /// <summary>Simultaneous changes of one task follow one another; so many in a row can't all lose to others.</summary>
    private const int MaxAttempts = 20;

    public async Task<(TaskEditOutcome Outcome, TaskResponse? Task)> EditAsync(
        long id, CurrentUser user, StringValues ifMatch, TaskChanges changes, CancellationToken cancellationToken)
    {
        var (outcome, task) = await ChangeAsync(id, user, ifMatch, task => task.Edit(changes, clock.Now()), cancellationToken);
        return (outcome, task is null ? null : TaskResponse.From(task));
    }

    public async Task<TaskEditOutcome> DeleteAsync(long id, CurrentUser user, StringValues ifMatch, CancellationToken cancellationToken) =>
        (await ChangeAsync(id, user, ifMatch, task => db.Tasks.Remove(task), cancellationToken)).Outcome;

    private async Task<(TaskEditOutcome Outcome, TaskItem? Task)> ChangeAsync(
        long id, CurrentUser user, StringValues ifMatch, Action<TaskItem> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var task = await db.FindTaskAsync(id, user, cancellationToken);
            if (task is null)
                return (TaskEditOutcome.Missing, null);
            if (ifMatch.Count > 0 && !EntityTags.Match(ifMatch, TaskResponse.From(task).ETag()))
                return (TaskEditOutcome.Changed, null);

            change(task);
            try
            {
                await using (await versions.BeginChangeAsync(CacheVersions.AllTasks, CacheVersions.TasksOf(task.OwnerId)))
                    await db.SaveChangesAsync(cancellationToken);
                return (TaskEditOutcome.Done, task);
            }
            catch (DbUpdateConcurrencyException) when (attempt < MaxAttempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
