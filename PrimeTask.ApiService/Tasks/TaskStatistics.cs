using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Tasks;

public static class TaskStatistics
{
    /// <summary>All figures, from the counters.</summary>
    /// <inheritdoc cref="TaskTotals.ReadTotalsAsync"/>
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
