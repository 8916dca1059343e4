using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks.Order;
using PrimeTask.ApiService.Tasks.Subtasks;

namespace PrimeTask.ApiService.Tasks.Recurrence;

/// <summary>
/// Keeps a series at one task that goes on: of the tasks of a series, at most one that recurs has no next one. The callers hold
/// <see cref="OrderLock"/> of the owner, then the task's row.
/// </summary>
internal static class TaskSeries
{
    /// <summary>Whether an edit can concern other tasks of a series.</summary>
    public static bool Concerns(TaskItem task, TaskChanges? changes) =>
        changes is not null && (task.Recurrence is not null || task.NextId is not null || changes.Recurrence.Value is not null);

    /// <summary>Why a task can't be edited so; null when it can.</summary>
    public static TaskEditOutcome? Refuse(TaskItem task, TaskChanges changes) =>
        changes.Recurrence.Or(task.Recurrence) is not null && task.DueAfter(changes) is (null, null) ? TaskEditOutcome.NoDueDate
        : changes.Step == TaskStep.Skip && task.Recurrence is null ? TaskEditOutcome.NotRecurring
        : changes.Following && task.NextId is not null ? TaskEditOutcome.HasNext
        : null;

    /// <summary>Makes the next occurrence of a task that was completed or skipped, and takes it back for one that was reopened.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="task">With its new values. It is saved by the caller.</param>
    /// <param name="before">The status that it had.</param>
    /// <param name="step">What was done to it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">For the queries.</param>
    /// <returns>The ids of the tasks that were made: of the next one, and of its subtasks.</returns>
    public static async Task<IReadOnlyList<long>> FollowAsync(
        this PrimeTaskDbContext db, TaskItem task, TaskItemStatus before, TaskStep step, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isDone = task.Status != before && (task.Status == TaskItemStatus.Completed || step == TaskStep.Skip);
        if (isDone && task.Recurrence is not null && task.NextId is null && task.MakeNext(now) is { } next)
        {
            // The owner is held, so it is there.
            var made = (await db.InsertAsync([next]))[0]!.Id;
            task.BeFollowedBy(made);
            return [made, .. await db.CopySubtasksAsync(task, next, made, cancellationToken)];
        }

        // What recurs no more, or has become a part of the next one, does not go on in its place.
        var isBack = task.IsOpen && before is TaskItemStatus.Completed or TaskItemStatus.Cancelled && task.Recurrence is not null && task.ParentId != task.NextId;
        if (isBack && task.NextId is { } nextId && await db.TakeBackAsync(task, nextId, cancellationToken))
            task.BeFollowedBy(null);
        return [];
    }

    /// <summary>What was restored goes on with its series only where no other task does.</summary>
    public static Task<int> JoinSeriesAsync(this PrimeTaskDbContext db, List<long> restored) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE tasks SET recurrence = NULL, occurrence = NULL
            WHERE id = ANY ({restored}) AND recurrence IS NOT NULL AND next_id IS NULL AND series_id IS NOT NULL AND EXISTS (
                SELECT FROM tasks AS other
                WHERE other.series_id = tasks.series_id AND other.owner_id = tasks.owner_id AND other.recurrence IS NOT NULL AND other.next_id IS NULL
                    AND other.id <> tasks.id AND (other.id > tasks.id OR other.id <> ALL ({restored})))
            """);

    /// <summary>The next one has the same subtasks to be done, as long before it as they were.</summary>
    private static async Task<IEnumerable<long>> CopySubtasksAsync(this PrimeTaskDbContext db, TaskItem task, TaskItem next, long nextId, CancellationToken cancellationToken)
    {
        var subtasks = await db.Tasks.AsNoTracking()
            .Where(subtask => subtask.ParentId == task.Id && subtask.Status != TaskItemStatus.Cancelled && subtask.Recurrence == null)
            .OrderBy(subtask => subtask.Position ?? subtask.Id).ThenBy(subtask => subtask.Id).ToListAsync(cancellationToken);
        if (subtasks.Count == 0)
            return [];
        var days = Occurrence.Of(next).Day.DayNumber - Occurrence.Of(task).Day.DayNumber;
        var copies = await db.InsertAsync([.. subtasks.Select(subtask => subtask.CopyUnder(nextId, next.ProjectId, days, ZoneDays.Of(task.Owner.TimeZone), next.CreatedAt))]);
        return copies.OfType<TaskResponse>().Select(copy => copy.Id);
    }

    /// <returns>Whether the task goes on with the series again.</returns>
    private static async Task<bool> TakeBackAsync(this PrimeTaskDbContext db, TaskItem task, long nextId, CancellationToken cancellationToken)
    {
        await db.HoldTasksAsync([nextId], cancellationToken);
        if ((await db.FindTasksAsync([nextId])).GetValueOrDefault(nextId) is { } next)
        {
            var isAsMade = next.Occurrence?.AsMade == Occurrence.Digest(next)
                && !await db.Tasks.AnyAsync(subtask => subtask.ParentId == nextId && (subtask.CreatedAt != next.CreatedAt || subtask.UpdatedAt != next.CreatedAt), cancellationToken);
            return isAsMade && (await db.DeleteAsync([next])).Count > 0;
        }

        return !await db.Tasks.AnyAsync(
            other => other.SeriesId == task.SeriesId && other.OwnerId == task.OwnerId && other.Id != task.Id && other.Recurrence != null && other.NextId == null, cancellationToken);
    }
}
