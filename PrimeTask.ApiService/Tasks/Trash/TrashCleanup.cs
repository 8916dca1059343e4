using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Jobs;

namespace PrimeTask.ApiService.Tasks.Trash;

/// <summary>Deletes for good what has been in the trash for <see cref="TrashedTask.Lifetime"/>, and the projects and labels that were deleted so long ago.</summary>
internal sealed class TrashCleanup(PrimeTaskDbContext db, TimeProvider clock) : IJob
{
    public static string Kind => "clean_up_trash";

    public static TimeSpan? Every => TimeSpan.FromMinutes(10);

    public Task RunAsync(JobRun run, CancellationToken cancellationToken) => CleanUpAsync(cancellationToken);

    internal async Task CleanUpAsync(CancellationToken cancellationToken)
    {
        var before = clock.Now() - TrashedTask.Lifetime;
        await db.TrashedTasks.Where(trashed => trashed.DeletedAt < before).OrderBy(trashed => trashed.DeletedAt).DeleteInLotsAsync(cancellationToken);
        await db.DeletedLabels.Where(label => label.DeletedAt < before).OrderBy(label => label.DeletedAt).DeleteInLotsAsync(cancellationToken);
        // Tasks that would bring a project back were deleted before it, or with it.
        await db.Projects.Where(project => project.DeletedAt < before).OrderBy(project => project.DeletedAt).DeleteInLotsAsync(cancellationToken);
    }
}
