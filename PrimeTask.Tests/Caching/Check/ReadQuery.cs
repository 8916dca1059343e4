using System.Collections.Concurrent;

namespace PrimeTask.Tests.Caching.Check;

/// <summary>What a request asks to see.</summary>
/// <param name="Path">Below <c>/api/v1/</c>.</param>
internal abstract record ReadQuery(string Path);

internal sealed record StatsQuery() : ReadQuery("tasks/stats/");

/// <summary>Where a walk by cursor stands: behind this state of this task.</summary>
internal sealed record Position(string Cursor, TaskState State, long Id);

/// <summary>A list, and which tasks belong into it in which order.</summary>
internal sealed record TaskQuery(string Ordering, int Page, int Size) : ReadQuery("")
{
    /// <summary>In titles and descriptions, and searched for.</summary>
    public static readonly string[] Words = ["anchor", "beacon", "copper", "drizzle", "ember"];
    public static readonly string[] Statuses = ["pending", "in_progress", "completed", "cancelled"];
    public static readonly string[] Priorities = ["low", "medium", "high"];

    private static readonly string[] _orderings =
        [.. new[] { "created_at", "updated_at", "due_date", "priority", "status", "title", "id" }.SelectMany(name => new[] { name, "-" + name })];

    /// <summary>Under the route for admins alone.</summary>
    public bool All { get; init; }

    public string? Status { get; init; }

    public string? Priority { get; init; }

    public string? Search { get; init; }

    public long? Owner { get; init; }

    public DateTimeOffset? DueBefore { get; init; }

    public DateTimeOffset? DueAfter { get; init; }

    public bool? Overdue { get; init; }

    public Position? After { get; init; }

    public int Skip => After is null ? (Page - 1) * Size : 0;

    public static TaskQuery AtRandom(World world, bool admin)
    {
        var random = Random.Shared;
        var day = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(random.Next(-2, 3)), TimeSpan.Zero);
        var due = random.Next(8);
        return new TaskQuery(random.Next(3) == 0 ? "-created_at" : World.Any(_orderings), random.Next(4) == 0 ? random.Next(1, 4) : 1, World.Any([5, 20, 50]))
        {
            All = random.Next(admin ? 3 : 30) == 0,
            Status = random.Next(4) == 0 ? Some(Statuses) : null,
            Priority = random.Next(5) == 0 ? Some(Priorities) : null,
            Search = random.Next(5) == 0 ? World.Any(Words)[..random.Next(3, 6)] : null,
            Owner = admin && random.Next(3) == 0 ? world.AnyUser().Id : null,
            Overdue = random.Next(6) == 0 ? random.Next(2) == 0 : null,
            DueBefore = due == 0 ? day : null,
            DueAfter = due == 1 ? day : null,
        }.WithPath();
    }

    /// <summary>The same list with its address, once nothing changes any more.</summary>
    public TaskQuery WithPath()
    {
        IEnumerable<(string Name, object? Value)> parameters =
        [
            ("status", Status), ("priority", Priority), ("search", Search), ("owner", Owner), ("due_before", Write(DueBefore)), ("due_after", Write(DueAfter)),
            ("overdue", Overdue switch { true => "true", false => "false", null => null }), ("ordering", Ordering == "-created_at" ? null : Ordering),
            ("page", Page == 1 || After is not null ? null : Page), ("page_size", Size == 20 ? null : Size), ("cursor", After?.Cursor),
        ];
        var query = string.Join('&', parameters.Where(parameter => parameter.Value is not null)
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(Convert.ToString(parameter.Value, CultureInfo.InvariantCulture)!)}"));
        return this with { Path = (All ? "tasks/admin/all/" : "tasks/") + (query.Length == 0 ? "" : "?" + query) };
    }

    public static string? Write(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Whether a task in this state belongs into the list at that time.</summary>
    public bool Matches(TaskState task, DateTimeOffset now) =>
        (Status is null || Status.Split(',').Contains(task.Status))
        && (Priority is null || Priority.Split(',').Contains(task.Priority))
        && (Search is null || Contains(task.Title) || Contains(task.Description))
        && (DueBefore is null || task.DueDate < DueBefore)
        && (DueAfter is null || task.DueDate > DueAfter)
        && (Overdue is null || task.IsOverdue(now) == Overdue);

    public bool Follows(TaskState task, long id) => After is null || Compare(After.State, After.Id, task, id) < 0;

    public int Compare(TaskState left, long leftId, TaskState right, long rightId)
    {
        var name = Ordering.TrimStart('-');
        // Tasks without a due date come last in both directions.
        if (name == "due_date" && left.DueDate is null != right.DueDate is null)
            return left.DueDate is null ? 1 : -1;

        var order = name switch
        {
            "created_at" => left.CreatedAt.CompareTo(right.CreatedAt),
            "updated_at" => left.UpdatedAt.CompareTo(right.UpdatedAt),
            "due_date" => Nullable.Compare(left.DueDate, right.DueDate),
            "priority" => Array.IndexOf(Priorities, left.Priority).CompareTo(Array.IndexOf(Priorities, right.Priority)),
            "status" => Array.IndexOf(Statuses, left.Status).CompareTo(Array.IndexOf(Statuses, right.Status)),
            "title" => string.CompareOrdinal(left.Title, right.Title),
            _ => 0,
        };
        order = order == 0 ? leftId.CompareTo(rightId) : order;
        return Ordering[0] == '-' ? -order : order;
    }

    private bool Contains(string? text) => text?.Contains(Search!, StringComparison.OrdinalIgnoreCase) == true;

    private static string Some(string[] names) => string.Join(',', names.Where(_ => Random.Shared.Next(2) == 0).DefaultIfEmpty(World.Any(names)));
}

/// <summary>What is asked for next. Each user has favourites, so that responses can come from the cache.</summary>
internal sealed class Queries(World world)
{
    private const int Favourites = 5;

    private readonly ConcurrentDictionary<(UserModel, bool), ReadQuery[]> _favourites = new();
    private readonly ConcurrentDictionary<UserModel, TaskQuery> _nextPages = new();

    public ReadQuery Pick(UserModel user)
    {
        var admin = user.States.Latest.IsAdmin;
        return Random.Shared.Next(20) switch
        {
            < 15 => World.Any(_favourites.GetOrAdd((user, admin), _ =>
                [new StatsQuery(), new TaskQuery("-created_at", 1, 20).WithPath(), .. Enumerable.Range(0, Favourites).Select(_ => TaskQuery.AtRandom(world, admin))])),
            < 17 => new StatsQuery(),
            17 when _nextPages.TryGetValue(user, out var next) => next,
            _ => TaskQuery.AtRandom(world, admin),
        };
    }

    /// <summary>Remembers where a walk by cursor can go on.</summary>
    public void Learn(UserModel user, ReadQuery query, Reply reply)
    {
        if (query is TaskQuery list && reply.Status == 200 && Random.Shared.Next(8) == 0 && Wire.Data<ListWire>(reply.Body) is { NextCursor: { } cursor, Results: [.., var last] })
            _nextPages[user] = (list with { After = new Position(cursor, last.State, last.Id) }).WithPath();
    }
}
