namespace PrimeTask.Tests.Caching.Check;

/// <summary>
/// Sends writes and follows up those whose responses were lost, until it is known what they did and when that must show: the database tells, past everything
/// that is checked.
/// </summary>
internal sealed class Writes(World world, Cluster cluster, Disturbances disturbances, Violations violations)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);
    private long _acknowledged;
    private long _unknown;

    /// <summary>A session that never ends, of an admin who stays one: for what the check itself needs done.</summary>
    public SessionModel Operator { get; set; } = null!;

    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    public long Unknown => Interlocked.Read(ref _unknown);

    /// <summary>Sends one write, and brings its outcome into the model.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="by">Whose request it is.</param>
    /// <param name="expected">The status of a success.</param>
    /// <param name="note">Notes a success.</param>
    /// <param name="resolveAsync">Finds out what became of a write whose response was lost.</param>
    /// <param name="replica">Which is asked; null for any.</param>
    /// <param name="mayBeRefused">Whether a 401 is a response to be expected once the session is being ended.</param>
    public async Task<Reply> SendAsync(
        Request request, SessionModel by, int expected, Action<Ticket, Reply> note, Func<Ticket, Task> resolveAsync, Replica? replica = null, bool mayBeRefused = false)
    {
        var ticket = world.Writes.Begin();
        try
        {
            replica ??= cluster.Pick();
            var process = replica.ApplicationName;
            var reply = await replica.SendAsync(request, by.Access);
            // The connection to the database may break after a deletion was committed; repeated, it finds nothing.
            var isExcused = disturbances.Excuse(replica, reply.Start, reply.End);
            if (reply.Status == 404 && request.Method == HttpMethod.Delete && isExcused)
                reply = reply with { Status = 0, Failure = "404 after a connection to the database broke" };
            if (reply.IsUnknown ? !isExcused : reply.Status != expected && !(reply.Status == 401 && mayBeRefused && by.IsDoomed))
                violations.Add("A write failed.", reply, replica, request.ToString(), [$"{expected}", System.Text.Encoding.UTF8.GetString(reply.Body)]);
            if (reply.IsUnknown)
            {
                Interlocked.Increment(ref _unknown);
                await WaitUntilStillAsync(process);
                await resolveAsync(ticket);
            }
            else if (reply.Status == expected)
            {
                Interlocked.Increment(ref _acknowledged);
                note(ticket, reply);
            }

            return reply;
        }
        finally
        {
            world.Writes.End(ticket);
        }
    }

    /// <summary>Repeats a request until some replica answers it.</summary>
    public async Task<Reply> InsistAsync(Request request, SessionModel? session)
    {
        while (true)
        {
            if (cluster.Replicas.Any(replica => replica.IsUp) && await cluster.Pick().SendAsync(request, session?.Access) is { IsUnknown: false } reply)
                return reply;
            await Task.Delay(_pause);
        }
    }

    /// <summary>A write that is acknowledged and touches all that this user sees: whatever happened before must show after it.</summary>
    /// <returns>When it was acknowledged.</returns>
    public async Task<long> SettleAsync(long userId) =>
        (await InsistAsync(new Request(HttpMethod.Patch, $"auth/admin/users/{userId}/", new { first_name = $"Settled {Guid.NewGuid():N}" }), Operator)).End;

    /// <summary>What a write did to tasks: the client repeats it, as a good client does, and the database tells the rest.</summary>
    /// <param name="ticket">Of the write.</param>
    /// <param name="by">Whose write it was.</param>
    /// <param name="request">The same again.</param>
    /// <param name="tasks">That it may have changed.</param>
    /// <param name="titles">Of tasks that it may have created.</param>
    public async Task ResolveAsync(Ticket ticket, SessionModel by, Request request, TaskModel[] tasks, string[] titles)
    {
        long[] ids = [.. tasks.Select(task => task.Id)];
        var before = await ReadTasksAsync(ids, titles);
        var repeated = await InsistAsync(request, by);
        var acknowledged = repeated.Status is 200 or 201 or 204 ? repeated.End : await SettleAsync(by.User.Id);
        foreach (var owner in tasks.Select(task => task.Owner.Id).Distinct().Where(owner => owner != by.User.Id))
            acknowledged = await SettleAsync(owner);

        var after = await ReadTasksAsync(ids, titles);
        foreach (var (task, states) in tasks.SelectMany(task => new[] { (task, before), (task, after) }))
        {
            if (states.GetValueOrDefault(task.Id) is var state && state != task.States.Latest)
                task.States.Add(state, ticket.Start, acknowledged);
        }

        foreach (var id in after.Keys.Except(ids).Where(id => world.Find(id) is null))
            world.Add(id, by.User, after[id], ticket, acknowledged);
    }

    public async Task<Dictionary<long, TaskState>> ReadTasksAsync(long[] ids, string[] titles) => (await QueryAsync(
        """
        SELECT id, title, description, status::text, priority::text, due_date, completed_at, created_at, updated_at FROM tasks WHERE id = ANY ($1) OR title = ANY ($2)
        """,
        row => KeyValuePair.Create(row.GetInt64(0), new TaskState(
            row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3), row.GetString(4), Time(row, 5), Time(row, 6), Time(row, 7)!.Value, Time(row, 8)!.Value)),
        ids, titles)).ToDictionary();

    /// <summary>Null when the user does not exist.</summary>
    public async Task<UserState?> ReadUserAsync(long id) => (await QueryAsync(
        "SELECT username, role::text = 'admin' FROM users WHERE id = $1", row => new UserState(row.GetString(0), row.GetBoolean(1)), id)).SingleOrDefault();

    public Task<List<long>> ReadSessionsAsync(long user) =>
        QueryAsync("SELECT id FROM sessions WHERE user_id = $1 AND revoked_at IS NULL", row => row.GetInt64(0), user);

    /// <summary>Returns when that process has no transaction any more that began before now.</summary>
    private async Task WaitUntilStillAsync(string process)
    {
        var now = TimeProvider.System.GetUtcNow();
        while ((await QueryAsync("SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND xact_start < $2", _ => 1, process, now)).Count > 0)
            await Task.Delay(_pause);
    }

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private async Task<List<T>> QueryAsync<T>(string sql, Func<NpgsqlDataReader, T> read, params object[] values)
    {
        await using var command = cluster.Sql.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }
}
