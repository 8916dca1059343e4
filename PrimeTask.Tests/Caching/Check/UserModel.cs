using System.Collections.Concurrent;

namespace PrimeTask.CacheCheck.Model;

/// <param name="Username">As task lists show it.</param>
/// <param name="IsAdmin">Whether the user sees everybody's tasks.</param>
/// <param name="Exists">False once the user is deleted.</param>
public sealed record UserState(string Username, bool IsAdmin, bool Exists = true);

/// <summary>A user, the sessions, the tasks, and all that was done to them.</summary>
public sealed class UserModel(long id, string email, string password)
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

    public int Writers => Volatile.Read(ref _writers);

    public void Enter() => Interlocked.Increment(ref _writers);

    public void Leave() => Interlocked.Decrement(ref _writers);

    /// <summary>A session that nobody is about to end.</summary>
    public SessionModel? Live(Random random)
    {
        var live = Sessions.Values.Where(session => !session.IsDoomed && session.States.Latest).ToArray();
        return live.Length == 0 ? null : live[random.Next(live.Length)];
    }
}

/// <summary>A session: whether it stands.</summary>
public sealed class SessionModel(long id, UserModel user, string access, string refresh)
{
    public long Id => id;

    public UserModel User => user;

    public string Access => access;

    public string Refresh => refresh;

    /// <summary>True while it stands.</summary>
    public History<bool> States { get; } = new();

    /// <summary>Set before the request that ends it: no new write uses it, reads still do.</summary>
    public bool IsDoomed { get; set; }
}
