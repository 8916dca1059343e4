using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Search;
using PrimeTask.ApiService.Tasks.Search;
using PrimeTask.ApiService.Tasks.Stats;

namespace PrimeTask.ApiService.Tasks;

/// <summary>The filters, the order and the page that a caller asked for.</summary>
public sealed record TaskListQuery(
    IReadOnlyCollection<TaskItemStatus> Statuses,
    IReadOnlyCollection<TaskItemPriority> Priorities,
    TextSearch? Search,
    long? Owner,
    DateTimeOffset? DueBefore,
    DateTimeOffset? DueAfter,
    bool? Overdue,
    string Ordering,
    PageRequest Page)
{
    private static readonly QueryParameter[] _parameters =
    [
        QueryParameter.Choices<TaskItemStatus>("status", "One or several, separated by commas.", "pending,in_progress"),
        QueryParameter.Choices<TaskItemPriority>("priority", "One or several, separated by commas.", "high"),
        new("search", $"Words in the title or the description, {TextSearch.Description} Where all have one or two characters, or signs alone, they are scanned for in {TaskSearch.MaxScanned} tasks a page; next_cursor leads to the others.", "report"),
        QueryParameter.Time("due_before", "Due before this time.", "2026-12-31T00:00:00Z"),
        QueryParameter.Time("due_after", "Due after this time.", "2026-01-01T00:00:00Z"),
        QueryParameter.Flag("overdue", "true: due in the past and not finished; false: everything else."),
        new("ordering", $"A - before the name means descending; {TaskOrdering.Default} if left out. Tasks without a due date come last.", "-due_date")
        {
            Allowed = [.. TaskOrdering.ByName.Keys],
        },
        .. OwnerFilter.Parameters,
        .. PageRequest.Parameters,
        new(Cursor.Parameter, "next_cursor of the response before, for the same filters and ordering: what follows it, whatever came or went meanwhile. Instead of page.", "MGE5Zjh8NDJ8NjM5")
        {
            MaxLength = Cursor.MaxLength,
        },
    ];

    /// <summary>For the API's documentation.</summary>
    public static IReadOnlyCollection<QueryParameter> Parameters => _parameters;

    public Cursor? Cursor { get; private init; }

    private TaskOrdering Order => TaskOrdering.ByName[Ordering];

    /// <summary>Whether the counters know how many tasks there are of this kind.</summary>
    private bool IsCounted => Search is null && DueBefore is null && DueAfter is null
        && (Overdue is null || (Overdue == true && Statuses.Count == 0 && Priorities.Count == 0));

    /// <summary>What comes before the page; a cursor leaves it out by itself.</summary>
    private int Skipped => Cursor is null ? (Page.Number - 1) * Page.Size : 0;

    /// <summary>What a cursor is good for.</summary>
    private string Identity => string.Join('|', [
        Ordering, string.Join(',', Statuses.Order()), string.Join(',', Priorities.Order()),
        $"{Owner}", $"{DueBefore?.UtcTicks}", $"{DueAfter?.UtcTicks}", $"{Overdue}", .. Search?.Patterns ?? []]);

    public static QueryReader Reader(HttpRequest request) => new(request.Query, _parameters);

    public static TaskListQuery Read(QueryReader query, CurrentUser user)
    {
        var read = ReadFilters(query, user);
        return read with { Cursor = read.ReadCursor(query) };
    }

    private static TaskListQuery ReadFilters(QueryReader query, CurrentUser user) => new(
        query.Many<TaskItemStatus>("status"),
        query.Many<TaskItemPriority>("priority"),
        TextSearch.Read(query),
        OwnerFilter.Read(query, user),
        query.Time("due_before"),
        query.Time("due_after"),
        query.Flag("overdue"),
        query.Choice("ordering") ?? TaskOrdering.Default,
        PageRequest.Read(query));

    /// <returns>Null for a page past the end.</returns>
    public async Task<Page<TaskSummary>?> TakeAsync(
        PrimeTaskDbContext db, CurrentUser user, DateTimeOffset now, HttpRequest request, CancellationToken cancellationToken)
    {
        var tasks = Filter(db.Tasks.AsNoTracking().VisibleTo(user), now);
        return Search is null
            ? await TakeAsync(tasks, CountAsync, request, cancellationToken)
            // One snapshot: a cursor must stand where the tasks were that it follows.
            : await db.InSnapshotAsync(cancellation => SearchAsync(tasks, request, cancellation), cancellationToken);

        async Task<PageCount> CountAsync() => Overdue switch
        {
            _ when !IsCounted => await PageCount.UpToMostAsync(tasks, cancellationToken),
            true => await db.ReadOverdueAsync(user.OnlyOwner() ?? Owner, now, cancellationToken),
            _ => PageCount.Exact(await ReadCountAsync(db, user, cancellationToken)),
        };
    }

    private async Task<Page<TaskSummary>?> TakeAsync(
        IQueryable<TaskItem> tasks, Func<Task<PageCount>> countAsync, HttpRequest request, CancellationToken cancellationToken)
    {
        var summaries = Order.First(tasks, Cursor, Skipped + Page.Size + 1).Select(TaskSummary.FromTask);
        return Cursor is null
            ? await Page.TakeAsync(summaries, countAsync, request, CursorAt, cancellationToken)
            : await Page.TakeAfterAsync(summaries, countAsync, request, CursorAt, cancellationToken);
    }

    private async Task<Page<TaskSummary>?> SearchAsync(IQueryable<TaskItem> tasks, HttpRequest request, CancellationToken cancellationToken)
    {
        var search = new TaskSearch(Search!, tasks, Order);
        var first = await search.ScanAsync(after: null, cancellationToken);
        var scanned = Cursor is null ? first : await search.ScanAsync(Cursor, cancellationToken);
        var shown = scanned.Found.Skip(Skipped).Take(Page.Size + 1).ToArray();
        if (search.IsIndexed && scanned.GoesOn && shown.Length <= Page.Size)
            return await FindAsync(search, request, cancellationToken);

        long? end = scanned.GoesOn && shown.Length <= Page.Size ? await search.LastScannedAsync(Cursor, cancellationToken) : null;
        long[] ids = end is null ? shown : [.. shown, end.Value];
        var read = await tasks.Where(task => ids.Contains(task.Id)).Select(TaskSummary.FromTask).ToDictionaryAsync(task => task.Id, cancellationToken);
        TaskSummary[] results = [.. shown.Select(id => read[id])];
        var page = Cursor is null
            ? Page.Fill(first.Count, results, request, CursorAt)
            : Page.FillAfter(first.Count, results, request, CursorAt);
        return page is null || end is null ? page : PageRequest.GoOn(page, request, CursorAt(read[end.Value]));
    }

    /// <summary>What the index finds. A page and the count of all matches come from one statement, unless the page is empty.</summary>
    private async Task<Page<TaskSummary>?> FindAsync(TaskSearch search, HttpRequest request, CancellationToken cancellationToken)
    {
        var matches = search.Indexed.Take(PageCount.Most + 1);
        var found = await Order.First(search.Indexed, Cursor, Skipped + Page.Size + 1).Skip(Skipped).Take(Page.Size + 1)
            .Select(TaskSummary.FromTask).Select(summary => new { Summary = summary, Matches = matches.Count() }).ToListAsync(cancellationToken);
        var count = PageCount.UpToMost(found.Count > 0 ? found[0].Matches : await matches.CountAsync(cancellationToken));
        TaskSummary[] results = [.. found.Select(one => one.Summary)];
        return Cursor is null ? Page.Fill(count, results, request, CursorAt) : Page.FillAfter(count, results, request, CursorAt);
    }

    /// <summary>All filters but the search.</summary>
    private IQueryable<TaskItem> Filter(IQueryable<TaskItem> tasks, DateTimeOffset now)
    {
        if (Owner is not null)
            tasks = tasks.Where(task => task.OwnerId == Owner);
        if (Statuses.Count > 0)
            tasks = tasks.Where(task => Statuses.Contains(task.Status));
        if (Priorities.Count > 0)
            tasks = tasks.Where(task => Priorities.Contains(task.Priority));
        if (DueBefore is not null)
            tasks = tasks.Where(task => task.DueDate < DueBefore);
        if (DueAfter is not null)
            tasks = tasks.Where(task => task.DueDate > DueAfter);
        if (Overdue == true)
            tasks = tasks.Overdue(now);
        if (Overdue == false)
            tasks = tasks.NotOverdue(now);
        return tasks;
    }

    private async Task<int> ReadCountAsync(PrimeTaskDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var totals = await db.ReadTotalsAsync(user.OnlyOwner() ?? Owner, cancellationToken);
        return (int)totals
            .Where(total => (Statuses.Count == 0 || Statuses.Contains(total.Status)) && (Priorities.Count == 0 || Priorities.Contains(total.Priority)))
            .Sum(total => total.Count);
    }

    private Cursor? ReadCursor(QueryReader query)
    {
        if (query.Text(Cursor.Parameter) is not { } text)
            return null;
        if (query.Has(PageRequest.NumberParameter))
            query.Errors.Add(Cursor.Parameter, "Give either a cursor or a page.");

        var cursor = Cursor.Read(text, Identity);
        if (cursor is not null && Order.Accepts(cursor))
            return cursor;
        query.Errors.Add(Cursor.Parameter, Cursor.Invalid);
        return null;
    }

    private string CursorAt(TaskSummary task) => Order.CursorAt(task).Write(Identity);
}
