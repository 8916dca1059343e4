using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Tasks.Subtasks;

/// <summary>
/// The tasks that changes name as parents. A parent is a task of the same owner that is no subtask itself, and its subtasks are in its project
/// (docs/decisions/0029-subtasks.md).
/// </summary>
internal sealed class Parents
{
    private readonly Dictionary<long, Parent> _found;

    private Parents(Dictionary<long, Parent> found) => _found = found;

    public static async Task<Parents> ReadAsync(PrimeTaskDbContext db, IEnumerable<TaskChanges?> changes, CancellationToken cancellationToken)
    {
        long[] ids = [.. changes.Select(one => one?.Parent.Value).OfType<long>().Distinct()];
        return new(ids.Length == 0 ? [] : await db.Tasks.AsNoTracking().Where(task => ids.Contains(task.Id))
            .Select(task => new Parent(task.Id, task.OwnerId, task.ProjectId, task.ParentId != null)).ToDictionaryAsync(parent => parent.Id, cancellationToken));
    }

    /// <summary>The one that these changes name, where it is at hand.</summary>
    public static Parents Of(TaskItem? task, TaskChanges changes) =>
        new(task is null || changes.Parent.Value != task.Id ? [] : new() { [task.Id] = new(task.Id, task.OwnerId, task.ProjectId, task.ParentId is not null) });

    /// <summary>Whether these changes make a subtask that there can be.</summary>
    /// <param name="task">Null for a new one.</param>
    /// <param name="owner">Of the task.</param>
    /// <param name="changes">Of the task.</param>
    /// <returns><see cref="TaskEditOutcome.Done"/>, or what is wrong.</returns>
    public TaskEditOutcome Check(TaskItem? task, long owner, TaskChanges? changes)
    {
        if (changes?.Parent.Value is not { } id)
            return TaskEditOutcome.Done;
        if (!_found.TryGetValue(id, out var parent) || parent.Owner != owner)
            return TaskEditOutcome.NoParent;
        if (id == task?.Id)
            return TaskEditOutcome.OwnParent;
        if (parent.IsSubtask)
            return TaskEditOutcome.ParentIsSubtask;
        if (task?.Subtasks.Total > 0)
            return TaskEditOutcome.HasSubtasks;
        return changes.Project.IsPresent && changes.Project.Value != parent.Project ? TaskEditOutcome.OtherProject : TaskEditOutcome.Done;
    }

    /// <summary>A subtask goes where its parent is.</summary>
    public TaskChanges Place(TaskChanges changes) =>
        changes.Parent.Value is { } id && _found.TryGetValue(id, out var parent) ? changes with { Project = new(parent.Project) } : changes;

    private sealed record Parent(long Id, long Owner, long? Project, bool IsSubtask);
}
