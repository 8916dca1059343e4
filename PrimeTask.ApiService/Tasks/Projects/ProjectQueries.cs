using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Tasks.Projects;

internal static class ProjectQueries
{
    public const string Unknown = "There is no such project.";

    /// <summary>Those that are not deleted.</summary>
    public static IQueryable<Project> Live(this IQueryable<Project> projects) => projects.Where(project => project.DeletedAt == null);

    /// <summary>The owners of the projects that these changes name, by the projects' ids. Deleted ones are not there.</summary>
    public static async Task<IReadOnlyDictionary<long, long>> FindProjectsAsync(
        this PrimeTaskDbContext db, IEnumerable<TaskChanges?> changes, CancellationToken cancellationToken)
    {
        long[] ids = [.. changes.Select(one => one?.Project.Value).OfType<long>().Distinct()];
        return ids.Length == 0 ? new Dictionary<long, long>()
            : await db.Projects.Live().Where(project => ids.Contains(project.Id)).ToDictionaryAsync(project => project.Id, project => project.OwnerId, cancellationToken);
    }

    /// <summary>Whether a task of this owner can be where these changes put it.</summary>
    /// <param name="projects">What <see cref="FindProjectsAsync"/> found.</param>
    /// <param name="owner">Of the task.</param>
    /// <param name="changes">Of the task.</param>
    public static bool Allow(this IReadOnlyDictionary<long, long> projects, long owner, TaskChanges? changes) =>
        changes?.Project.Value is not { } project || (projects.TryGetValue(project, out var of) && of == owner);
}
