using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Search;

namespace PrimeTask.ApiService.Tasks.Search;

/// <summary>
/// Finds words in the title or the description, in any case, at a cost that has an end however many tasks there are. The first tasks of the list are scanned one by
/// one: often they are all there are, or fill the page, and no index would find a common word faster. Lists that are not long are scanned from end to end, which
/// tells the number of matches too. Where the first of a long list hold the text, but too seldom, more are scanned, as long as those are fewer than the index would
/// find. Then the index of all texts is asked. What it cannot find, is scanned for in the next tasks of the list, page by page, by cursor.
/// </summary>
/// <param name="search">What is scanned for.</param>
/// <param name="tasks">In which.</param>
/// <param name="order">The list's.</param>
/// <param name="countAsync">How many tasks there are, at most.</param>
internal sealed class TaskSearch(TextSearch search, IQueryable<TaskItem> tasks, TaskOrdering order, Func<Task<int>> countAsync)
{
    /// <summary>So many tasks are scanned first, where an index can find the rest.</summary>
    public const int FirstScan = 250;

    /// <summary>More than so many never.</summary>
    public const int MaxScannedInAll = 20_000;

    /// <summary>
    /// So many where no index can help: a page of a text that it cannot find comes from these, and a list of no more is scanned whole. Of a word that is common
    /// among everybody's tasks the index reads much that is not the owner's (docs/performance.md).
    /// </summary>
    public const int MaxScanned = 2000;

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
    private Expression<Func<TaskItem, ScannedTask>> Scan => task => new ScannedTask
    {
        Id = task.Id,
        Matches = _patterns.All(pattern => EF.Functions.Like(
            task.SearchText ?? PrimeTaskDbContext.Lower(EF.Functions.Collate(task.Title, C) + TextSearch.Separator + (task.Description ?? "")), pattern)),
    };

    /// <summary>Looks at the first tasks of the list, or the first after the cursor.</summary>
    /// <param name="after">Null: from the beginning.</param>
    /// <param name="wanted">So many matches are enough.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<ScanResult> ScanAsync(Cursor? after, int wanted, CancellationToken cancellationToken)
    {
        for (var most = IsIndexed ? FirstScan : MaxScanned; ;)
        {
            var scanned = await ScanSomeAsync(most, after, cancellationToken);
            if (!IsIndexed || scanned.GoesOnAfter is null)
                return scanned;
            var (found, count) = (scanned.Found.Length, await _count.Value);
            if (count <= MaxScanned)
                return await ScanAllAsync(after, cancellationToken);
            // What the first hold not even once is rare, and soon found by the index.
            if (found >= wanted || found == 0)
                return scanned;
            // If the others hold it as often, half of these would do, and the index finds so many.
            var (next, matches) = (2L * most * wanted / found, (long)found * count / most);
            if (next > Math.Min(matches, MaxScannedInAll))
                return scanned;
            most = (int)next;
        }
    }

    private async Task<ScanResult> ScanSomeAsync(int most, Cursor? after, CancellationToken cancellationToken)
    {
        // In the projection and not in a condition: so the planner cannot take the index of all texts for it.
        var scanned = await order.First(tasks, after, most).Take(most).Select(Scan).ToListAsync(cancellationToken);
        return new ScanResult([.. scanned.Where(task => task.Matches).Select(task => task.Id)], scanned.Count == most ? scanned[^1].Id : null);
    }

    private async Task<ScanResult> ScanAllAsync(Cursor? after, CancellationToken cancellationToken)
    {
        // The limit limits nothing, but keeps the planner from the index here too.
        var all = order.First(tasks, after, MaxScanned).Take(MaxScanned).Select(Scan);
        return new ScanResult(await all.Where(task => task.Matches).Select(task => task.Id).ToArrayAsync(cancellationToken), null);
    }

    /// <param name="Found">In the list's order.</param>
    /// <param name="GoesOnAfter">The last task that was scanned; null when there are no more.</param>
    public sealed record ScanResult(long[] Found, long? GoesOnAfter)
    {
        public PageCount Count => GoesOnAfter is null ? PageCount.UpToMost(Found.Length) : new(Math.Min(Found.Length, PageCount.Most), true);
    }

    private sealed class ScannedTask
    {
        public long Id { get; init; }

        public bool Matches { get; init; }
    }
}
