using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Search;

namespace PrimeTask.ApiService.Tasks.Search;

/// <summary>
/// Finds words in the title or the description, in any case, at a cost that has an end however many tasks there are. The first <see cref="MaxScanned"/> tasks of
/// the list are scanned: most lists are not longer, and a common word fills the page from them sooner than an index would. Other words of longer lists are
/// found by the index of all texts; what it can't find is scanned for page by page, by cursor (docs/performance.md).
/// </summary>
/// <param name="search">What is looked for.</param>
/// <param name="tasks">In which.</param>
/// <param name="order">The list's.</param>
internal sealed class TaskSearch(TextSearch search, IQueryable<TaskItem> tasks, TaskOrdering order)
{
    public const int MaxScanned = 2000;

    private const string C = "C";

    private readonly string[] _patterns = search.Patterns;

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

    /// <param name="after">Null: from the beginning of the list.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<ScanResult> ScanAsync(Cursor? after, CancellationToken cancellationToken)
    {
        // In the projection and not in a condition: so the planner cannot take the index of all texts for it. One row comes back: reading some thousand cost
        // the API more than the search.
        var scanned = await order.First(tasks, after, MaxScanned).Take(MaxScanned).Select(Scan).GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Found = EF.Functions.ArrayAgg(all.Where(task => task.Matches).Select(task => task.Id)) })
            .SingleOrDefaultAsync(cancellationToken);
        return new ScanResult(scanned?.Found ?? [], scanned?.Count == MaxScanned);
    }

    /// <summary>Whether any task holds the words; of those that no index finds, among the first that are scanned.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        var scanned = await ScanAsync(after: null, cancellationToken);
        return scanned.Found.Length > 0 || (scanned.GoesOn && IsIndexed && await Indexed.AnyAsync(cancellationToken));
    }

    /// <summary>The last task that a scan reads where the list goes on: the next one begins behind it.</summary>
    public Task<long> LastScannedAsync(Cursor? after, CancellationToken cancellationToken) =>
        order.First(tasks, after, MaxScanned).Skip(MaxScanned - 1).Select(task => task.Id).FirstAsync(cancellationToken);

    /// <param name="Found">In the list's order.</param>
    /// <param name="GoesOn">Whether there may be more tasks than were scanned.</param>
    public sealed record ScanResult(long[] Found, bool GoesOn)
    {
        public PageCount Count => GoesOn ? new(Math.Min(Found.Length, PageCount.Most), true) : PageCount.UpToMost(Found.Length);
    }

    private sealed class ScannedTask
    {
        public long Id { get; init; }

        public bool Matches { get; init; }
    }
}
