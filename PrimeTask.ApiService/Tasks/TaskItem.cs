using System.Text.Json.Serialization;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Search;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Tasks.Order;
using PrimeTask.ApiService.Tasks.Recurrence;
using PrimeTask.ApiService.Tasks.Subtasks;
using PrimeTask.ApiService.Users;

namespace PrimeTask.ApiService.Tasks;

public enum TaskItemStatus
{
    Pending,
    InProgress,
    Completed,
    Cancelled,
}

public enum TaskItemPriority
{
    Low,
    Medium,
    High,
}

public sealed class TaskItem : IOwned
{
    public const int MaxTitleLength = 200;
    public const int MaxDescriptionLength = 10_000;

    private TaskItem()
    {
    }

    public long Id { get; private set; }

    public string Title { get; private set; } = "";

    public string? Description { get; private set; }

    /// <summary>See <see cref="TextSearch.Kept"/>.</summary>
    public string? SearchText { get; private set; }

    public TaskItemStatus Status { get; private set; } = TaskItemStatus.Pending;

    public TaskItemPriority Priority { get; private set; } = TaskItemPriority.Medium;

    /// <summary>Null for an all-day task.</summary>
    public DateTimeOffset? DueDate { get; private set; }

    /// <summary>
    /// Of an all-day task: the day of the owner's time zone that it is due on. A replica of the release before does not know it, and can set the other beside it,
    /// which then holds.
    /// </summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The day of the owner's time zone before which nobody need think of it.</summary>
    public DateOnly? StartOn { get; private set; }

    /// <summary>One of the owner's projects; null for the Inbox.</summary>
    public long? ProjectId { get; private set; }

    /// <summary>The task that this is a subtask of: one of the same owner and project, which is no subtask itself. Null for none.</summary>
    public long? ParentId { get; private set; }

    /// <summary>For queries; not read with a task.</summary>
    public ICollection<TaskItem> Children { get; private set; } = [];

    /// <summary>How many subtasks it had when it was read to be changed.</summary>
    public SubtaskCounts Subtasks { get; private set; } = SubtaskCounts.None;

    public string[] Labels { get; private set; } = [];

    /// <summary>Those of <see cref="Labels"/> (<see cref="Label.KeyOf"/>), for queries.</summary>
    public string[] LabelKeys { get; private set; } = [];

    /// <summary>Its place in all lists that are ordered by hand (<see cref="HandOrder"/>); null until it is moved.</summary>
    public decimal? Position { get; private set; }

    /// <summary>When it comes again (<see cref="RecurrenceRule"/>); null for once.</summary>
    public string? Recurrence { get; private set; }

    public RecurrenceFrom RecurrenceFrom { get; private set; }

    /// <summary>Id of the first occurrence, shared by all; null before there is a second one.</summary>
    public long? SeriesId { get; private set; }

    /// <summary>Id of the occurrence that was made when this one was completed or skipped.</summary>
    public long? NextId { get; private set; }

    /// <summary>The open status that it had before it was completed or cancelled.</summary>
    public TaskItemStatus? StatusBefore { get; private set; }

    /// <summary>Of a recurring task; null where all of it follows from the task.</summary>
    public Occurrence? Occurrence { get; private set; }

    /// <summary>Set exactly while the status is completed.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    public long OwnerId { get; private set; }

    public User Owner { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Postgres's own row version: changes with every update.</summary>
    public uint Version { get; private set; }

    public bool IsOpen => Status is TaskItemStatus.Pending or TaskItemStatus.InProgress;

    public static TaskItem Create(long ownerId, TaskChanges changes, DateTimeOffset now)
    {
        var task = new TaskItem { OwnerId = ownerId, CreatedAt = now };
        task.Edit(changes, now);
        return task;
    }

    /// <summary>A task from elsewhere, with the times that it had there.</summary>
    /// <param name="ownerId">Whose it is now.</param>
    /// <param name="changes">All of it.</param>
    /// <param name="createdAt">Null for now.</param>
    /// <param name="completedAt">Null for now; it counts only for a completed task.</param>
    /// <param name="now">When it is imported.</param>
    public static TaskItem Import(long ownerId, TaskChanges changes, DateTimeOffset? createdAt, DateTimeOffset? completedAt, DateTimeOffset now)
    {
        var task = new TaskItem { OwnerId = ownerId, CreatedAt = createdAt ?? now };
        task.Edit(changes, now);
        if (task.CompletedAt is not null)
            task.CompletedAt = completedAt ?? now;
        return task;
    }

    /// <summary>A new task that is to be done, otherwise like this one. It has no subtasks yet.</summary>
    public TaskItem Duplicate(DateTimeOffset now)
    {
        var copy = (TaskItem)MemberwiseClone();
        (copy.Id, copy.Version, copy.CreatedAt) = (0, 0, now);
        (copy.SeriesId, copy.NextId, copy.Occurrence) = (null, null, null);
        (copy.Children, copy.Subtasks) = ([], SubtaskCounts.None);
        copy.Move(TaskItemStatus.Pending, now);
        copy.UpdatedAt = now;
        return copy;
    }

    /// <summary>Changes what is present and nothing else.</summary>
    public void Edit(TaskChanges changes, DateTimeOffset now)
    {
        var (rule, place, template, due) = (Recurrence, Recurrence is null ? null : Occurrence.Of(this), TaskTemplate.Of(this), (DueDate, DueOn));
        Title = changes.Title.Or(Title)!;
        Description = changes.Description.Or(Description);
        SearchText = TextSearch.Kept(Title, Description ?? "");
        Priority = changes.Priority.Or(Priority);
        (DueDate, DueOn) = DueAfter(changes);
        StartOn = changes.StartOn.Or(StartOn);
        // What goes to another project alone leaves its parent behind.
        ParentId = changes.Parent.Or(changes.Project.Or(ProjectId) == ProjectId ? ParentId : null);
        ProjectId = changes.Project.Or(ProjectId);
        if (changes.Labels.Value is { } labels)
            (Labels, LabelKeys) = ([.. labels], [.. labels.Select(Label.KeyOf)]);
        Recurrence = changes.Recurrence.Or(Recurrence);
        RecurrenceFrom = changes.RecurrenceFrom.Or(RecurrenceFrom);
        if (place is not null)
            Occurrence = Recurrence == rule ? place.After(changes, this, template, isMoved: due != (DueDate, DueOn)) : null;
        Move(StatusAfter(changes), now);
        UpdatedAt = now;
    }

    /// <summary>When it would be due after an edit.</summary>
    public (DateTimeOffset? Date, DateOnly? Day) DueAfter(TaskChanges changes)
    {
        var date = changes.DueDate.Or(changes.DueOn.Value is null ? DueDate : null);
        return (date, date is null ? changes.DueOn.Or(DueOn) : null);
    }

    /// <summary>The occurrence that follows this one.</summary>
    /// <returns>Null when this is the last one.</returns>
    public TaskItem? MakeNext(DateTimeOffset now)
    {
        var place = Occurrence.Of(this);
        if (place.Next(this, now) is not { } following)
            return null;

        var next = (TaskItem)MemberwiseClone();
        (next.Id, next.Version, next.CreatedAt, next.UpdatedAt) = (0, 0, now, now);
        (next.Position, next.SeriesId, next.NextId) = (Position ?? Id, SeriesId ?? Id, null);
        (next.Children, next.Subtasks) = ([], SubtaskCounts.None);
        next.Move(TaskItemStatus.Pending, now);
        (next.DueDate, next.DueOn) = following.Due(Owner.TimeZone);
        var template = place.Template ?? TaskTemplate.Of(this);
        (next.Title, next.Description, next.Priority) = (template.Title, template.Description, template.Priority);
        (next.Labels, next.LabelKeys) = (template.Labels, [.. template.Labels.Select(Label.KeyOf)]);
        next.SearchText = TextSearch.Kept(next.Title, next.Description ?? "");
        // A subtask is where its parent is.
        next.ProjectId = ParentId is null ? template.Project : ProjectId;
        next.StartOn = template.StartOn?.Later(following.Day.DayNumber - place.Day.DayNumber);
        next.Occurrence = following with { AsMade = Occurrence.Digest(next) };
        return next;
    }

    /// <param name="nextId">Null when the one that followed is taken back.</param>
    public void BeFollowedBy(long? nextId) => (SeriesId, NextId) = (SeriesId ?? Id, nextId);

    /// <summary>Its place alone: nothing that is said of the task changes.</summary>
    public void Place(decimal position) => Position = position;

    private TaskItemStatus StatusAfter(TaskChanges changes) => changes.Step switch
    {
        TaskStep.Reopen => IsOpen ? Status : StatusBefore ?? TaskItemStatus.Pending,
        TaskStep.Skip => IsOpen ? TaskItemStatus.Cancelled : Status,
        _ => changes.Status.Or(Status),
    };

    /// <summary>A new subtask like this one, so many days later.</summary>
    internal TaskItem CopyUnder(long parent, long? project, int days, ZoneDays zone, DateTimeOffset now)
    {
        var copy = Duplicate(now);
        (copy.ParentId, copy.ProjectId) = (parent, project);
        (copy.DueDate, copy.DueOn, copy.StartOn) =
            (DueDate is { } time ? zone.Later(time, days) : null, DueOn?.Later(days), StartOn?.Later(days));
        return copy;
    }

    /// <summary>A new task goes to a project.</summary>
    public TaskItem In(long? project)
    {
        ProjectId = project;
        return this;
    }

    /// <summary>A new task becomes a subtask of a task in the same project.</summary>
    public void PutUnder(long parent) => ParentId = parent;

    public TaskItem With(SubtaskCounts subtasks)
    {
        Subtasks = subtasks;
        return this;
    }

    private void Move(TaskItemStatus status, DateTimeOffset now)
    {
        if (status is TaskItemStatus.Pending or TaskItemStatus.InProgress)
            StatusBefore = null;
        else if (IsOpen)
            StatusBefore = Status;
        if (status != TaskItemStatus.Completed)
            CompletedAt = null;
        else if (Status != TaskItemStatus.Completed)
            CompletedAt = now;
        Status = status;
    }
}

/// <summary>Valid new values; what is not present stays as it is, but for the due date where the due day is set, and the other way round.</summary>
/// <remarks>Members of later releases are left out of its JSON where they are not present: digests of repeatable requests stay those of the release before.</remarks>
public sealed record TaskChanges(
    Maybe<string> Title,
    Maybe<string?> Description,
    Maybe<TaskItemStatus> Status,
    Maybe<TaskItemPriority> Priority,
    Maybe<DateTimeOffset?> DueDate)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Maybe<DateOnly?> DueOn { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Maybe<DateOnly?> StartOn { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Maybe<long?> Project { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Maybe<long?> Parent { get; init; }

    /// <summary>Of different keys, and written as the owner has written them before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Maybe<IReadOnlyList<string>> Labels { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Maybe<string?> Recurrence { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Maybe<RecurrenceFrom> RecurrenceFrom { get; init; }

    /// <summary>Of a recurring task: the later ones get these values too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Following { get; init; }

    /// <summary>Instead of a status.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TaskStep Step { get; init; }

    public static TaskChanges Completed { get; } = new(default, default, new(TaskItemStatus.Completed), default, default);

    public static TaskChanges Of(TaskStep step) => new(default, default, default, default, default) { Step = step };
}
