using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks.Subtasks;

namespace PrimeTask.ApiService.Tasks;

public static class TaskQueries
{
    internal static Expression<Func<TaskItem, bool>> IsOpen { get; } = task => task.Status == TaskItemStatus.Pending || task.Status == TaskItemStatus.InProgress;

    /// <summary>Tasks as they are answered, whosever they are.</summary>
    internal static async Task<IReadOnlyDictionary<long, TaskResponse>> ReadTasksAsync(this PrimeTaskDbContext db, IEnumerable<long> ids) =>
        await db.WithIds(ids).Select(TaskResponse.FromTask).ToDictionaryAsync(task => task.Id);

    /// <summary>Tasks with their owners and how many subtasks they have, to be changed, whosever they are.</summary>
    internal static async Task<IReadOnlyDictionary<long, TaskItem>> FindTasksAsync(this PrimeTaskDbContext db, IEnumerable<long> ids) =>
        await db.WithIds(ids).Include(task => task.Owner)
            .Select(task => new { Task = task, Total = task.Children.Count, Completed = task.Children.Count(child => child.Status == TaskItemStatus.Completed) })
            .ToDictionaryAsync(read => read.Task.Id, read => read.Task.With(new SubtaskCounts(read.Total, read.Completed)));

    // Whether the caller may see what they find is asked of each task (Visibility.Sees): one query reads for many callers. Of the limit see TaskStatements.
    private static IQueryable<TaskItem> WithIds(this PrimeTaskDbContext db, IEnumerable<long> ids)
    {
        long[] distinct = [.. ids.Distinct()];
        return db.Tasks
            .FromSqlRaw(
                """
                SELECT tasks.*, tasks.xmin FROM (SELECT id FROM unnest({0}) AS given (id) LIMIT cardinality({0})) AS wanted
                JOIN tasks ON tasks.id = wanted.id
                """,
                (object)distinct)
            .AsNoTracking().TagWith(PreparedStatements.Tag);
    }
}
