using PrimeTask.CacheCheck.Checks;
using PrimeTask.CacheCheck.Faults;
using PrimeTask.CacheCheck.Model;

namespace PrimeTask.CacheCheck.Load;

/// <summary>Sends writes and follows up those whose answers were lost, until it is known what they did and when that must show.</summary>
public sealed class Writes(World world, Cluster cluster, Disturbances disturbances, Violations violations)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);
    private long _acknowledged;
    private long _unknown;

    public Truth Truth { get; } = new(cluster);

    /// <summary>A session that never ends, of an admin who stays one: for what the checker itself needs done.</summary>
    public SessionModel Operator { get; set; } = null!;

    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    public long Unknown => Interlocked.Read(ref _unknown);

    public static bool IsUnknown(Reply reply) => reply.Status is 0 or >= 500;

    /// <summary>Runs one write from its sending until its outcome is in the model.</summary>
    public async Task RunAsync(Func<Ticket, Task> write)
    {
        var ticket = world.Writes.Begin();
        try
        {
            await write(ticket);
        }
        finally
        {
            world.Writes.End(ticket);
        }
    }

    /// <param name="replica">Which is asked.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="session">Whose request it is.</param>
    /// <param name="expected">The status of a success.</param>
    /// <param name="mayBeRefused">Whether a 401 is an answer to be expected: the session is being ended.</param>
    public async Task<Reply> SendAsync(Replica replica, Request request, SessionModel? session, int expected, Func<bool> mayBeRefused)
    {
        var reply = await replica.SendAsync(request.Method, request.Path, session?.Access, request.Body, request.Headers);
        // The connection to the database may break after a deletion was committed; repeated, it finds nothing.
        if (reply.Status == 404 && request.Method == HttpMethod.Delete && disturbances.Excuse(replica, reply.Start, reply.End))
            reply = reply with { Status = 0, Failure = "404 after a connection to the database broke" };
        if (reply.Status == expected)
        {
            Interlocked.Increment(ref _acknowledged);
        }
        else if (IsUnknown(reply))
        {
            Interlocked.Increment(ref _unknown);
            if (!disturbances.Excuse(replica, reply.Start, reply.End))
                violations.Add("A write failed although database and replica were there.", reply, replica, request.ToString(), [$"{expected}", System.Text.Encoding.UTF8.GetString(reply.Body)]);
        }
        else if (!(reply.Status == 401 && mayBeRefused()))
        {
            violations.Add("A write was refused.", reply, replica, request.ToString(), [$"{expected}", System.Text.Encoding.UTF8.GetString(reply.Body)]);
        }

        return reply;
    }

    /// <summary>Repeats a request until some replica answers it.</summary>
    public async Task<Reply> InsistAsync(Request request, SessionModel? session)
    {
        while (true)
        {
            if (cluster.Replicas.Any(replica => replica.IsUp))
            {
                var reply = await cluster.Pick(Random.Shared).SendAsync(request.Method, request.Path, session?.Access, request.Body, request.Headers);
                if (!IsUnknown(reply))
                    return reply;
            }

            await Task.Delay(_pause);
        }
    }

    /// <summary>A write that is acknowledged and touches all that this user sees: whatever happened before must show after it.</summary>
    /// <returns>When it was acknowledged.</returns>
    public async Task<long> SettleAsync(long userId) =>
        (await InsistAsync(new Request(HttpMethod.Patch, $"auth/admin/users/{userId}/", new { first_name = $"Settled {Guid.NewGuid():N}" }), Operator)).End;

    /// <summary>What a write did to tasks, when its answer was lost: the client repeats it, as a good client does, and the database tells the rest.</summary>
    /// <param name="ticket">Of the write.</param>
    /// <param name="applicationName">Of the replica that was asked, as it was then.</param>
    /// <param name="session">Whose write it was.</param>
    /// <param name="repeat">The same request again, if that is good for something.</param>
    /// <param name="tasks">Tasks that it may have changed.</param>
    /// <param name="titles">Of tasks that it may have created.</param>
    public async Task ResolveAsync(Ticket ticket, string applicationName, SessionModel session, Request? repeat, IReadOnlyCollection<TaskModel> tasks, string[] titles)
    {
        await Truth.WaitUntilStillAsync(applicationName);
        long[] ids = [.. tasks.Select(task => task.Id)];
        var before = await Truth.TasksAsync(ids, titles);
        var repeated = repeat is null ? null : await InsistAsync(repeat, session);
        var acknowledged = repeated is { Status: 200 or 201 or 204 } ? repeated.End : await SettleAsync(session.User.Id);
        foreach (var owner in tasks.Select(task => task.Owner.Id).Distinct().Where(owner => owner != session.User.Id))
            acknowledged = await SettleAsync(owner);

        var after = await Truth.TasksAsync(ids, titles);
        foreach (var task in tasks)
        {
            Note(task, before, ticket, acknowledged);
            Note(task, after, ticket, acknowledged);
        }

        foreach (var id in after.Keys.Except(ids).Where(id => world.Find(id) is null))
        {
            var task = new TaskModel(id, session.User);
            task.States.Add(after[id].State, ticket.Start, acknowledged);
            world.Add(task);
        }
    }

    private static void Note(TaskModel task, Dictionary<long, (long Owner, TaskState State)> truth, Ticket ticket, long acknowledged)
    {
        var state = truth.TryGetValue(task.Id, out var found) ? found.State : null;
        if (state != task.States.Latest)
            task.States.Add(state, ticket.Start, acknowledged);
    }
}

/// <summary>A request that can be sent again.</summary>
public sealed record Request(HttpMethod Method, string Path, object? Body = null, params IReadOnlyCollection<(string Name, string Value)> Headers)
{
    public override string ToString() => $"{Method} {Path} {System.Text.Json.JsonSerializer.Serialize(Body, Wire.Options)}";
}
