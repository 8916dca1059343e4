using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Tasks;

public static class TaskStatistics
{
    /// <summary>All figures, from the counters.</summary>
    public static async Task<TaskStats> ReadStatsAsync(
        this PrimeTaskDbContext db, CurrentUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var totals = await db.ReadTotalsAsync(user.OnlyOwner, cancellationToken);
        var overdue = await db.ReadOverdueAsync(user.OnlyOwner, now, cancellationToken);
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
