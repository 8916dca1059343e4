using System.Globalization;

namespace PrimeTask.CacheCheck.Model;

/// <summary>What a request asks to see.</summary>
public abstract record ReadQuery
{
    /// <summary>Below <c>/api/v1/</c>.</summary>
    public abstract string Path { get; }
}

public sealed record StatsQuery : ReadQuery
{
    public override string Path => "tasks/stats/";
}

public sealed record DetailQuery(long Id) : ReadQuery
{
    public override string Path => string.Create(CultureInfo.InvariantCulture, $"tasks/{Id}/");
}

/// <summary>Where a walk by cursor stands: behind this state of this task.</summary>
public sealed record Position(string Cursor, TaskState State, long Id);

/// <summary>A list, and which tasks belong into it in which order.</summary>
public sealed record TaskQuery(string Ordering, int Page, int Size) : ReadQuery
{
    private static readonly string[] _statuses = ["pending", "in_progress", "completed", "cancelled"];
    private static readonly string[] _priorities = ["low", "medium", "high"];

    public static IReadOnlyList<string> Statuses => _statuses;

    public static IReadOnlyList<string> Priorities => _priorities;

    public static IReadOnlyList<string> Orderings { get; } =
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

    public override string Path
    {
        get
        {
            IEnumerable<(string Name, string? Value)> parameters =
            [
                ("status", Status), ("priority", Priority), ("search", Search), ("owner", Owner?.ToString(CultureInfo.InvariantCulture)),
                ("due_before", Write(DueBefore)), ("due_after", Write(DueAfter)), ("overdue", Overdue switch { true => "true", false => "false", null => null }),
                ("ordering", Ordering == "-created_at" ? null : Ordering),
                ("page", Page == 1 || After is not null ? null : Page.ToString(CultureInfo.InvariantCulture)),
                ("page_size", Size == 20 ? null : Size.ToString(CultureInfo.InvariantCulture)),
                ("cursor", After?.Cursor),
            ];
            var query = string.Join('&', parameters.Where(parameter => parameter.Value is not null)
                .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
            return (All ? "tasks/admin/all/" : "tasks/") + (query.Length == 0 ? "" : "?" + query);
        }
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
        var descending = Ordering[0] == '-';
        var name = Ordering.TrimStart('-');
        // Tasks without a due date come last in both directions.
        if (name == "due_date" && left.DueDate is null != right.DueDate is null)
            return left.DueDate is null ? 1 : -1;

        var order = name switch
        {
            "created_at" => left.CreatedAt.CompareTo(right.CreatedAt),
            "updated_at" => left.UpdatedAt.CompareTo(right.UpdatedAt),
            "due_date" => Nullable.Compare(left.DueDate, right.DueDate),
            "priority" => Array.IndexOf(_priorities, left.Priority).CompareTo(Array.IndexOf(_priorities, right.Priority)),
            "status" => Array.IndexOf(_statuses, left.Status).CompareTo(Array.IndexOf(_statuses, right.Status)),
            "title" => string.CompareOrdinal(left.Title, right.Title),
            _ => 0,
        };
        order = order == 0 ? leftId.CompareTo(rightId) : order;
        return descending ? -order : order;
    }

    private bool Contains(string? text) => text?.Contains(Search!, StringComparison.OrdinalIgnoreCase) == true;
}
