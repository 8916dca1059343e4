using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Tasks.Stats;

/// <summary>Which tasks stats are of: the filters of a list.</summary>
internal sealed record TaskStatsQuery(TaskListQuery List)
{
    /// <summary>What only reading every task can tell has no end among everybody's.</summary>
    private const string OwnerNeeded = "With this filter, stats are of one owner's tasks: add owner=me or the id of an owner.";

    public static IReadOnlyCollection<QueryParameter> Parameters => TaskListQuery.Filters;

    public static TaskStatsQuery Read(QueryReader query, CurrentUser user)
    {
        var list = TaskListQuery.ReadFilters(query, user);
        if (!list.IsUnfiltered && (user.OnlyOwner() ?? list.Owner) is null)
            query.Errors.Add("owner", OwnerNeeded);
        // What is overdue and due today follows the clock.
        return new(list with { CountsDue = true });
    }

    public static TaskStatsQuery OfProject(long project, long owner) => new(TaskListQuery.OfProject(project, owner) with { CountsDue = true });

    /// <summary>Reads the days that count as well, and ends the life of the response in the cache with them.</summary>
    public async Task<TaskStats> ReadAsync(HttpContext context, PrimeTaskDbContext db, CurrentUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var days = await List.ReadDaysAsync(db, user, cancellationToken);
        ListCachePolicy.ExpireAt(context, await List.ReadNextChangeAsync(db, user, days, now, cancellationToken), now);
        var query = this with { List = await List.ReadArchivedAsync(db, user, cancellationToken) };
        return await query.ReadAsync(db, user, days, now, cancellationToken);
    }

    public async Task<TaskStats> ReadAsync(PrimeTaskDbContext db, CurrentUser user, DueDays days, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var owner = user.OnlyOwner() ?? List.Owner;
        if (List.IsUnfiltered)
        {
            var byProject = owner is { } one ? await db.ReadProjectsAsync(one, cancellationToken) : null;
            return Of(
                await db.ReadTotalsAsync(owner, cancellationToken),
                await db.ReadOverdueAsync(owner, days, now, cancellationToken),
                await db.ReadDueAsync(owner, days, DuePeriod.Today, now, cancellationToken),
                byProject);
        }

        var tasks = List.Find(db, user, days, now);
        var open = tasks.Where(TaskQueries.IsOpen);
        return await db.InSnapshotAsync(
            async cancellation => Of(
                await tasks.GroupBy(task => new { task.Status, task.Priority })
                    .Select(group => new TaskTotal(group.Key.Status, group.Key.Priority, group.LongCount())).ToListAsync(cancellation),
                PageCount.Exact(await days.Due(open, DuePeriod.Overdue, now).CountAsync(cancellation)),
                PageCount.Exact(await days.Due(open, DuePeriod.Today, now).CountAsync(cancellation)),
                await tasks.CountByProjectAsync(cancellation)),
            cancellationToken);
    }

    private static TaskStats Of(IReadOnlyList<TaskTotal> totals, PageCount overdue, PageCount dueToday, IReadOnlyList<ProjectStats>? byProject)
    {
        return new TaskStats(
            (int)totals.Sum(total => total.Count),
            With(TaskItemStatus.Pending),
            With(TaskItemStatus.InProgress),
            With(TaskItemStatus.Completed),
            With(TaskItemStatus.Cancelled),
            overdue.Count,
            dueToday.Count,
            new PriorityStats(At(TaskItemPriority.Low), At(TaskItemPriority.Medium), At(TaskItemPriority.High)))
        {
            ByProject = byProject,
            OverdueIsMinimum = overdue.IsMinimum,
            DueTodayIsMinimum = dueToday.IsMinimum,
        };

        int With(TaskItemStatus status) => (int)totals.Where(total => total.Status == status).Sum(total => total.Count);

        int At(TaskItemPriority priority) => (int)totals.Where(total => total.Priority == priority).Sum(total => total.Count);
    }
}
