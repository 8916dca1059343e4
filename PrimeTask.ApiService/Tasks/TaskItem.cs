using System.Text.Json.Serialization;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Search;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Tasks.Order;
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

    /// <summary>Set exactly while the status is completed.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    public long OwnerId { get; private set; }

    public User Owner { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Postgres's own row version: changes with every update.</summary>
    public uint Version { get; private set; }

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
        (copy.Children, copy.Subtasks) = ([], SubtaskCounts.None);
        copy.Move(TaskItemStatus.Pending, now);
        copy.UpdatedAt = now;
        return copy;
    }

    /// <summary>Changes what is present and nothing else.</summary>
    public void Edit(TaskChanges changes, DateTimeOffset now)
    {
        Title = changes.Title.Or(Title)!;
        Description = changes.Description.Or(Description);
        SearchText = TextSearch.Kept(Title, Description ?? "");
        Priority = changes.Priority.Or(Priority);
        DueDate = changes.DueDate.Or(changes.DueOn.Value is null ? DueDate : null);
        DueOn = DueDate is null ? changes.DueOn.Or(DueOn) : null;
        StartOn = changes.StartOn.Or(StartOn);
        // What goes to another project alone leaves its parent behind.
        ParentId = changes.Parent.Or(changes.Project.Or(ProjectId) == ProjectId ? ParentId : null);
        ProjectId = changes.Project.Or(ProjectId);
        if (changes.Labels.Value is { } labels)
            (Labels, LabelKeys) = ([.. labels], [.. labels.Select(Label.KeyOf)]);
        Move(changes.Status.Or(Status), now);
        UpdatedAt = now;
    }

    /// <summary>Its place alone: nothing that is said of the task changes.</summary>
    public void Place(decimal position) => Position = position;

    /// <summary>A new task becomes a subtask of a task in the same project.</summary>
    public void PutUnder(long parent) => ParentId = parent;

    public TaskItem With(SubtaskCounts subtasks)
    {
        Subtasks = subtasks;
        return this;
    }

    private void Move(TaskItemStatus status, DateTimeOffset now)
    {
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
}
