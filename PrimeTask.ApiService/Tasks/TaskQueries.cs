using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Tasks;

public static class TaskQueries
{
    /// <summary>Ownership lives here: what a caller may not see is not there.</summary>
    public static IQueryable<TaskItem> VisibleTo(this IQueryable<TaskItem> tasks, CurrentUser user) =>
        user.IsAdmin ? tasks : tasks.Where(task => task.OwnerId == user.Id);

    public static IQueryable<TaskItem> Open(this IQueryable<TaskItem> tasks) =>
        tasks.Where(task => task.Status == TaskItemStatus.Pending || task.Status == TaskItemStatus.InProgress);

    public static IQueryable<TaskItem> Overdue(this IQueryable<TaskItem> tasks, DateTimeOffset now) =>
        tasks.Open().Where(task => task.DueDate < now);

    public static IQueryable<TaskItem> NotOverdue(this IQueryable<TaskItem> tasks, DateTimeOffset now) =>
        tasks.Where(task => task.DueDate == null || task.DueDate >= now
            || task.Status == TaskItemStatus.Completed || task.Status == TaskItemStatus.Cancelled);

    /// <summary>When the next task becomes overdue by time alone.</summary>
    public static Task<DateTimeOffset?> NextOverdueAsync(this IQueryable<TaskItem> tasks, DateTimeOffset now, CancellationToken cancellationToken) =>
        tasks.Open().Where(task => task.DueDate >= now).MinAsync(task => task.DueDate, cancellationToken);
}

/// <summary>The filters and the order that a caller asked for.</summary>
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
    private const string DefaultOrdering = "-created_at";

    private static readonly Dictionary<string, Expression<Func<TaskItem, object?>>> _orderings = new()
    {
        ["created_at"] = task => task.CreatedAt,
        ["updated_at"] = task => task.UpdatedAt,
        ["due_date"] = task => task.DueDate,
        ["priority"] = task => task.Priority == TaskItemPriority.Low ? 0 : task.Priority == TaskItemPriority.Medium ? 1 : 2,
        ["status"] = task => task.Status == TaskItemStatus.Pending ? 0
            : task.Status == TaskItemStatus.InProgress ? 1
            : task.Status == TaskItemStatus.Completed ? 2 : 3,
        ["title"] = task => task.Title,
        ["id"] = task => task.Id,
    };

    private static readonly string[] _orderingNames = [.. _orderings.Keys.SelectMany(name => new[] { name, "-" + name })];

    private static readonly QueryParameter _owner = new("owner", "Id of the owner.", "1");

    private static readonly QueryParameter[] _forUsers =
    [
        new("status", $"One or several of {string.Join(", ", Choices.Names<TaskItemStatus>())}, separated by commas.", "pending,in_progress"),
        new("priority", $"One or several of {string.Join(", ", Choices.Names<TaskItemPriority>())}, separated by commas.", "high"),
        new("search", "Text in the title or the description, in any case.", "report"),
        new("due_before", "Due before this time.", "2026-12-31T00:00:00Z"),
        new("due_after", "Due after this time.", "2026-01-01"),
        new("overdue", "true: due in the past and not finished; false: everything else.", "true"),
        new("ordering", $"One of {string.Join(", ", _orderings.Keys)}, with - before it for descending; {DefaultOrdering} if left out.", "-due_date"),
        .. PageRequest.Parameters,
    ];

    private static readonly QueryParameter[] _forAdmins = [.. _forUsers, _owner];

    /// <summary>For the API's documentation.</summary>
    public static IReadOnlyCollection<QueryParameter> Parameters { get; } = [.. _forUsers, _owner with { Description = "Id of the owner; for admins." }];

    public static QueryReader Reader(HttpRequest request, CurrentUser user) => new(request.Query, user.IsAdmin ? _forAdmins : _forUsers);

    public static TaskListQuery Read(QueryReader query, CurrentUser user) => new(
        query.Many<TaskItemStatus>("status"),
        query.Many<TaskItemPriority>("priority"),
        query.Text("search"),
        user.IsAdmin ? query.Number("owner", 1, long.MaxValue) : null,
        query.Time("due_before"),
        query.Time("due_after"),
        query.Flag("overdue"),
        query.Choice("ordering", _orderingNames, DefaultOrdering),
        PageRequest.Read(query));

    public IQueryable<TaskItem> Apply(IQueryable<TaskItem> tasks, DateTimeOffset now)
    {
        if (Statuses.Count > 0)
            tasks = tasks.Where(task => Statuses.Contains(task.Status));
        if (Priorities.Count > 0)
            tasks = tasks.Where(task => Priorities.Contains(task.Priority));
        if (!string.IsNullOrEmpty(Search))
            tasks = Matching(tasks, Search);
        if (Owner is not null)
            tasks = tasks.Where(task => task.OwnerId == Owner);
        if (DueBefore is not null)
            tasks = tasks.Where(task => task.DueDate < DueBefore);
        if (DueAfter is not null)
            tasks = tasks.Where(task => task.DueDate > DueAfter);
        if (Overdue == true)
            tasks = tasks.Overdue(now);
        if (Overdue == false)
            tasks = tasks.NotOverdue(now);
        return Ordered(tasks);
    }

    private static IQueryable<TaskItem> Matching(IQueryable<TaskItem> tasks, string search)
    {
        var pattern = TextSearch.Pattern(search);
        return tasks.Where(task => EF.Functions.ILike(task.Title, pattern, TextSearch.Escape)
            || EF.Functions.ILike(task.Description!, pattern, TextSearch.Escape));
    }

    private IOrderedQueryable<TaskItem> Ordered(IQueryable<TaskItem> tasks)
    {
        var descending = Ordering.StartsWith('-');
        var name = Ordering.TrimStart('-');
        var key = _orderings[name];
        if (name == "due_date")
        {
            var datedFirst = tasks.OrderBy(task => task.DueDate == null);
            return descending
                ? datedFirst.ThenByDescending(key).ThenByDescending(task => task.Id)
                : datedFirst.ThenBy(key).ThenBy(task => task.Id);
        }

        var ordered = descending ? tasks.OrderByDescending(key) : tasks.OrderBy(key);
        return descending ? ordered.ThenByDescending(task => task.Id) : ordered.ThenBy(task => task.Id);
    }
}
