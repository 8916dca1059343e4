using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks.Trash;

namespace PrimeTask.ApiService.Tasks.Subtasks;

internal static class SubtaskStatements
{
    /// <summary>
    /// Holds tasks that become subtasks, and their parents, until the end of the transaction, and looks whether they still can. The order of the ids keeps two
    /// requests from waiting for each other; the look is a statement of its own, because it must see what was committed while this one waited.
    /// </summary>
    /// <returns>The ids of those that can't become subtasks of these parents any more.</returns>
    public static async Task<IReadOnlySet<long>> HoldSubtasksAsync(this PrimeTaskDbContext db, IEnumerable<TaskItem> subtasks, CancellationToken cancellationToken)
    {
        TaskItem[] placed = [.. subtasks.Where(task => task.ParentId is not null)];
        if (placed.Length == 0)
            return new HashSet<long>();

        long[] ids = [.. placed.Select(task => task.Id)];
        long[] parents = [.. placed.Select(task => task.ParentId!.Value)];
        await db.HoldTasksAsync([.. ids.Concat(parents).Distinct()], cancellationToken);
        var found = await db.Tasks.AsNoTracking().Where(task => parents.Contains(task.Id) && task.ParentId == null)
            .ToDictionaryAsync(task => task.Id, task => task.ProjectId, cancellationToken);
        var withSubtasks = await db.Tasks.Where(task => task.ParentId != null && ids.Contains(task.ParentId.Value)).Select(task => task.ParentId!.Value).ToListAsync(cancellationToken);
        return placed.Where(task => withSubtasks.Contains(task.Id) || !found.TryGetValue(task.ParentId!.Value, out var project) || project != task.ProjectId)
            .Select(task => task.Id).ToHashSet();
    }

    /// <summary>Holds a task, and the parent that its changes name.</summary>
    public static Task<int> HoldTaskAsync(this PrimeTaskDbContext db, long id, TaskChanges changes, CancellationToken cancellationToken) =>
        db.HoldTasksAsync(changes.Parent.Value is { } parent ? [id, parent] : [id], cancellationToken);

    public static Task<int> HoldTasksAsync(this PrimeTaskDbContext db, long[] ids, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT id FROM tasks WHERE id = ANY ({ids}) ORDER BY id FOR NO KEY UPDATE", cancellationToken);

    /// <summary>How many subtasks these tasks have, for those that have any.</summary>
    public static async Task<IReadOnlyDictionary<long, SubtaskCounts>> CountSubtasksAsync(this PrimeTaskDbContext db, long[] ids, CancellationToken cancellationToken) =>
        await db.Tasks.Where(task => task.ParentId != null && ids.Contains(task.ParentId.Value))
            .GroupBy(task => task.ParentId!.Value, task => task.Status)
            .Select(group => new { group.Key, Total = group.Count(), Completed = group.Count(status => status == TaskItemStatus.Completed) })
            .ToDictionaryAsync(group => group.Key, group => new SubtaskCounts(group.Total, group.Completed), cancellationToken);

    /// <summary>The open subtasks of these tasks, in their order: what a duplicate of the tasks has, too.</summary>
    public static Task<List<TaskItem>> FindOpenSubtasksAsync(this PrimeTaskDbContext db, long[] parents, CancellationToken cancellationToken) =>
        db.Tasks.AsNoTracking().Where(task => task.ParentId != null && parents.Contains(task.ParentId.Value)).Where(TaskQueries.IsOpen)
            .OrderBy(task => task.Position ?? task.Id).ThenBy(task => task.Id).ToListAsync(cancellationToken);

    /// <summary>
    /// The subtasks of moved tasks follow them now, instead of at the end of the transaction (<c>Data/Sql/subtasks.sql</c>): for who reads them before that.
    /// </summary>
    public static Task<int> LetSubtasksFollowAsync(this PrimeTaskDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SET CONSTRAINTS tasks_follow_parent IMMEDIATE", cancellationToken);

    /// <summary>Makes subtasks of tasks that were imported just now; what has become something else meanwhile stays as it is.</summary>
    public static async Task PutUnderAsync(this PrimeTaskDbContext db, long[] ids, long[] parents, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
            return;
        await db.HoldTasksAsync([.. ids.Concat(parents).Distinct()], cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE tasks SET parent_id = parent.id, project_id = parent.project_id
            FROM unnest({ids}, {parents}) AS pairs (id, parent_id) JOIN tasks AS parent ON parent.id = pairs.parent_id
            WHERE tasks.id = pairs.id AND tasks.owner_id = parent.owner_id AND parent.parent_id IS NULL
                AND NOT EXISTS (SELECT FROM tasks AS child WHERE child.parent_id = tasks.id)
            """,
            cancellationToken);
    }

    /// <summary>Deletes for good what went into the trash with these tasks in the trash, as their subtasks. Before the tasks themselves.</summary>
    public static Task<int> DeleteTrashedSubtasksAsync(this PrimeTaskDbContext db, long[] parents, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM trashed_tasks USING trashed_tasks AS parent
            WHERE parent.id = ANY ({parents}) AND trashed_tasks.owner_id = parent.owner_id AND trashed_tasks.deleted_at = parent.deleted_at
                AND (trashed_tasks.task ->> 'parent_id')::bigint = parent.id
            """,
            cancellationToken);

    /// <summary>What went into the trash with these tasks in the trash, as their subtasks.</summary>
    public static async Task<IReadOnlyList<(TrashedTask Subtask, long Parent)>> FindTrashedSubtasksAsync(this PrimeTaskDbContext db, IReadOnlyList<TrashedTask> parents)
    {
        long[] ids = [.. parents.Select(task => task.Id)];
        var found = await db.Database.SqlQuery<TrashedPair>(
            $"""
            SELECT along.id, parent.id AS parent_id FROM trashed_tasks AS parent
            JOIN trashed_tasks AS along ON along.owner_id = parent.owner_id AND along.deleted_at = parent.deleted_at AND (along.task ->> 'parent_id')::bigint = parent.id
            WHERE parent.id = ANY ({ids}) AND NOT along.id = ANY ({ids})
            """).ToDictionaryAsync(pair => pair.Id, pair => pair.ParentId);
        if (found.Count == 0)
            return [];
        long[] subtasks = [.. found.Keys];
        return [.. (await db.TrashedTasks.AsNoTracking().Where(task => subtasks.Contains(task.Id)).ToListAsync()).Select(task => (task, found[task.Id]))];
    }

    private sealed record TrashedPair(long Id, long ParentId);
}
