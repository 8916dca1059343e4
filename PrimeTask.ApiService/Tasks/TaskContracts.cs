using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using System.Text.Json.Serialization;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Tasks.Order;
using PrimeTask.ApiService.Tasks.Recurrence;
using PrimeTask.ApiService.Tasks.Subtasks;

namespace PrimeTask.ApiService.Tasks;

/// <summary>The body of POST and PUT, which set what is left out to its default.</summary>
public record TaskRequest
{
    [Required, Line(TaskItem.MaxTitleLength, Example = "Write the report")]
    public Maybe<string> Title { get; init; }

    [Text(TaskItem.MaxDescriptionLength, Example = "Two pages, with figures.")]
    public Maybe<string?> Description { get; init; }

    public Maybe<TaskItemStatus> Status { get; init; }

    public Maybe<TaskItemPriority> Priority { get; init; }

    /// <summary>Due at a time. A task has this or due_on: setting one clears the other, and both at once are an error.</summary>
    public Maybe<DateTimeOffset?> DueDate { get; init; }

    /// <summary>Due on a day, of the owner's time zone: overdue when that day is over there.</summary>
    [Example(null)]
    public Maybe<DateOnly?> DueOn { get; init; }

    /// <summary>Not to be begun before this day; the filter start hides it until then.</summary>
    [Example("2026-11-30")]
    public Maybe<DateOnly?> StartOn { get; init; }

    /// <summary>Id of one of the owner's projects; null is the Inbox.</summary>
    [Example(null)]
    public Maybe<long?> Project { get; init; }

    /// <summary>Id of the task that this becomes a subtask of: one of the same owner that is no subtask itself. The subtask is in its project, also when that changes. A task that has subtasks can't be one. Null: none. A subtask whose project alone is changed is none any more.</summary>
    [Example(null)]
    public Maybe<long?> Parent { get; init; }

    /// <summary>Names that differ in case alone are one label. A new name makes a label.</summary>
    [TextList(Label.MaxOfATask, Label.MaxNameLength, Example = "errand")]
    public Maybe<IReadOnlyList<string>> Labels { get; init; }

    /// <summary>
    /// A rule of RFC 5545 with FREQ (DAILY, WEEKLY, MONTHLY or YEARLY), INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, and COUNT or UNTIL: completing the task makes the next one. A recurring
    /// task needs a due date. A day that a month lacks is its last day.
    /// </summary>
    [Text(RecurrenceRule.MaxLength, Example = "FREQ=WEEKLY;BYDAY=MO,TH")]
    public Maybe<string?> Recurrence { get; init; }

    /// <summary>Whether the next one is counted from when this one was to be done, or from the day when it is completed.</summary>
    public Maybe<RecurrenceFrom> RecurrenceFrom { get; init; }

    /// <summary>Everything at once, of a new task.</summary>
    public TaskChanges ReadWhole(FieldErrors errors)
    {
        errors.Check(this);
        CheckDue(errors);
        var changes = Changes(errors);
        if (changes.Recurrence.Value is not null && DueDate.Value is null && DueOn.Value is null)
            errors.Add("recurrence", RecurrenceRule.NeedsDueDate);
        return changes with
        {
            Description = new(changes.Description.Value),
            Status = new(changes.Status.Or(TaskItemStatus.Pending)),
            Priority = new(changes.Priority.Or(TaskItemPriority.Medium)),
            DueDate = new(changes.DueDate.Value),
            // Null and left out are the same to a new task, and to the digest of its request.
            DueOn = changes.DueOn.Value is null ? default : changes.DueOn,
            StartOn = changes.StartOn.Value is null ? default : changes.StartOn,
            Project = changes.Project.Value is null ? default : changes.Project,
            Parent = changes.Parent.Value is null ? default : changes.Parent,
            Labels = changes.Labels.Value is null or [] ? default : changes.Labels,
            Recurrence = changes.Recurrence.Value is null ? default : changes.Recurrence,
            RecurrenceFrom = changes.RecurrenceFrom.Value == Tasks.Recurrence.RecurrenceFrom.Schedule ? default : changes.RecurrenceFrom,
        };
    }

    /// <summary>Everything at once: PUT.</summary>
    public TaskChanges ReadReplacement(FieldErrors errors)
    {
        var changes = ReadWhole(errors);
        return changes with
        {
            DueOn = new(changes.DueOn.Value),
            StartOn = new(changes.StartOn.Value),
            // Left out, it is that of the parent.
            Project = changes.Parent.IsPresent ? changes.Project : new(changes.Project.Value),
            Parent = new(changes.Parent.Value),
            Labels = new(changes.Labels.Value ?? []),
            Recurrence = new(changes.Recurrence.Value),
            RecurrenceFrom = new(changes.RecurrenceFrom.Value),
        };
    }

    /// <summary>What is present: PATCH.</summary>
    public TaskChanges ReadPart(FieldErrors errors)
    {
        errors.Check(this, whole: false);
        CheckDue(errors);
        return Changes(errors);
    }

    private void CheckDue(FieldErrors errors)
    {
        if (DueDate.Value is not null && DueOn.Value is not null)
            errors.Add("due_on", "Give either due_date or due_on.");
    }

    private Maybe<string?> ReadRecurrence(FieldErrors errors)
    {
        if (Recurrence.Value is not { } text || errors.Has("recurrence"))
            return Recurrence;
        var rule = RecurrenceRule.TryParse(text, out var problem);
        if (problem is not null)
            errors.Add("recurrence", problem);
        return new(rule?.Text);
    }

    private TaskChanges Changes(FieldErrors errors) => new(Title.Map(WireText.Line), Description.Map(text => text is null ? null : WireText.Normalize(text)), Status, Priority, DueDate)
    {
        DueOn = DueOn,
        StartOn = StartOn,
        Project = Project,
        Parent = Parent,
        Labels = Labels.Map<IReadOnlyList<string>>(names => [.. names.Select(WireText.Line).DistinctBy(Label.KeyOf)]),
        Recurrence = ReadRecurrence(errors),
        RecurrenceFrom = RecurrenceFrom,
    };
}

/// <summary>The body of PATCH, which leaves alone what is left out.</summary>
[Partial]
public sealed record TaskPatch : TaskRequest;

/// <summary>A task in a list: without its description.</summary>
public record TaskSummary
{
    // A derived record's members would come first.
    [JsonPropertyOrder(-2)]
    public required long Id { get; init; }

    [JsonPropertyOrder(-1)]
    [Example("Write the report")]
    public required string Title { get; init; }

    public required TaskItemStatus Status { get; init; }

    [Example("Pending")]
    public string StatusDisplay => Choices.Display(Status);

    public required TaskItemPriority Priority { get; init; }

    [Example("Low")]
    public string PriorityDisplay => Choices.Display(Priority);

    public required DateTimeOffset? DueDate { get; init; }

    /// <summary>Of an all-day task, which has no due_date: a day of the owner's time zone.</summary>
    [Example(null)]
    public required DateOnly? DueOn { get; init; }

    [Example("2026-11-30")]
    public required DateOnly? StartOn { get; init; }

    /// <summary>Null is the Inbox.</summary>
    [Example(3)]
    public required long? Project { get; init; }

    /// <summary>Id of the task that this is a subtask of; null for none.</summary>
    [Example(null)]
    public required long? Parent { get; init; }

    /// <summary>How many subtasks it has itself.</summary>
    public required SubtaskCounts Subtasks { get; init; }

    [Example(new[] { "errand" })]
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Null for once.</summary>
    [Example("FREQ=WEEKLY;BYDAY=MO,TH")]
    public required string? Recurrence { get; init; }

    public required RecurrenceFrom RecurrenceFrom { get; init; }

    /// <summary>Shared by all occurrences of a recurring task.</summary>
    [Example(41)]
    public required long? Series { get; init; }

    /// <summary>Id of the occurrence that was made when this one was completed or skipped.</summary>
    [Example(null)]
    public required long? Next { get; init; }

    /// <summary>Changes when it is moved; ordering=position is this order. What it consists of is the server's own.</summary>
    [Example("42.5")]
    public string Position => HandOrder.Write(HandPosition ?? Id);

    public required DateTimeOffset? CompletedAt { get; init; }

    public required long Owner { get; init; }

    [Example("ann")]
    public required string OwnerUsername { get; init; }

    [Example("ann@example.com")]
    public required string OwnerEmail { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonIgnore]
    public decimal? HandPosition { get; init; }

    public static Expression<Func<TaskItem, TaskSummary>> FromTask { get; } = task => new TaskSummary
    {
        Id = task.Id,
        Title = task.Title,
        Status = task.Status,
        Priority = task.Priority,
        DueDate = task.DueDate,
        DueOn = task.DueDate == null ? task.DueOn : null,
        StartOn = task.StartOn,
        Project = task.ProjectId,
        Parent = task.ParentId,
        Subtasks = new SubtaskCounts(task.Children.Count, task.Children.Count(child => child.Status == TaskItemStatus.Completed)),
        Labels = task.Labels,
        Recurrence = task.Recurrence,
        RecurrenceFrom = task.RecurrenceFrom,
        Series = task.SeriesId ?? (task.Recurrence == null ? null : task.Id),
        Next = task.NextId,
        HandPosition = task.Position,
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
    [Example("Two pages, with figures.")]
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
        DueOn = task.DueDate == null ? task.DueOn : null,
        StartOn = task.StartOn,
        Project = task.ProjectId,
        Parent = task.ParentId,
        Subtasks = new SubtaskCounts(task.Children.Count, task.Children.Count(child => child.Status == TaskItemStatus.Completed)),
        Labels = task.Labels,
        Recurrence = task.Recurrence,
        RecurrenceFrom = task.RecurrenceFrom,
        Series = task.SeriesId ?? (task.Recurrence == null ? null : task.Id),
        Next = task.NextId,
        HandPosition = task.Position,
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

    public static TaskResponse From(TaskItem task) => _from(task) with { Subtasks = task.Subtasks };

    /// <summary>A task that was inserted just now, with what the database gave it.</summary>
    public static TaskResponse Created(TaskItem task, long id, uint version, string ownerUsername, string ownerEmail) =>
        _fromNew(task) with { Id = id, Version = version, OwnerUsername = ownerUsername, OwnerEmail = ownerEmail, Series = task.SeriesId ?? (task.Recurrence is null ? null : id) };

    /// <summary>Changes with every change of the task, and of what it shows of its owner and its subtasks.</summary>
    public string ETag() =>
        EntityTags.Of(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{Id}|{Version}|{OwnerUsername}|{OwnerEmail}{(Subtasks.Total == 0 ? "" : $"|{Subtasks.Total}|{Subtasks.Completed}")}")));

    /// <summary>For a task whose owner was not read.</summary>
    private sealed class WithoutOwner : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression is MemberExpression { Member.Name: nameof(TaskItem.Owner) } ? Expression.Default(node.Type) : base.VisitMember(node);
    }
}

/// <summary>How many tasks there are. overdue and due_today are pending or in progress; what was due earlier today is both.</summary>
public sealed record TaskStats(
    int Total, int Pending, int InProgress, int Completed, int Cancelled, int Overdue, int DueToday, PriorityStats ByPriority)
{
    /// <summary>The projects that have any of these tasks; what is not in one of them is in the Inbox. Left out where the tasks are everybody's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProjectStats>? ByProject { get; init; }

    /// <summary>True where more of everybody's tasks can be overdue than <c>overdue</c> says, because counting them all would cost too much; left out otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OverdueIsMinimum { get; init; }

    /// <summary>The same for <c>due_today</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool DueTodayIsMinimum { get; init; }
}

/// <param name="Project">Its id.</param>
/// <param name="Total">Of all statuses.</param>
/// <param name="Open">Of those, pending and in progress.</param>
public sealed record ProjectStats([property: Example(3)] long Project, int Total, int Open);

public sealed record PriorityStats(int Low, int Medium, int High);
