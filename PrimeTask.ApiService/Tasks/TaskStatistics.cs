using Microsoft.EntityFrameworkCore;

namespace PrimeTask.ApiService.Tasks;

public static class TaskStatistics
{
    private static readonly TaskStats _none = new(0, 0, 0, 0, 0, 0, new PriorityStats(0, 0, 0));

    /// <summary>All figures in one pass over the tasks.</summary>
    public static async Task<TaskStats> CountAsync(IQueryable<TaskItem> tasks, DateTimeOffset now, CancellationToken cancellationToken) =>
        await tasks.GroupBy(_ => 1).Select(all => new TaskStats(
            all.Count(),
            all.Count(task => task.Status == TaskItemStatus.Pending),
            all.Count(task => task.Status == TaskItemStatus.InProgress),
            all.Count(task => task.Status == TaskItemStatus.Completed),
            all.Count(task => task.Status == TaskItemStatus.Cancelled),
            all.Count(task => task.DueDate < now && (task.Status == TaskItemStatus.Pending || task.Status == TaskItemStatus.InProgress)),
            new PriorityStats(
                all.Count(task => task.Priority == TaskItemPriority.Low),
                all.Count(task => task.Priority == TaskItemPriority.Medium),
                all.Count(task => task.Priority == TaskItemPriority.High))))
            .SingleOrDefaultAsync(cancellationToken) ?? _none;
}
