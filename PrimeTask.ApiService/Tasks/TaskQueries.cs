using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Tasks;

public static class TaskQueries
{
    // Translated once for the life of the process, and planned once a connection. They hold the rule of VisibleTo as conditions on their parameters.
    private static readonly Func<PrimeTaskDbContext, long, bool, long, CancellationToken, Task<TaskResponse?>> _read = EF.CompileAsyncQuery(
        (PrimeTaskDbContext db, long id, bool all, long owner, CancellationToken cancellationToken) =>
            db.Tasks.AsNoTracking().TagWith(PreparedStatements.Tag).Where(task => task.Id == id && (all || task.OwnerId == owner))
                .Select(TaskResponse.FromTask).SingleOrDefault());

    private static readonly Func<PrimeTaskDbContext, long, bool, long, CancellationToken, Task<TaskItem?>> _find = EF.CompileAsyncQuery(
        (PrimeTaskDbContext db, long id, bool all, long owner, CancellationToken cancellationToken) =>
            db.Tasks.TagWith(PreparedStatements.Tag).Include(task => task.Owner).SingleOrDefault(task => task.Id == id && (all || task.OwnerId == owner)));

    /// <summary>One task as it is answered, or null when it is not there for this caller.</summary>
    public static Task<TaskResponse?> ReadTaskAsync(this PrimeTaskDbContext db, long id, CurrentUser user, CancellationToken cancellationToken) =>
        _read(db, id, user.IsAdmin, user.Id, cancellationToken);

    /// <summary>One task with its owner, to be changed, or null when it is not there for this caller.</summary>
    public static Task<TaskItem?> FindTaskAsync(this PrimeTaskDbContext db, long id, CurrentUser user, CancellationToken cancellationToken) =>
        _find(db, id, user.IsAdmin, user.Id, cancellationToken);

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
