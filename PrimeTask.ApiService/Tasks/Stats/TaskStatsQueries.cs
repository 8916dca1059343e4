using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Tasks.Stats;

/// <summary>How many tasks there are of one status and priority.</summary>
public sealed record TaskTotal(TaskItemStatus Status, TaskItemPriority Priority, long Count);

/// <summary>
/// Numbers and times that cost the same whatever the number of tasks. Answers need several of them, so the queries are compiled and prepared, which saves stats
/// two fifths of their time (docs/performance.md).
/// </summary>
/// <remarks>Each is one statement, and so one snapshot: a change of counts is either added up or still there.</remarks>
internal static class TaskStatsQueries
{
    private static readonly CompiledQuery<Func<PrimeTaskDbContext, IAsyncEnumerable<TaskTotal>>> _everybodysTotals = new(() => EF.CompileAsyncQuery(
        (PrimeTaskDbContext db) => db.TaskCounts.Where(count => count.OwnerId == TaskCount.Everybody)
            .Select(count => new { count.Status, count.Priority, count.Count })
            .Concat(db.TaskCountChanges.Select(change => new { change.Status, change.Priority, Count = change.Change }))
            .GroupBy(part => new { part.Status, part.Priority })
            .Select(parts => new TaskTotal(parts.Key.Status, parts.Key.Priority, parts.Sum(part => part.Count)))
            .TagWith(PreparedStatements.Tag)));

    private static readonly CompiledQuery<Func<PrimeTaskDbContext, long, IAsyncEnumerable<TaskTotal>>> _totals = new(() => EF.CompileAsyncQuery(
        (PrimeTaskDbContext db, long owner) => db.TaskCounts.Where(count => count.OwnerId == owner)
            .Select(count => new { count.Status, count.Priority, count.Count })
            .Concat(db.TaskCountChanges.Where(change => change.OwnerId == owner)
                .Select(change => new { change.Status, change.Priority, Count = change.Change }))
            .GroupBy(part => new { part.Status, part.Priority })
            .Select(parts => new TaskTotal(parts.Key.Status, parts.Key.Priority, parts.Sum(part => part.Count)))
            .TagWith(PreparedStatements.Tag)));

    // Only those due in the hour under way are counted; of what is over the sums are kept. The hours one by one and the limit that limits nothing are for the
    // planner: of a range that it does not know it expects more than it finds, and would then plan the statement anew each time.
    private static readonly CompiledQuery<Func<PrimeTaskDbContext, DateTimeOffset, DateTimeOffset, DateTimeOffset[], DateTimeOffset, DateTimeOffset, int,
        CancellationToken, Task<long>>> _everybodysOverdue = new(() => EF.CompileAsyncQuery(
            (PrimeTaskDbContext db, DateTimeOffset month, DateTimeOffset day, DateTimeOffset[] hours, DateTimeOffset hour, DateTimeOffset now, int all,
                CancellationToken _) =>
                db.TaskDueCounts.Where(due => due.Unit == TaskDueCount.Month && due.Start < month).Select(due => due.Count)
                    .Concat(db.TaskDueCounts.Where(due => due.Unit == TaskDueCount.Day && due.Start >= month && due.Start < day).Select(due => due.Count))
                    .Concat(db.TaskDueCounts.Where(due => due.Unit == TaskDueCount.Hour && hours.Contains(due.Start)).Select(due => due.Count))
                    .Concat(db.TaskCountChanges.Where(change => change.DueHour < hour).Select(change => change.Change))
                    .Concat(db.Tasks.Where(TaskQueries.IsOpen).Where(task => task.DueDate >= hour && task.DueDate < now).Select(_ => 1L).Take(all))
                    .TagWith(PreparedStatements.Tag).Sum()));

    private static readonly CompiledQuery<Func<PrimeTaskDbContext, long, DateTimeOffset, CancellationToken, Task<int>>> _overdue = new(() => EF.CompileAsyncQuery(
        (PrimeTaskDbContext db, long owner, DateTimeOffset now, CancellationToken _) => db.Tasks
            .Where(TaskQueries.IsOpen).Where(task => task.OwnerId == owner && task.DueDate < now)
            .TagWith(PreparedStatements.Tag).Count()));

    private static readonly CompiledQuery<Func<PrimeTaskDbContext, DateTimeOffset, CancellationToken, Task<DateTimeOffset?>>> _everybodysNextOverdue = new(
        () => EF.CompileAsyncQuery((PrimeTaskDbContext db, DateTimeOffset now, CancellationToken _) => db.Tasks
            .Where(TaskQueries.IsOpen).Where(task => task.DueDate >= now)
            .TagWith(PreparedStatements.Tag).Min(task => task.DueDate)));

    private static readonly CompiledQuery<Func<PrimeTaskDbContext, long, DateTimeOffset, CancellationToken, Task<DateTimeOffset?>>> _nextOverdue = new(() => EF.CompileAsyncQuery(
        (PrimeTaskDbContext db, long owner, DateTimeOffset now, CancellationToken _) => db.Tasks
            .Where(TaskQueries.IsOpen).Where(task => task.OwnerId == owner && task.DueDate >= now)
            .TagWith(PreparedStatements.Tag).Min(task => task.DueDate)));

    /// <param name="db">The database.</param>
    /// <param name="owner">Null: everybody's.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public static async Task<IReadOnlyList<TaskTotal>> ReadTotalsAsync(this PrimeTaskDbContext db, long? owner, CancellationToken cancellationToken) =>
        await (owner is { } one ? _totals.For(db)(db, one) : _everybodysTotals.For(db)(db)).ToListAsync(cancellationToken);

    /// <summary>How many tasks are overdue.</summary>
    /// <inheritdoc cref="ReadTotalsAsync"/>
    public static async Task<int> ReadOverdueAsync(this PrimeTaskDbContext db, long? owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (owner is { } one)
            return await _overdue.For(db)(db, one, now, cancellationToken);
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        DateTimeOffset[] hours = [.. Enumerable.Range(0, now.UtcDateTime.Hour).Select(hour => day.AddHours(hour))];
        return (int)await _everybodysOverdue.For(db)(db, day.AddDays(1 - day.Day), day, hours, day.AddHours(hours.Length), now, int.MaxValue, cancellationToken);
    }

    /// <summary>When the next task becomes overdue by time alone.</summary>
    /// <inheritdoc cref="ReadTotalsAsync"/>
    public static Task<DateTimeOffset?> ReadNextOverdueAsync(this PrimeTaskDbContext db, long? owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        owner is { } one ? _nextOverdue.For(db)(db, one, now, cancellationToken) : _everybodysNextOverdue.For(db)(db, now, cancellationToken);

    /// <summary>All stats, from the counters.</summary>
    /// <inheritdoc cref="TaskStatsQueries.ReadTotalsAsync"/>
    public static async Task<TaskStats> ReadStatsAsync(
        this PrimeTaskDbContext db, long? owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var totals = await db.ReadTotalsAsync(owner, cancellationToken);
        var overdue = await db.ReadOverdueAsync(owner, now, cancellationToken);
        return new TaskStats(
            (int)totals.Sum(total => total.Count),
            Of(TaskItemStatus.Pending),
            Of(TaskItemStatus.InProgress),
            Of(TaskItemStatus.Completed),
            Of(TaskItemStatus.Cancelled),
            overdue,
            new PriorityStats(With(TaskItemPriority.Low), With(TaskItemPriority.Medium), With(TaskItemPriority.High)));

        int Of(TaskItemStatus status) => (int)totals.Where(total => total.Status == status).Sum(total => total.Count);

        int With(TaskItemPriority priority) => (int)totals.Where(total => total.Priority == priority).Sum(total => total.Count);
    }
}
