using System.Text.Json.Serialization;
using PrimeTask.ApiService.Tasks.Bulk;
using PrimeTask.ApiService.Tasks.Recurrence;

namespace PrimeTask.ApiService.Tasks;

/// <summary>
/// A task as it is kept with an Idempotency-Key. These records are not the wire's, because what was kept before a deployment must be readable after it: they only
/// gain members, none of them required, and what an older response lacks gets its value in <see cref="ToResponse"/>.
/// </summary>
public sealed record StoredTask
{
    public long Id { get; init; }

    public string Title { get; init; } = "";

    public string? Description { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<TaskItemStatus>))]
    public TaskItemStatus Status { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<TaskItemPriority>))]
    public TaskItemPriority Priority { get; init; }

    public DateTimeOffset? DueDate { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateOnly? StartOn { get; init; }

    public long? Project { get; init; }

    public long? Parent { get; init; }

    public int SubtasksTotal { get; init; }

    public int SubtasksCompleted { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    public string? Recurrence { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<RecurrenceFrom>))]
    public RecurrenceFrom RecurrenceFrom { get; init; }

    public long? Series { get; init; }

    public long? Next { get; init; }

    public decimal? Position { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public long Owner { get; init; }

    public string OwnerUsername { get; init; } = "";

    public string OwnerEmail { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public static StoredTask Of(TaskResponse task) => new()
    {
        Id = task.Id,
        Title = task.Title,
        Description = task.Description,
        Status = task.Status,
        Priority = task.Priority,
        DueDate = task.DueDate,
        DueOn = task.DueOn,
        StartOn = task.StartOn,
        Project = task.Project,
        Parent = task.Parent,
        SubtasksTotal = task.Subtasks.Total,
        SubtasksCompleted = task.Subtasks.Completed,
        Labels = task.Labels,
        Recurrence = task.Recurrence,
        RecurrenceFrom = task.RecurrenceFrom,
        Series = task.Series,
        Next = task.Next,
        Position = task.HandPosition,
        CompletedAt = task.CompletedAt,
        Owner = task.Owner,
        OwnerUsername = task.OwnerUsername,
        OwnerEmail = task.OwnerEmail,
        CreatedAt = task.CreatedAt,
        UpdatedAt = task.UpdatedAt,
    };

    public TaskResponse ToResponse() => new()
    {
        Id = Id,
        Title = Title,
        Description = Description,
        Status = Status,
        Priority = Priority,
        DueDate = DueDate,
        DueOn = DueOn,
        StartOn = StartOn,
        Project = Project,
        Parent = Parent,
        Subtasks = new(SubtasksTotal, SubtasksCompleted),
        Labels = Labels,
        Recurrence = Recurrence,
        RecurrenceFrom = RecurrenceFrom,
        Series = Series,
        Next = Next,
        HandPosition = Position,
        CompletedAt = CompletedAt,
        Owner = Owner,
        OwnerUsername = OwnerUsername,
        OwnerEmail = OwnerEmail,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };
}

/// <summary>What is kept of a task's creation.</summary>
/// <param name="Task">As it was answered.</param>
/// <param name="ETag">As it was answered.</param>
/// <param name="Version">Of this form; 1 is also what was kept without one.</param>
public sealed record StoredCreation(StoredTask Task, string ETag, int Version = 1)
{
    public static StoredCreation Of(TaskResponse task) => new(StoredTask.Of(task), task.ETag());
}

/// <summary>What is kept of the creation of what can be read again: it is answered as it is then.</summary>
/// <param name="Id">Of what was created.</param>
/// <param name="Version">Of this form.</param>
public sealed record StoredId(long Id, int Version = 1);

/// <summary>What is kept of a bulk request.</summary>
/// <param name="Results">In the order of the operations.</param>
/// <param name="Version">Of this form; 1 is also what was kept without one.</param>
public sealed record StoredBulk(IReadOnlyList<StoredBulkResult> Results, int Version = 1)
{
    public static StoredBulk Of(BulkResponse response) => new([.. response.Results.Select(StoredBulkResult.Of)]);

    public BulkResponse ToResponse() => new([.. Results.Select(result => result.ToResponse())]);
}

public sealed record StoredBulkResult(
    bool Success, int Status, string Message, StoredTask? Data = null, string? Etag = null, IReadOnlyDictionary<string, string[]>? Errors = null)
{
    public static StoredBulkResult Of(BulkResult result) => new(
        result.Success, result.Status, result.Message, result.Data is null ? null : StoredTask.Of(result.Data), result.Etag, result.Errors);

    public BulkResult ToResponse() => new(Success, Status, Message) { Data = Data?.ToResponse(), Etag = Etag, Errors = Errors };
}
