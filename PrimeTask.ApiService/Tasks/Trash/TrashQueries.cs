using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Tasks.Trash;

/// <summary>A task in the trash, as a list has it.</summary>
public sealed record TrashedTaskSummary : TaskSummary
{
    [SetsRequiredMembers]
    private TrashedTaskSummary(TaskSummary task)
        : base(task)
    {
    }

    /// <summary>When it was moved to the trash. 30 days later it is deleted for good.</summary>
    public required DateTimeOffset DeletedAt { get; init; }

    public static TrashedTaskSummary Of(TaskSummary task, DateTimeOffset deletedAt) => new(task) { DeletedAt = deletedAt };
}

internal static class TrashQueries
{
    /// <summary>Those that were deleted last come first.</summary>
    /// <returns>Null for a page past the end.</returns>
    public static Task<Page<TrashedTaskSummary>?> TakeTrashAsync(
        this PrimeTaskDbContext db, IQueryable<TrashedTask> trash, PageRequest page, HttpRequest request, CancellationToken cancellationToken) =>
        // One snapshot: what the page names is still there when it is read.
        db.InSnapshotAsync(
            async cancellation =>
            {
                var ordered = trash.OrderByDescending(trashed => trashed.DeletedAt).ThenByDescending(trashed => trashed.Id).Select(trashed => new { trashed.Id, trashed.DeletedAt });
                if (await page.TakeAsync(ordered, request, cancellation) is not { } taken)
                    return null;

                long[] ids = [.. taken.Results.Select(trashed => trashed.Id)];
                var tasks = await db.Tasks.FromSqlRaw(TaskColumns.Trashed, ids, TaskColumns.Of(db).Blank).AsNoTracking().Select(TaskSummary.FromTask).ToDictionaryAsync(task => task.Id, cancellation);
                return taken.Map(trashed => TrashedTaskSummary.Of(tasks[trashed.Id], trashed.DeletedAt));
            },
            cancellationToken);
}
