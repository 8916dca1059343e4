using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Tasks;

/// <summary>
/// Finds text in the title or the description, in any case, at a cost that has an end however many tasks there are. The first tasks of the list are looked at one by
/// one: often they are all there are, or fill the page, and no index would find a common word faster. Where they hold the text, but too seldom, more are looked at,
/// as long as those are fewer than the index would find. Then the index of all texts is asked. What it cannot find, is looked for in the next tasks of the list,
/// page by page, by cursor.
/// </summary>
/// <param name="text">What is looked for.</param>
/// <param name="tasks">In which.</param>
/// <param name="order">The list's.</param>
/// <param name="countAsync">How many tasks there are, at most.</param>
internal sealed class TaskSearch(string text, IQueryable<TaskItem> tasks, TaskOrdering order, Func<Task<int>> countAsync)
{
    /// <summary>So many tasks are looked at first, where an index can find the rest.</summary>
    public const int FirstLooked = 250;

    /// <summary>More than so many never.</summary>
    public const int MostLooked = 20_000;

    /// <summary>So many where no index can find the text: a page of what none finds comes from these.</summary>
    public const int MostUnindexed = 2000;

    /// <summary>Among so many tasks the matches are counted by the index, up to <see cref="PageCount.Most"/>; among more it would read all that it finds.</summary>
    private const int MostCounted = 2500;

    /// <summary>Between title and description in the index's expression; no search reaches across it.</summary>
    private const string Separator = "\u0001";

    private readonly string _pattern = TextSearch.Pattern(text);
    private readonly Lazy<Task<int>> _count = new(countAsync);

    /// <summary>Whether <see cref="Indexed"/> can find it.</summary>
    public bool IsIndexed { get; } = TextSearch.IsIndexed(text);

    /// <summary>All that hold the text. Of one owner's tasks the same index finds both, if the owner is compared with a bigint.</summary>
    public IQueryable<TaskItem> Indexed => tasks.Where(task => EF.Functions.ILike(task.Title + Separator + (task.Description ?? ""), _pattern, TextSearch.Escape));

    /// <summary>Looks at the first tasks of the list, or the first after the cursor.</summary>
    /// <param name="after">Null: from the beginning.</param>
    /// <param name="wanted">So many matches are enough.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<Looked> LookAsync(Cursor? after, int wanted, CancellationToken cancellationToken)
    {
        for (var most = IsIndexed ? FirstLooked : MostUnindexed; ;)
        {
            var looked = await LookAtAsync(most, after, cancellationToken);
            var found = looked.Found.Length;
            // What the first hold not even once is rare, and soon found by the index.
            if (!IsIndexed || looked.GoesOnAfter is null || found >= wanted || found == 0)
                return looked;
            // If the others hold it as often, half of these would do, and the index finds so many.
            var (next, matches) = (2L * most * wanted / found, (long)found * await _count.Value / most);
            if (next > Math.Min(matches, MostLooked))
                return looked;
            most = (int)next;
        }
    }

    /// <summary>All matches are counted, unless they are too many or in too many tasks.</summary>
    /// <param name="first">The first tasks of the list.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<PageCount> CountAsync(Looked first, CancellationToken cancellationToken) =>
        IsIndexed && first.GoesOnAfter is not null && await _count.Value <= MostCounted
            ? await PageCount.UpToMostAsync(Indexed, cancellationToken)
            : first.Count;

    private async Task<Looked> LookAtAsync(int most, Cursor? after, CancellationToken cancellationToken)
    {
        // In the projection and not in a condition: so the planner cannot take the index of all texts for this. Small letters compared with small letters are
        // what ILIKE does too, but that makes the pattern's anew for each task.
        var looked = await order.First(tasks, after, most).Take(most)
            .Select(task => new { task.Id, Holds = EF.Functions.Like(PrimeTaskDbContext.Lower(task.Title + Separator + (task.Description ?? "")), PrimeTaskDbContext.Lower(_pattern), TextSearch.Escape) })
            .ToListAsync(cancellationToken);
        return new Looked([.. looked.Where(task => task.Holds).Select(task => task.Id)], looked.Count == most ? looked[^1].Id : null);
    }

    /// <param name="Found">In the list's order.</param>
    /// <param name="GoesOnAfter">The last task that was looked at; null when there are no more.</param>
    public sealed record Looked(long[] Found, long? GoesOnAfter)
    {
        public PageCount Count => GoesOnAfter is null ? PageCount.UpToMost(Found.Length) : new(Math.Min(Found.Length, PageCount.Most), true);
    }
}
