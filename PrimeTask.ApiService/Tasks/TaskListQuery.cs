using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Search;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Tasks.Projects;
using PrimeTask.ApiService.Tasks.Search;
using PrimeTask.ApiService.Tasks.Stats;

namespace PrimeTask.ApiService.Tasks;

/// <summary>The filters, the order and the page that a caller asked for.</summary>
internal sealed record TaskListQuery(
    IReadOnlyCollection<TaskItemStatus> Statuses,
    IReadOnlyCollection<TaskItemPriority> Priorities,
    TextSearch? Search,
    long? Owner,
    DateTimeOffset? DueBefore,
    DateTimeOffset? DueAfter,
    bool? Overdue,
    DuePeriod? Due,
    bool IsStarted,
    string? Zone,
    IReadOnlyCollection<long?> Projects,
    IReadOnlyCollection<string> Labels,
    string Ordering,
    PageRequest Page)
{
    private const string Open = "open";
    private const string Now = "now";
    private const string ZoneParameter = "time_zone";
    internal const string ProjectParameter = "project";
    private const string LabelParameter = "label";
    private const string Inbox = "none";
    internal const string ParentParameter = "parent";
    private const string ArchivedParameter = "archived";

    private static readonly Dictionary<string, TaskItemStatus[]> _statusGroups = new() { [Open] = [TaskItemStatus.Pending, TaskItemStatus.InProgress] };

    private static readonly QueryParameter[] _filters =
    [
        QueryParameter.Choices<TaskItemStatus>("status", "One or several, separated by commas. open is pending and in_progress.", "pending,in_progress") with
        {
            Allowed = [.. Choices.Names<TaskItemStatus>(), .. _statusGroups.Keys],
        },
        QueryParameter.Choices<TaskItemPriority>("priority", "One or several, separated by commas.", "high"),
        new("search", $"Words in the title or the description, {TextSearch.Description} Where all have one or two characters, or signs alone, they are scanned for in {TaskSearch.MaxScanned} tasks a page; next_cursor leads to the others. Where none of the owner's tasks has all the words, words of four letters or more may have a typing error, of seven or more two: then the {SimilarTasks.MaxFound} tasks come whose titles are nearest, the nearest first, and similar says so; what is quoted is never mistyped.", "report"),
        QueryParameter.Time("due_before", "Due before this time. An all-day task counts as due when its day ends.", "2026-12-31T00:00:00Z"),
        QueryParameter.Time("due_after", "Due after this time. An all-day task counts as due when its day ends.", "2026-01-01T00:00:00Z"),
        QueryParameter.Flag("overdue", "true: due in the past, or on a day that is over, and not finished; false: everything else."),
        new("due", "overdue: as overdue=true. today, tomorrow: due on that day. week: today or on one of the six days after it. upcoming: tomorrow or later. none: without a due date. But for overdue, whatever the status; add status=open.", "today")
        {
            Allowed = [.. Choices.Names<DuePeriod>()],
        },
        new("start", "now: all but the tasks that start on a later day.", Now) { Allowed = [Now] },
        new(ZoneParameter, "IANA name of the time zone whose days and order are meant; if left out, that of each task's owner. Where the list is several owners', its order and due_before and due_after then follow the caller's.", TimeZones.Example),
        new(ProjectParameter, "Id of a project, or several separated by commas; none is the Inbox.", Inbox) { Range = (1, long.MaxValue), Allowed = [Inbox], Several = true },
        QueryParameter.Flag(ArchivedParameter, "false: without the tasks of archived projects; true: those alone. If left out, all."),
        new(ParentParameter, "Id of a task: its subtasks; none: the tasks that are no subtasks. If left out, all.", Inbox) { Range = (1, long.MaxValue), Allowed = [Inbox] },
        new(LabelParameter, "Name of a label in any case, or several separated by commas: the tasks that have all of them.", "errand") { MaxLength = Label.MaxNameLength, Several = true },
        .. OwnerFilter.Parameters,
    ];

    /// <summary>What a saved view can have: a page is none of it.</summary>
    private static readonly QueryParameter[] _saved =
    [
        .. _filters,
        new("ordering", $"A - before the name means descending; {TaskOrdering.Default} if left out. By due_date an all-day task comes where its day ends; tasks without a due date come last.", "-due_date")
        {
            Allowed = [.. TaskOrdering.Names],
        },
    ];

    private static readonly QueryParameter[] _parameters =
    [
        .. _saved,
        .. PageRequest.Parameters,
        new(Cursor.Parameter, "next_cursor of the response before, for the same filters and ordering: what follows it, whatever came or went meanwhile. Instead of page.", "MGE5Zjh8NDJ8NjM5")
        {
            MaxLength = Cursor.MaxLength,
        },
    ];

    /// <summary>For the API's documentation.</summary>
    public static IReadOnlyCollection<QueryParameter> Parameters => _parameters;

    /// <summary>Those that say which tasks.</summary>
    public static IReadOnlyCollection<QueryParameter> Filters => _filters;

    public Cursor? Cursor { get; private init; }

    /// <summary>Whether its tasks are counted by when they are due.</summary>
    public bool CountsDue { get; init; }

    /// <summary>The subtasks of a task; 0: the tasks that are no subtasks; null: all.</summary>
    private long? Parent { get; init; }

    /// <summary>Whether the tasks are those of archived projects, or all others; null: both.</summary>
    private bool? Archived { get; init; }

    /// <summary>The ids of the archived projects that the filter means; null before <see cref="ReadArchivedAsync"/>.</summary>
    private long[]? ArchivedProjects { get; init; }

    private TaskOrdering Order { get; init; } = TaskOrdering.Of(TaskOrdering.Default, ZoneDays.Utc);

    /// <summary>Whether it leaves out none, but other owners'.</summary>
    public bool IsUnfiltered => IsCounted && Statuses.Count == 0 && Priorities.Count == 0 && Overdue is null;

    /// <summary>Whether the counters know how many tasks there are of this kind.</summary>
    private bool IsCounted => Search is null && DueBefore is null && DueAfter is null && Due is null && !IsStarted && Projects.Count == 0 && Labels.Count == 0 && Parent is null
        && (Archived is null || (Archived == false && ArchivedProjects is []))
        && (Overdue is null || (Overdue == true && Statuses.Count == 0 && Priorities.Count == 0));

    /// <summary>In all of which its tasks are due.</summary>
    private IEnumerable<DuePeriod> Periods
    {
        get
        {
            if (WantsOverdue)
                yield return DuePeriod.Overdue;
            if (Due is { } period and not (DuePeriod.Overdue or DuePeriod.None))
                yield return period;
        }
    }

    /// <summary>Whether it leaves out all tasks without a due date.</summary>
    private bool IsDated => Periods.Any() || DueBefore is not null || DueAfter is not null;

    private bool WantsOverdue => Overdue == true || Due == DuePeriod.Overdue;

    /// <summary>Whether the passing of time alone changes which tasks these are.</summary>
    private bool FollowsTheClock => CountsDue || Overdue is not null || IsStarted || Due is not (null or DuePeriod.None);

    private bool NeedsDays => FollowsTheClock || DueBefore is not null || DueAfter is not null || TaskOrdering.FollowsDays(Ordering);

    /// <summary>What comes before the page; a cursor leaves it out by itself.</summary>
    private int Skipped => Cursor is null ? (Page.Number - 1) * Page.Size : 0;

    /// <summary>What a cursor is good for.</summary>
    private string Identity => string.Join('|', [
        Ordering, string.Join(',', Statuses.Order()), string.Join(',', Priorities.Order()),
        $"{Owner}", $"{DueBefore?.UtcTicks}", $"{DueAfter?.UtcTicks}", $"{Overdue}", .. Search?.Patterns ?? [],
        // Only where they are used: cursors of the release before stay good.
        .. Due is null ? (string[])[] : [$"due:{Due}"], .. IsStarted ? (string[])[$"start:{Now}"] : [], .. Zone is null ? (string[])[] : [$"zone:{Zone}"],
        .. Projects.Count == 0 ? (string[])[] : [$"project:{string.Join(',', Projects.Order())}"], .. Labels.Count == 0 ? (string[])[] : ["label", .. Labels.Order(StringComparer.Ordinal)],
        .. Parent is null ? (string[])[] : [$"parent:{Parent}"], .. Archived is null ? (string[])[] : [$"archived:{Archived}"]]);

    public static QueryReader Reader(HttpRequest request) => new(request.Query, _parameters);

    public static TaskListQuery Read(QueryReader query, CurrentUser user)
    {
        var read = ReadFilters(query, user, query.Choice("ordering") ?? TaskOrdering.Default, PageRequest.Read(query));
        return read with { Cursor = read.ReadCursor(query) };
    }

    /// <summary>What is wrong with these parameters, without a page.</summary>
    public static FieldErrors CheckSaved(IReadOnlyDictionary<string, string> parameters, CurrentUser user)
    {
        var query = new QueryReader(new QueryCollection(parameters.ToDictionary(parameter => parameter.Key, parameter => new StringValues(parameter.Value))), _saved);
        ReadFilters(query, user, query.Choice("ordering") ?? TaskOrdering.Default, new PageRequest(1, 1));
        return query.Errors;
    }

    /// <summary>Which tasks, in no order that counts.</summary>
    public static TaskListQuery ReadFilters(QueryReader query, CurrentUser user) => ReadFilters(query, user, TaskOrdering.Default, new PageRequest(1, 1));

    public static TaskListQuery OfProject(long project, long owner) => new(
        [], [], null, owner, null, null, null, null, false, null, [project], [], TaskOrdering.Default, new PageRequest(1, 1));

    private static TaskListQuery ReadFilters(QueryReader query, CurrentUser user, string ordering, PageRequest page) => new(
        query.Many("status", _statusGroups),
        query.Many<TaskItemPriority>("priority"),
        TextSearch.Read(query),
        OwnerFilter.Read(query, user),
        query.Time("due_before"),
        query.Time("due_after"),
        query.Flag("overdue"),
        query.One<DuePeriod>("due"),
        query.Choice("start") is not null,
        query.TimeZone(ZoneParameter),
        ReadProjects(query),
        ReadLabels(query),
        ordering,
        page)
    {
        Archived = query.Flag(ArchivedParameter),
        Parent = query.Text(ParentParameter) is not { } parent ? null : parent == Inbox ? 0 : query.Number(ParentParameter, parent),
    };

    private static long?[] ReadProjects(QueryReader query) =>
        [.. query.Several(ProjectParameter).Select(text => text == Inbox ? null : query.Number(ProjectParameter, text)).Distinct()];

    private static string[] ReadLabels(QueryReader query)
    {
        var names = query.Several(LabelParameter);
        foreach (var name in names)
            TextListAttribute.CheckName(query.Errors, LabelParameter, name, Label.MaxNameLength);
        return [.. names.Select(name => Label.KeyOf(WireText.Line(name))).Distinct()];
    }

    /// <summary>Whose days it means; read only where it means any.</summary>
    public async Task<DueDays> ReadDaysAsync(PrimeTaskDbContext db, CurrentUser user, CancellationToken cancellationToken) =>
        NeedsDays ? await DueDays.ReadAsync(db, user, Owner, Zone, cancellationToken) : new(ZoneDays.Utc, IsOne: true);

    /// <summary>The same, with the archived projects that its filter means. Before its tasks are read.</summary>
    public async Task<TaskListQuery> ReadArchivedAsync(PrimeTaskDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        if (Archived is null)
            return this;
        var owner = user.OnlyOwner() ?? Owner;
        var archived = db.Projects.Live().Where(project => project.Archived && (owner == null || project.OwnerId == owner));
        return this with { ArchivedProjects = await archived.Select(project => project.Id).ToArrayAsync(cancellationToken) };
    }

    /// <summary>When the passing of time alone can change these tasks, or what they are shown with.</summary>
    public async Task<DateTimeOffset?> ReadNextChangeAsync(PrimeTaskDbContext db, CurrentUser user, DueDays days, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!FollowsTheClock)
            return null;
        var end = days.EndOfDate(now);
        if (!CountsDue && Overdue is null && Due != DuePeriod.Overdue)
            return end;
        var overdue = await db.ReadNextOverdueAsync(user.OnlyOwner() ?? Owner, now, cancellationToken);
        return overdue < end ? overdue : end;
    }

    /// <returns>Null for a page past the end.</returns>
    public async Task<Page<TaskSummary>?> TakeAsync(
        PrimeTaskDbContext db, CurrentUser user, DueDays days, DateTimeOffset now, HttpRequest request, CancellationToken cancellationToken)
    {
        var all = FilterButDue(db.Tasks.AsNoTracking().VisibleTo(user), days, now);
        var (due, tasks) = (new DueParts(Timed, AllDay), FilterDue(all, days, now));
        if (Search is not null)
        {
            // One snapshot: a cursor must stand where the tasks were that it follows.
            var found = this with { Order = TaskOrdering.Of(Ordering, days.Zone) };
            return await db.InSnapshotAsync(cancellation => found.SearchAsync(db, user, tasks, request, cancellation), cancellationToken);
        }

        var list = this with { Order = TaskOrdering.Of(Ordering, days.Zone, IsDated ? due : null) };
        return await list.TakeAsync(IsDated && TaskOrdering.FollowsDays(Ordering) ? all : tasks, CountAsync, request, cancellationToken);

        async Task<PageCount> CountAsync() => Overdue switch
        {
            _ when IsDated && !IsCounted => PageCount.UpToMost(
                await Timed(all).Take(PageCount.Most + 1).Concat(AllDay(all).Take(PageCount.Most + 1)).CountAsync(cancellationToken)),
            _ when !IsCounted => await PageCount.UpToMostAsync(tasks, cancellationToken),
            true => await db.ReadOverdueAsync(user.OnlyOwner() ?? Owner, days, now, cancellationToken),
            _ => PageCount.Exact(await ReadCountAsync(db, user, cancellationToken)),
        };

        IQueryable<TaskItem> Timed(IQueryable<TaskItem> some)
        {
            some = Periods.Aggregate(some, (left, period) => days.Timed(left, period, now));
            some = DueBefore is { } before ? some.Where(task => task.DueDate < before) : some;
            return DueAfter is { } after ? some.Where(task => task.DueDate > after) : some;
        }

        IQueryable<TaskItem> AllDay(IQueryable<TaskItem> some)
        {
            some = Periods.Aggregate(some.Where(task => task.DueDate == null), (left, period) => days.AllDay(left, period, now));
            if (DueBefore is { } before && days.Zone.LastEndedBy(before) is var last)
                some = some.Where(task => task.DueOn <= last);
            return DueAfter is { } after && days.Zone.LastEndedBy(after) is var ended ? some.Where(task => task.DueOn > ended) : some;
        }
    }

    private async Task<Page<TaskSummary>?> TakeAsync(
        IQueryable<TaskItem> tasks, Func<Task<PageCount>> countAsync, HttpRequest request, CancellationToken cancellationToken)
    {
        var summaries = Order.First(tasks, Cursor, Skipped + Page.Size + 1).Select(TaskSummary.FromTask);
        return Cursor is null
            ? await Page.TakeAsync(summaries, countAsync, request, CursorAt, cancellationToken)
            : await Page.TakeAfterAsync(summaries, countAsync, request, CursorAt, cancellationToken);
    }

    /// <summary>What holds the words; where no task of this owner does, whatever the other filters, what holds similar ones.</summary>
    private async Task<Page<TaskSummary>?> SearchAsync(
        PrimeTaskDbContext db, CurrentUser user, IQueryable<TaskItem> tasks, HttpRequest request, CancellationToken cancellationToken)
    {
        var page = await SearchAsync(tasks, request, cancellationToken);
        if (page is { Count: > 0 } or { CountIsMinimum: true } || Cursor is not null || Search!.Mistyped is not { } words || (user.OnlyOwner() ?? Owner) is not { } owner)
            return page;
        var all = db.Tasks.AsNoTracking().Where(task => task.OwnerId == owner);
        var isKnown = page is not null && (this with { Search = null }).IsUnfiltered;
        if (!isKnown && await new TaskSearch(Search, all, Order).AnyAsync(cancellationToken))
            return page;

        var ids = await new SimilarTasks(words).FindAsync(all, tasks, cancellationToken);
        var shown = ids.Skip(Skipped).Take(Page.Size + 1).ToArray();
        var read = await tasks.Where(task => shown.Contains(task.Id)).Select(TaskSummary.FromTask).ToDictionaryAsync(task => task.Id, cancellationToken);
        var similar = Page.Fill(PageCount.Exact(ids.Length), [.. shown.Select(id => read[id])], request, _ => null);
        return similar is null ? null : similar with { Similar = ids.Length > 0 };
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

    /// <summary>The tasks of all filters.</summary>
    public IQueryable<TaskItem> Find(PrimeTaskDbContext db, CurrentUser user, DueDays days, DateTimeOffset now)
    {
        var tasks = FilterDue(FilterButDue(db.Tasks.AsNoTracking().VisibleTo(user), days, now), days, now);
        return Search is null ? tasks : new TaskSearch(Search, tasks, Order).Indexed;
    }

    /// <summary>All filters but the search and those of when a task is due.</summary>
    private IQueryable<TaskItem> FilterButDue(IQueryable<TaskItem> tasks, DueDays days, DateTimeOffset now)
    {
        if (Owner is not null)
            tasks = tasks.Where(task => task.OwnerId == Owner);
        if (Statuses.Count > 0)
            tasks = tasks.Where(task => Statuses.Contains(task.Status));
        if (Priorities.Count > 0)
            tasks = tasks.Where(task => Priorities.Contains(task.Priority));
        tasks = FilterByPlace(tasks);
        if (WantsOverdue)
            tasks = tasks.Where(TaskQueries.IsOpen);
        if (Overdue == false)
            tasks = days.NotOverdue(tasks, now);
        if (Due == DuePeriod.None)
            tasks = tasks.Where(task => task.DueDate == null && task.DueOn == null);
        return IsStarted ? days.Started(tasks, now) : tasks;
    }

    private IQueryable<TaskItem> FilterDue(IQueryable<TaskItem> tasks, DueDays days, DateTimeOffset now) =>
        Periods.Aggregate(FilterByTimes(tasks, days.Zone), (left, period) => days.Due(left, period, now));

    private IQueryable<TaskItem> FilterByPlace(IQueryable<TaskItem> tasks)
    {
        long[] ids = [.. Projects.OfType<long>()];
        if (Projects.Count > ids.Length)
            tasks = ids.Length == 0 ? tasks.Where(task => task.ProjectId == null) : tasks.Where(task => task.ProjectId == null || ids.Contains(task.ProjectId.Value));
        else if (ids.Length > 0)
            tasks = tasks.Where(task => task.ProjectId != null && ids.Contains(task.ProjectId.Value));
        if (Archived is not null)
            tasks = FilterByArchive(tasks, ArchivedProjects ?? throw new InvalidOperationException("The archived projects were not read."));
        if (Parent is { } parent)
            tasks = parent == 0 ? tasks.Where(task => task.ParentId == null) : tasks.Where(task => task.ParentId == parent);

        string[] keys = [.. Labels];
        return keys.Length == 0 ? tasks : tasks.Where(task => task.LabelKeys.Length > 0 && keys.All(key => task.LabelKeys.Contains(key)));
    }

    private IQueryable<TaskItem> FilterByArchive(IQueryable<TaskItem> tasks, long[] archived)
    {
        if (Archived == true)
            return tasks.Where(task => task.ProjectId != null && archived.Contains(task.ProjectId.Value));
        return archived.Length == 0 ? tasks : tasks.Where(task => task.ProjectId == null || !archived.Contains(task.ProjectId.Value));
    }

    private IQueryable<TaskItem> FilterByTimes(IQueryable<TaskItem> tasks, ZoneDays zone)
    {
        if (DueBefore is { } before)
        {
            var last = zone.LastEndedBy(before);
            tasks = tasks.Where(task => task.DueDate < before || (task.DueDate == null && task.DueOn <= last));
        }

        if (DueAfter is { } after)
        {
            var last = zone.LastEndedBy(after);
            tasks = tasks.Where(task => task.DueDate > after || (task.DueDate == null && task.DueOn > last));
        }

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
        if (cursor is not null && TaskOrdering.Of(Ordering, ZoneDays.Utc).Accepts(cursor))
            return cursor;
        query.Errors.Add(Cursor.Parameter, Cursor.Invalid);
        return null;
    }

    private string CursorAt(TaskSummary task) => Order.CursorAt(task).Write(Identity);
}
