using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Search;

namespace PrimeTask.ApiService.Tasks.Search;

/// <summary>
/// Finds the tasks of one owner whose titles hold words like those that were looked for. All their titles are read, from the index of the list by title, and
/// compared here: the cost follows the owner's tasks and nobody else's (decision 31).
/// </summary>
/// <param name="words">What is looked for.</param>
internal sealed class SimilarTasks(MistypedWords words)
{
    public const int MaxFound = 50;

    /// <summary>So many titles are read, in the order of the alphabet: who has more is not kept waiting for them all.</summary>
    private const int MaxRead = 50_000;

    /// <summary>So many of the nearest are looked at with the other filters.</summary>
    private const int MaxConsidered = 500;

    /// <param name="all">Of one owner.</param>
    /// <param name="tasks">Of those, what the other filters leave.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The ids of the nearest, the nearest first and newer ones before older ones. What is farther away by a whole error is left out.</returns>
    public async Task<long[]> FindAsync(IQueryable<TaskItem> all, IQueryable<TaskItem> tasks, CancellationToken cancellationToken)
    {
        var distances = new Dictionary<long, int>();
        var titles = all.OrderBy(task => task.Title).ThenBy(task => task.Id).Take(MaxRead).Select(task => new { task.Id, task.Title }).AsAsyncEnumerable();
        await foreach (var task in titles.WithCancellation(cancellationToken))
        {
            if (words.DistanceTo(task.Title) is { } distance)
                distances.Add(task.Id, distance);
        }

        if (distances.Count == 0)
            return [];
        long[] nearest = [.. distances.OrderBy(task => task.Value).ThenByDescending(task => task.Key).Take(MaxConsidered).Select(task => task.Key)];
        var left = (await tasks.Where(task => nearest.Contains(task.Id)).Select(task => task.Id).ToListAsync(cancellationToken)).ToHashSet();
        long[] found = [.. nearest.Where(left.Contains)];
        return found.Length == 0 ? [] : [.. found.TakeWhile(id => distances[id] <= distances[found[0]] + 1).Take(MaxFound)];
    }
}
