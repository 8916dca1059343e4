using System.Collections.Concurrent;

namespace PrimeTask.CacheCheck.Model;

/// <summary>All that was written, as far as it is known.</summary>
public sealed class World
{
    private const int MostOrphans = 50;
    private const int MostEnded = 10;

    public ConcurrentDictionary<long, UserModel> Users { get; } = new();

    public ConcurrentDictionary<long, TaskModel> Tasks { get; } = new();

    /// <summary>Tasks that nobody may see any more: to explain an answer that shows one.</summary>
    public ConcurrentDictionary<long, TaskModel> Gone { get; } = new();

    /// <summary>Writes whose outcome is not known yet.</summary>
    public Pending Writes { get; } = new();

    /// <summary>Reads that have not been checked yet.</summary>
    public Pending Reads { get; } = new();

    public TaskModel? Find(long id) => Tasks.GetValueOrDefault(id) ?? Gone.GetValueOrDefault(id);

    /// <summary>The task is added when the outcome of its creation is known.</summary>
    public void Add(TaskModel task)
    {
        task.Owner.Tasks[task.Id] = task;
        Tasks[task.Id] = task;
    }

    /// <summary>Sessions of users that were deleted: somebody may still try them.</summary>
    public ConcurrentQueue<SessionModel> Orphans { get; } = new();

    public void Bury(UserModel user)
    {
        Users.TryRemove(user.Id, out _);
        foreach (var session in user.Sessions.Values)
            Orphans.Enqueue(session);
        while (Orphans.Count > MostOrphans)
            Orphans.TryDequeue(out _);
    }

    /// <summary>Puts away what no unchecked answer can show.</summary>
    public void Prune()
    {
        var moment = Math.Min(Reads.Oldest, Clock.Now);
        foreach (var task in Tasks.Values)
        {
            task.States.Prune(moment);
            if (task.States.Latest is null && task.States.IsSettled(moment))
            {
                Gone[task.Id] = task;
                Tasks.TryRemove(task.Id, out _);
                task.Owner.Tasks.TryRemove(task.Id, out _);
            }
        }

        foreach (var user in Users.Values)
        {
            user.States.Prune(moment);
            foreach (var ended in user.Sessions.Values.Where(session => !session.States.Latest).OrderByDescending(session => session.Id).Skip(MostEnded))
                user.Sessions.TryRemove(ended.Id, out _);
        }
    }
}

/// <summary>Requests under way.</summary>
public sealed class Pending
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

public readonly record struct Ticket(long Number, long Start);
