using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Tasks;

/// <summary>
/// Finds text in the title or the description, in any case, at a cost that has an end however many tasks there are. The first tasks of the list are looked at one by
/// one: often they are all there are, or fill the page, and no index would find a common word faster. Then the index of all texts is asked. What it cannot find,
/// is looked for in the next tasks of the list, page by page, by cursor.
/// </summary>
/// <param name="text">What is looked for.</param>
/// <param name="tasks">In which.</param>
/// <param name="order">The list's.</param>
internal sealed class TaskSearch(string text, IQueryable<TaskItem> tasks, TaskOrdering order)
{
    /// <summary>So many tasks are looked at, where an index can find the rest.</summary>
    public const int MostLooked = 500;

    /// <summary>So many where none can: a page of what no index finds comes from these.</summary>
    public const int MostUnindexed = 2000;

    /// <summary>Among so many tasks the matches are counted, up to <see cref="PageCount.Most"/>.</summary>
    public const int MostCounted = 10_000;

    /// <summary>Between title and description in the index's expression; no search reaches across it.</summary>
    private const string Separator = "\u0001";

    private readonly string _pattern = TextSearch.Pattern(text);

    /// <summary>Whether <see cref="Indexed"/> can find it.</summary>
    public bool IsIndexed { get; } = TextSearch.IsIndexed(text);

    /// <summary>All that hold the text. Of one owner's tasks the same index finds both, if the owner is compared with a bigint.</summary>
    public IQueryable<TaskItem> Indexed => tasks.Where(task => EF.Functions.ILike(task.Title + Separator + (task.Description ?? ""), _pattern, TextSearch.Escape));

    /// <summary>Looks at the first tasks of the list, or the first after the cursor.</summary>
    public async Task<Looked> LookAsync(Cursor? after, CancellationToken cancellationToken)
    {
        var most = IsIndexed ? MostLooked : MostUnindexed;
        // In the projection and not in a condition: so the planner cannot take the index of all texts for this.
        var looked = await order.First(tasks, after, most).Take(most)
            .Select(task => new { task.Id, Holds = EF.Functions.ILike(task.Title + Separator + (task.Description ?? ""), _pattern, TextSearch.Escape) })
            .ToListAsync(cancellationToken);
        return new Looked([.. looked.Where(task => task.Holds).Select(task => task.Id)], looked.Count == most ? looked[^1].Id : null);
    }

    /// <param name="Found">In the list's order.</param>
    /// <param name="GoesOnAfter">The last task that was looked at; null when there are no more.</param>
    public sealed record Looked(long[] Found, long? GoesOnAfter)
    {
        public PageCount Count => new(Found.Length, GoesOnAfter is not null);
    }
}
