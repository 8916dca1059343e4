using System.Collections.Concurrent;

namespace PrimeTask.Tests.Caching.Check;

/// <summary>All that was written, as far as it is known.</summary>
internal sealed class World
{
    private const int MaxOrphans = 50;
    private const int MaxEnded = 10;

    public ConcurrentDictionary<long, UserModel> Users { get; } = new();

    public ConcurrentDictionary<long, TaskModel> Tasks { get; } = new();

    /// <summary>Tasks that nobody may see any more: to explain a response that shows one.</summary>
    public ConcurrentDictionary<long, TaskModel> Gone { get; } = new();

    /// <summary>Sessions of users that were deleted: somebody may still try them.</summary>
    public ConcurrentQueue<SessionModel> Orphans { get; } = new();

    /// <summary>Writes whose outcome is not known yet.</summary>
    public Pending Writes { get; } = new();

    /// <summary>Reads that have not been checked yet.</summary>
    public Pending Reads { get; } = new();

    public UserModel AnyUser() => Any([.. Users.Values]);

    public static T Any<T>(T[] all) => all[Random.Shared.Next(all.Length)];

    public TaskModel? Find(long id) => Tasks.GetValueOrDefault(id) ?? Gone.GetValueOrDefault(id);

    /// <summary>The task is added when the outcome of its creation is known.</summary>
    public void Add(long id, UserModel owner, TaskState state, Ticket ticket, long acknowledged)
    {
        var task = new TaskModel(id, owner);
        task.States.Add(state, ticket.Start, acknowledged);
        Tasks[id] = owner.Tasks[id] = task;
    }

    public void Bury(UserModel user)
    {
        Users.TryRemove(user.Id, out _);
        foreach (var session in user.Sessions.Values)
            Orphans.Enqueue(session);
        while (Orphans.Count > MaxOrphans)
            Orphans.TryDequeue(out _);
    }

    /// <summary>Puts away what no unchecked response can show.</summary>
    public void Prune()
    {
        var moment = Math.Min(Reads.Oldest, Clock.Now);
        foreach (var task in Tasks.Values.Where(task => task.States.Prune(moment) && task.States.Latest is null))
        {
            Gone[task.Id] = task;
            Tasks.TryRemove(task.Id, out _);
            task.Owner.Tasks.TryRemove(task.Id, out _);
        }

        foreach (var user in Users.Values)
        {
            user.States.Prune(moment);
            foreach (var ended in user.Sessions.Values.Where(session => !session.Stands.Latest).OrderByDescending(session => session.Id).Skip(MaxEnded))
                user.Sessions.TryRemove(ended.Id, out _);
        }
    }
}

/// <summary>A task as a response shows it.</summary>
internal sealed record TaskState(
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
internal sealed class TaskModel(long id, UserModel owner)
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

/// <param name="Username">As task lists show it.</param>
/// <param name="IsAdmin">Whether the user sees everybody's tasks.</param>
/// <param name="Exists">False once the user is deleted.</param>
internal sealed record UserState(string Username, bool IsAdmin, bool Exists = true);

/// <summary>A user, the sessions, the tasks, and all that was done to them.</summary>
internal sealed class UserModel(long id, string email, string password)
{
    private int _writers;

    public long Id => id;

    public string Email => email;

    /// <summary>Changed only by the holder of <see cref="Account"/>.</summary>
    public string Password { get; set; } = password;

    public History<UserState> States { get; } = new();

    public ConcurrentDictionary<long, SessionModel> Sessions { get; } = new();

    public ConcurrentDictionary<long, TaskModel> Tasks { get; } = new();

    /// <summary>Held by whoever changes the account or its sessions: such changes follow one another.</summary>
    public SemaphoreSlim Account { get; } = new(1);

    /// <summary>Set before the user is deleted: nothing new is begun.</summary>
    public bool IsDoomed { get; set; }

    public bool IsWrittenFor => Volatile.Read(ref _writers) > 0;

    /// <summary>Runs a write of the user's tasks, unless the user is about to be deleted.</summary>
    public async Task WriteAsync(Func<SessionModel, Task> write)
    {
        Interlocked.Increment(ref _writers);
        try
        {
            if (!IsDoomed && Live() is { } session)
                await write(session);
        }
        finally
        {
            Interlocked.Decrement(ref _writers);
        }
    }

    /// <summary>A session that nobody is about to end.</summary>
    public SessionModel? Live() => Standing().Where(session => !session.IsDoomed).ToArray() is { Length: > 0 } live ? World.Any(live) : null;

    public SessionModel[] Standing() => [.. Sessions.Values.Where(session => session.Stands.Latest)];
}

internal sealed class SessionModel(long id, UserModel user, string access, string refresh)
{
    public long Id => id;

    public UserModel User => user;

    public string Access => access;

    public string Refresh => refresh;

    /// <summary>False once it has ended.</summary>
    public History<bool> Stands { get; } = new();

    /// <summary>Set before the request that ends it: no new write uses it, reads still do.</summary>
    public bool IsDoomed { get; set; }
}

/// <summary>Requests under way.</summary>
internal sealed class Pending
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, long> _starts = [];
    private long _number;

    /// <summary>When the oldest of them began; the end of time when there is none.</summary>
    public long Oldest
    {
        get
        {
            lock (_lock)
                return _starts.Count == 0 ? long.MaxValue : _starts.Values.Min();
        }
    }

    public Ticket Begin()
    {
        lock (_lock)
        {
            // Taken inside the lock: whoever looks later sees this one, or the start lies after the look.
            var ticket = new Ticket(++_number, Clock.Now);
            _starts[ticket.Number] = ticket.Start;
            return ticket;
        }
    }

    public void End(Ticket ticket)
    {
        lock (_lock)
            _starts.Remove(ticket.Number);
    }
}

internal readonly record struct Ticket(long Number, long Start);
