using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Tasks;

public static class TaskQueries
{
    /// <summary>Ownership lives here: what a caller may not see is not there.</summary>
    public static IQueryable<TaskItem> VisibleTo(this IQueryable<TaskItem> tasks, CurrentUser user) =>
        user.IsAdmin ? tasks : tasks.Where(task => task.OwnerId == user.Id);

    public static IQueryable<TaskItem> Open(this IQueryable<TaskItem> tasks) =>
        tasks.Where(task => task.Status == TaskItemStatus.Pending || task.Status == TaskItemStatus.InProgress);

    public static IQueryable<TaskItem> Overdue(this IQueryable<TaskItem> tasks, DateTimeOffset now) =>
        tasks.Open().Where(task => task.DueDate < now);

    public static IQueryable<TaskItem> NotOverdue(this IQueryable<TaskItem> tasks, DateTimeOffset now) =>
        tasks.Where(task => task.DueDate == null || task.DueDate >= now
            || task.Status == TaskItemStatus.Completed || task.Status == TaskItemStatus.Cancelled);

    /// <summary>When the next task becomes overdue by time alone.</summary>
    public static Task<DateTimeOffset?> NextOverdueAsync(this IQueryable<TaskItem> tasks, DateTimeOffset now, CancellationToken cancellationToken) =>
        tasks.Open().Where(task => task.DueDate >= now).MinAsync(task => task.DueDate, cancellationToken);
}
