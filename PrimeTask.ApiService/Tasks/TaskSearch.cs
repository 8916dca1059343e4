using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Tasks;

/// <summary>
/// Finds words in the title or the description, in any case, at a cost that has an end however many tasks there are. The first tasks of the list are looked at one by
/// one: often they are all there are, or fill the page, and no index would find a common word faster. Lists that are not long are looked at from end to end, which
/// tells the number of matches too. Where the first of a long list hold the text, but too seldom, more are looked at, as long as those are fewer than the index would
/// find. Then the index of all texts is asked. What it cannot find, is looked for in the next tasks of the list, page by page, by cursor.
/// </summary>
/// <param name="search">What is looked for.</param>
/// <param name="tasks">In which.</param>
/// <param name="order">The list's.</param>
/// <param name="countAsync">How many tasks there are, at most.</param>
internal sealed class TaskSearch(TextSearch search, IQueryable<TaskItem> tasks, TaskOrdering order, Func<Task<int>> countAsync)
{
    /// <summary>So many tasks are looked at first, where an index can find the rest.</summary>
    public const int FirstLooked = 250;

    /// <summary>More than so many never.</summary>
    public const int MostLooked = 20_000;

    /// <summary>
    /// So many where no index can help: a page of a text that it cannot find comes from these, and a list of no more is looked at whole. Of a word that is common
    /// among everybody's tasks the index reads much that is not the owner's (docs/performance.md).
    /// </summary>
    public const int MostUnindexed = 2000;

    private const string C = "C";

    private readonly string[] _patterns = search.Patterns;
    private readonly Lazy<Task<int>> _count = new(countAsync);

    /// <summary>Whether <see cref="Indexed"/> can find it.</summary>
    public bool IsIndexed => search.IsIndexed;

    /// <summary>All that hold the words, by the index of this very expression. Of one owner's tasks it finds both, if the owner is compared with a bigint.</summary>
    public IQueryable<TaskItem> Indexed => search.IndexPatterns.Aggregate(tasks, (found, pattern) => found.Where(task => EF.Functions.Like(
        task.SearchText ?? PrimeTaskDbContext.Lower(EF.Functions.Collate(task.Title, C) + TextSearch.Separator + (task.Description ?? "")),
        pattern,
        TextSearch.Escape)));

    // All patterns in one comparison: the text is made once.
    private Expression<Func<TaskItem, Sight>> Look => task => new Sight
    {
        Id = task.Id,
        Holds = _patterns.All(pattern => EF.Functions.Like(
            task.SearchText ?? PrimeTaskDbContext.Lower(EF.Functions.Collate(task.Title, C) + TextSearch.Separator + (task.Description ?? "")), pattern)),
    };

    /// <summary>Looks at the first tasks of the list, or the first after the cursor.</summary>
    /// <param name="after">Null: from the beginning.</param>
    /// <param name="wanted">So many matches are enough.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<Looked> LookAsync(Cursor? after, int wanted, CancellationToken cancellationToken)
    {
        for (var most = IsIndexed ? FirstLooked : MostUnindexed; ;)
        {
            var looked = await LookAtAsync(most, after, cancellationToken);
            if (!IsIndexed || looked.GoesOnAfter is null)
                return looked;
            var (found, count) = (looked.Found.Length, await _count.Value);
            if (count <= MostUnindexed)
                return await LookAtAllAsync(after, cancellationToken);
            // What the first hold not even once is rare, and soon found by the index.
            if (found >= wanted || found == 0)
                return looked;
            // If the others hold it as often, half of these would do, and the index finds so many.
            var (next, matches) = (2L * most * wanted / found, (long)found * count / most);
            if (next > Math.Min(matches, MostLooked))
                return looked;
            most = (int)next;
        }
    }

    private async Task<Looked> LookAtAsync(int most, Cursor? after, CancellationToken cancellationToken)
    {
        // In the projection and not in a condition: so the planner cannot take the index of all texts for it.
        var looked = await order.First(tasks, after, most).Take(most).Select(Look).ToListAsync(cancellationToken);
        return new Looked([.. looked.Where(task => task.Holds).Select(task => task.Id)], looked.Count == most ? looked[^1].Id : null);
    }

    private async Task<Looked> LookAtAllAsync(Cursor? after, CancellationToken cancellationToken)
    {
        // The limit limits nothing, but keeps the planner from the index here too.
        var all = order.First(tasks, after, MostUnindexed).Take(MostUnindexed).Select(Look);
        return new Looked(await all.Where(task => task.Holds).Select(task => task.Id).ToArrayAsync(cancellationToken), null);
    }

    /// <param name="Found">In the list's order.</param>
    /// <param name="GoesOnAfter">The last task that was looked at; null when there are no more.</param>
    public sealed record Looked(long[] Found, long? GoesOnAfter)
    {
        public PageCount Count => GoesOnAfter is null ? PageCount.UpToMost(Found.Length) : new(Math.Min(Found.Length, PageCount.Most), true);
    }

    private sealed class Sight
    {
        public long Id { get; init; }

        public bool Holds { get; init; }
    }
}
