using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks.Projects;

namespace PrimeTask.ApiService.Tasks.Stats;

/// <summary>How many tasks there are of one status and priority.</summary>
public sealed record TaskTotal(TaskItemStatus Status, TaskItemPriority Priority, long Count);

/// <summary>
/// Numbers and times that cost the same whatever the number of tasks. Responses need several of them, so the queries are compiled and prepared, which saves stats
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

    // Each kind of tasks from its index.
    private static readonly CompiledQuery<Func<PrimeTaskDbContext, long, DateTimeOffset, DateTimeOffset, DateOnly, DateOnly, CancellationToken, Task<int>>> _due = new(() => EF.CompileAsyncQuery(
        (PrimeTaskDbContext db, long owner, DateTimeOffset start, DateTimeOffset end, DateOnly firstDay, DateOnly lastDay, CancellationToken _) =>
            db.Tasks.Where(TaskQueries.IsOpen).Where(task => task.OwnerId == owner && task.DueDate >= start && task.DueDate < end).Select(_ => 1)
                .Concat(db.Tasks.Where(TaskQueries.IsOpen).Where(task => task.OwnerId == owner && task.DueDate == null && task.DueOn >= firstDay && task.DueOn <= lastDay).Select(_ => 1))
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

    /// <summary>How many tasks are overdue: of everybody's only up to <see cref="PageCount.Most"/>, or an admin's stats would cost more with every task.</summary>
    /// <inheritdoc cref="ReadTotalsAsync"/>
    public static Task<PageCount> ReadOverdueAsync(
        this PrimeTaskDbContext db, long? owner, DueDays days, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.ReadDueAsync(owner, days, DuePeriod.Overdue, now, cancellationToken);

    /// <summary>How many tasks that are not finished are due in the period; of everybody's as <see cref="ReadOverdueAsync"/>.</summary>
    /// <inheritdoc cref="ReadTotalsAsync"/>
    public static async Task<PageCount> ReadDueAsync(
        this PrimeTaskDbContext db, long? owner, DueDays days, DuePeriod period, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (owner is { } one)
        {
            var range = DueRange.Of(period, days.Zone, now);
            return PageCount.Exact(await _due.For(db)(db, one, range.Start, range.End, range.FirstDay, range.LastDay, cancellationToken));
        }

        var open = db.Tasks.Where(TaskQueries.IsOpen);
        return PageCount.UpToMost(
            await days.Timed(open, period, now).Take(PageCount.Most + 1).CountAsync(cancellationToken)
            + await days.AllDay(open, period, now).Take(PageCount.Most + 1).CountAsync(cancellationToken));
    }

    /// <summary>An owner's projects that have tasks, by their ids: each is counted from the index of its tasks.</summary>
    public static async Task<IReadOnlyList<ProjectStats>> ReadProjectsAsync(this PrimeTaskDbContext db, long owner, CancellationToken cancellationToken) =>
        [
            .. (await db.Projects.Live().Where(project => project.OwnerId == owner).OrderBy(project => project.Id)
                .Select(project => new ProjectStats(
                    project.Id,
                    db.Tasks.Count(task => task.ProjectId == project.Id),
                    db.Tasks.Count(task => task.ProjectId == project.Id && (task.Status == TaskItemStatus.Pending || task.Status == TaskItemStatus.InProgress))))
                .ToListAsync(cancellationToken)).Where(project => project.Total > 0),
        ];

    /// <summary>The projects of these tasks, without the Inbox, by their ids.</summary>
    public static async Task<IReadOnlyList<ProjectStats>> CountByProjectAsync(this IQueryable<TaskItem> tasks, CancellationToken cancellationToken) =>
        await tasks.Where(task => task.ProjectId != null).GroupBy(task => task.ProjectId!.Value).OrderBy(group => group.Key)
            .Select(group => new ProjectStats(
                group.Key, group.Count(), group.Count(task => task.Status == TaskItemStatus.Pending || task.Status == TaskItemStatus.InProgress)))
            .ToListAsync(cancellationToken);

    /// <summary>When the next task with a time becomes overdue; all-day tasks do when a day ends.</summary>
    /// <inheritdoc cref="ReadTotalsAsync"/>
    public static Task<DateTimeOffset?> ReadNextOverdueAsync(this PrimeTaskDbContext db, long? owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        owner is { } one ? _nextOverdue.For(db)(db, one, now, cancellationToken) : _everybodysNextOverdue.For(db)(db, now, cancellationToken);
}
