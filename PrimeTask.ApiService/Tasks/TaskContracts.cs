using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using System.Text.Json.Serialization;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.OpenApi;

namespace PrimeTask.ApiService.Tasks;

/// <summary>The body of POST and PUT, which set what is left out to its default, and of PATCH, which leaves it alone.</summary>
public sealed record TaskRequest
{
    [Wire(MaxLength = TaskItem.MaxTitleLength)]
    public Maybe<string> Title { get; init; }

    [Wire(MaxLength = TaskItem.MaxDescriptionLength, Nullable = true)]
    public Maybe<string> Description { get; init; }

    [Wire(Choices = typeof(TaskItemStatus))]
    public Maybe<string> Status { get; init; }

    [Wire(Choices = typeof(TaskItemPriority))]
    public Maybe<string> Priority { get; init; }

    [Wire(Format = "date-time", Nullable = true)]
    public Maybe<string> DueDate { get; init; }

    /// <summary>Everything at once: POST and PUT.</summary>
    public TaskChanges ReadWhole(FieldErrors errors)
    {
        if (!Title.IsPresent)
            errors.Add("title", FieldErrors.Required);
        var changes = ReadPart(errors);
        return changes with
        {
            Description = new(changes.Description.Value),
            Status = new(changes.Status.Or(TaskItemStatus.Pending)),
            Priority = new(changes.Priority.Or(TaskItemPriority.Medium)),
            DueDate = new(changes.DueDate.Value),
        };
    }

    /// <summary>What is present: PATCH.</summary>
    public TaskChanges ReadPart(FieldErrors errors) => new(
        Title.IsPresent ? new(errors.Text("title", Title, TaskItem.MaxTitleLength)) : default,
        ReadDescription(errors),
        Status.IsPresent ? new(errors.Choice("status", Status, TaskItemStatus.Pending)) : default,
        Priority.IsPresent ? new(errors.Choice("priority", Priority, TaskItemPriority.Medium)) : default,
        ReadDueDate(errors));

    private Maybe<string> ReadDescription(FieldErrors errors)
    {
        if (Description.Value is not { } sent)
            return Description;
        var text = WireText.Normalize(sent);
        errors.CheckCharacters("description", text, TaskItem.MaxDescriptionLength);
        return new(text);
    }

    private Maybe<DateTimeOffset?> ReadDueDate(FieldErrors errors)
    {
        if (DueDate.Value is null)
            return DueDate.IsPresent ? new(null) : default;
        if (WireTime.TryParse(DueDate.Value, out var time))
            return new(time);
        errors.Add("due_date", WireTime.Invalid);
        return default;
    }
}

/// <summary>A task in a list: without its description.</summary>
public record TaskSummary
{
    // A derived record's members would come first.
    [JsonPropertyOrder(-2)]
    public required long Id { get; init; }

    [JsonPropertyOrder(-1)]
    public required string Title { get; init; }

    public required TaskItemStatus Status { get; init; }

    public string StatusDisplay => Choices.Display(Status);

    public required TaskItemPriority Priority { get; init; }

    public string PriorityDisplay => Choices.Display(Priority);

    public required DateTimeOffset? DueDate { get; init; }

    public required DateTimeOffset? CompletedAt { get; init; }

    public required long Owner { get; init; }

    public required string OwnerUsername { get; init; }

    public required string OwnerEmail { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public static Expression<Func<TaskItem, TaskSummary>> FromTask { get; } = task => new TaskSummary
    {
        Id = task.Id,
        Title = task.Title,
        Status = task.Status,
        Priority = task.Priority,
        DueDate = task.DueDate,
        CompletedAt = task.CompletedAt,
        Owner = task.OwnerId,
        OwnerUsername = task.Owner.Username,
        OwnerEmail = task.Owner.Email,
        CreatedAt = task.CreatedAt,
        UpdatedAt = task.UpdatedAt,
    };
}

public sealed record TaskResponse : TaskSummary
{
    public required string? Description { get; init; }

    [JsonIgnore]
    public uint Version { get; init; }

    public static new Expression<Func<TaskItem, TaskResponse>> FromTask { get; } = task => new TaskResponse
    {
        Id = task.Id,
        Title = task.Title,
        Description = task.Description,
        Status = task.Status,
        Priority = task.Priority,
        DueDate = task.DueDate,
        CompletedAt = task.CompletedAt,
        Owner = task.OwnerId,
        OwnerUsername = task.Owner.Username,
        OwnerEmail = task.Owner.Email,
        CreatedAt = task.CreatedAt,
        UpdatedAt = task.UpdatedAt,
        Version = task.Version,
    };

    private static readonly Func<TaskItem, TaskResponse> _from = FromTask.Compile();

    private static readonly Func<TaskItem, TaskResponse> _fromNew = ((Expression<Func<TaskItem, TaskResponse>>)new WithoutOwner().Visit(FromTask)).Compile();

    public static TaskResponse From(TaskItem task) => _from(task);

    /// <summary>A task that was inserted just now, with what the database gave it.</summary>
    public static TaskResponse Created(TaskItem task, long id, uint version, string ownerUsername, string ownerEmail) =>
        _fromNew(task) with { Id = id, Version = version, OwnerUsername = ownerUsername, OwnerEmail = ownerEmail };

    /// <summary>Changes with every change of the task, and of what it shows of its owner.</summary>
    public string ETag() =>
        EntityTags.Of(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Id}|{Version}|{OwnerUsername}|{OwnerEmail}")));

    /// <summary>For a task whose owner was not read.</summary>
    private sealed class WithoutOwner : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression is MemberExpression { Member.Name: nameof(TaskItem.Owner) } ? Expression.Default(node.Type) : base.VisitMember(node);
    }
}

public sealed record TaskStats(
    int Total, int Pending, int InProgress, int Completed, int Cancelled, int Overdue, PriorityStats ByPriority)
{
    /// <summary>True where more of everybody's tasks can be overdue than <c>overdue</c> says, because counting them all would cost too much; left out otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OverdueIsMinimum { get; init; }
}

public sealed record PriorityStats(int Low, int Medium, int High);
