namespace PrimeTask.CacheCheck.Model;

/// <summary>A task as an answer shows it.</summary>
public sealed record TaskState(
    string Title,
    string? Description,
    string Status,
    string Priority,
    DateTimeOffset? DueDate,
    DateTimeOffset? CompletedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public bool IsOverdue(DateTimeOffset now) => Status is "pending" or "in_progress" && DueDate < now;
}

/// <summary>A task and all that was done to it. Only one write at a time is sent for it, so that its states follow one another.</summary>
public sealed class TaskModel(long id, UserModel owner)
{
    private int _taken;

    public long Id => id;

    public UserModel Owner => owner;

    /// <summary>Null once it is deleted.</summary>
    public History<TaskState?> States { get; } = new();

    public bool TryTake()
    {
        if (Interlocked.Exchange(ref _taken, 1) != 0)
            return false;
        if (States.Latest is not null)
            return true;
        Release();
        return false;
    }

    public void Release() => Volatile.Write(ref _taken, 0);
}
