using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Tasks;

/// <summary>The filters, the order and the page that a caller asked for.</summary>
public sealed record TaskListQuery(
    IReadOnlyCollection<TaskItemStatus> Statuses,
    IReadOnlyCollection<TaskItemPriority> Priorities,
    string? Search,
    long? Owner,
    DateTimeOffset? DueBefore,
    DateTimeOffset? DueAfter,
    bool? Overdue,
    string Ordering,
    PageRequest Page)
{
    private static readonly QueryParameter _owner = new("owner", "Id of the owner.", "1") { Range = (1, long.MaxValue) };

    private static readonly QueryParameter[] _forUsers =
    [
        QueryParameter.Choices<TaskItemStatus>("status", "One or several, separated by commas.", "pending,in_progress"),
        QueryParameter.Choices<TaskItemPriority>("priority", "One or several, separated by commas.", "high"),
        new("search", $"Text in the title or the description, in any case. One or two characters, or signs alone, are looked for in the newest {TextSearch.MostUnindexed} tasks.", "report"),
        new("due_before", "Due before this time.", "2026-12-31T00:00:00Z"),
        new("due_after", "Due after this time.", "2026-01-01"),
        QueryParameter.Flag("overdue", "true: due in the past and not finished; false: everything else."),
        new("ordering", $"A - before the name means descending; {TaskOrdering.Default} if left out. Tasks without a due date come last.", "-due_date")
        {
            Allowed = [.. TaskOrdering.ByName.Keys],
        },
        .. PageRequest.Parameters,
        new(Cursor.Parameter, "next_cursor of the answer before, for the same filters and ordering: what follows it, whatever came or went meanwhile. Instead of page.", "MGE5Zjh8NDJ8NjM5"),
    ];

    private static readonly QueryParameter[] _forAdmins = [.. _forUsers, _owner];

    /// <summary>For the API's documentation.</summary>
    public static IReadOnlyCollection<QueryParameter> Parameters { get; } = [.. _forUsers, _owner with { Description = "Id of the owner; for admins." }];

    public Cursor? Cursor { get; private init; }

    private TaskOrdering Order => TaskOrdering.ByName[Ordering];

    /// <summary>Whether the counters know how many tasks there are of this kind.</summary>
    private bool IsCounted => string.IsNullOrEmpty(Search) && DueBefore is null && DueAfter is null && Overdue is null;

    /// <summary>What a cursor is good for.</summary>
    private string Identity => string.Join('|', [
        Ordering, string.Join(',', Statuses.Order()), string.Join(',', Priorities.Order()),
        $"{Owner}", $"{DueBefore?.UtcTicks}", $"{DueAfter?.UtcTicks}", $"{Overdue}", Search]);

    public static QueryReader Reader(HttpRequest request, CurrentUser user) => new(request.Query, user.IsAdmin ? _forAdmins : _forUsers);

    public static TaskListQuery Read(QueryReader query, CurrentUser user)
    {
        var read = ReadFilters(query, user);
        return read with { Cursor = read.ReadCursor(query) };
    }

    private static TaskListQuery ReadFilters(QueryReader query, CurrentUser user) => new(
        query.Many<TaskItemStatus>("status"),
        query.Many<TaskItemPriority>("priority"),
        query.Text("search"),
        user.IsAdmin ? query.Number("owner", 1, long.MaxValue) : null,
        query.Time("due_before"),
        query.Time("due_after"),
        query.Flag("overdue"),
        query.Choice("ordering", TaskOrdering.ByName.Keys, TaskOrdering.Default),
        PageRequest.Read(query));

    /// <returns>Null for a page past the end.</returns>
    public async Task<Page<TaskSummary>?> TakeAsync(
        PrimeTaskDbContext db, CurrentUser user, DateTimeOffset now, HttpRequest request, CancellationToken cancellationToken)
    {
        var found = Filter(db.Tasks.AsNoTracking().VisibleTo(user), now);
        return Cursor is null
            ? await Page.TakeAsync(Summaries(found), CountAsync, request, CursorAt, cancellationToken)
            : await Page.TakeAfterAsync(Summaries(Order.After(found, Cursor)), CountAsync, request, CursorAt, cancellationToken);

        async Task<PageCount> CountAsync() => IsCounted
            ? PageCount.Exact(await ReadCountAsync(db, user, cancellationToken))
            : await PageCount.UpToMostAsync(found, cancellationToken);
    }

    internal IQueryable<TaskSummary> Summaries(IQueryable<TaskItem> tasks) => Order.Sort(tasks).Select(TaskSummary.FromTask);

    internal IQueryable<TaskItem> Filter(IQueryable<TaskItem> tasks, DateTimeOffset now)
    {
        if (Owner is not null)
            tasks = tasks.Where(task => task.OwnerId == Owner);
        if (!string.IsNullOrEmpty(Search) && !TextSearch.IsIndexed(Search))
            tasks = Newest(tasks);
        if (Statuses.Count > 0)
            tasks = tasks.Where(task => Statuses.Contains(task.Status));
        if (Priorities.Count > 0)
            tasks = tasks.Where(task => Priorities.Contains(task.Priority));
        if (!string.IsNullOrEmpty(Search))
            tasks = Matching(tasks, Search);
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
        var totals = await db.ReadTotalsAsync(user.IsAdmin ? Owner : user.Id, cancellationToken);
        return (int)totals
            .Where(total => (Statuses.Count == 0 || Statuses.Contains(total.Status)) && (Priorities.Count == 0 || Priorities.Contains(total.Priority)))
            .Sum(total => total.Count);
    }

    /// <summary>No index finds so little, so each task is looked at: not more than these, or a rare character would cost seconds.</summary>
    private static IQueryable<TaskItem> Newest(IQueryable<TaskItem> tasks) =>
        tasks.OrderByDescending(task => task.Id).Take(TextSearch.MostUnindexed);

    private static IQueryable<TaskItem> Matching(IQueryable<TaskItem> tasks, string search)
    {
        var pattern = TextSearch.Pattern(search);
        return tasks.Where(task => EF.Functions.ILike(task.Title, pattern, TextSearch.Escape)
            || EF.Functions.ILike(task.Description!, pattern, TextSearch.Escape));
    }

    private Cursor? ReadCursor(QueryReader query)
    {
        if (query.Text(Cursor.Parameter, Cursor.MaxLength) is not { } text)
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
