using Npgsql;
using PrimeTask.CacheCheck.Model;

namespace PrimeTask.CacheCheck.Load;

/// <summary>What became of a write whose answer was lost: read from the database itself, past everything that is checked.</summary>
public sealed class Truth(Cluster cluster)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns when that replica has no transaction any more that began before now.</summary>
    public async Task WaitUntilStillAsync(string applicationName)
    {
        var now = TimeProvider.System.GetUtcNow();
        while (await ScalarAsync("SELECT count(*) FROM pg_stat_activity WHERE application_name = $1 AND xact_start < $2", applicationName, now) > 0)
        {
            await Task.Delay(_pause);
        }
    }

    public async Task<Dictionary<long, (long Owner, TaskState State)>> TasksAsync(long[] ids, string[] titles)
    {
        await using var command = cluster.Sql.CreateCommand(
            """
            SELECT id, owner_id, title, description, status::text, priority::text, due_date, completed_at, created_at, updated_at
            FROM tasks WHERE id = ANY ($1) OR title = ANY ($2)
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = ids });
        command.Parameters.Add(new NpgsqlParameter { Value = titles });
        var tasks = new Dictionary<long, (long, TaskState)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            tasks[reader.GetInt64(0)] = (reader.GetInt64(1), new TaskState(
                reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetString(4), reader.GetString(5),
                Time(reader, 6), Time(reader, 7), Time(reader, 8)!.Value, Time(reader, 9)!.Value));
        }

        return tasks;
    }

    /// <summary>Null when the user does not exist.</summary>
    public async Task<UserState?> UserAsync(long id)
    {
        await using var command = cluster.Sql.CreateCommand("SELECT username, role::text = 'admin' FROM users WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? new UserState(reader.GetString(0), reader.GetBoolean(1)) : null;
    }

    public async Task<HashSet<long>> LiveSessionsAsync(long userId)
    {
        await using var command = cluster.Sql.CreateCommand("SELECT id FROM sessions WHERE user_id = $1 AND revoked_at IS NULL");
        command.Parameters.Add(new NpgsqlParameter { Value = userId });
        var sessions = new HashSet<long>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            sessions.Add(reader.GetInt64(0));
        return sessions;
    }

    private static DateTimeOffset? Time(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);

    private async Task<long> ScalarAsync(string sql, params object[] values)
    {
        await using var command = cluster.Sql.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
