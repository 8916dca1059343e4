using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using PrimeTask.ApiService.Accounts;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks.Stats;

namespace PrimeTask.Bench;

/// <summary>Fills a migrated database fast: COPY into tables without their secondary indexes, which are built afterwards. The counters are the triggers' own.</summary>
public sealed class Filler(NpgsqlDataSource data, FillOptions options, Action<string> tell)
{
    /// <summary>One COPY each: the triggers sum up what it added, in memory.</summary>
    private const int Batch = 200_000;

    private const string TaskColumns = "owner_id, title, description, status, priority, due_on, due_date, completed_at, created_at, updated_at";
    private const string UserColumns = "email, username, first_name, last_name, role, is_active, password_hash, created_at, updated_at";

    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    public async Task FillAsync()
    {
        var clock = Stopwatch.StartNew();
        await using var connection = await data.OpenConnectionAsync();
        await ExecuteAsync(connection, "SET maintenance_work_mem = '512MB'; SET synchronous_commit = off; SET statement_timeout = 0");
        var (named, first) = await AddUsersAsync(connection);

        var rebuild = await DropAsync(connection);
        await CopyTasksAsync(connection, named, first, clock);
        foreach (var statement in rebuild)
            await ExecuteAsync(connection, statement);
        tell(Show(clock, $"{rebuild.Count} indexes and constraints built"));

        await FoldAsync();
        tell(Show(clock, "counters added up"));

        await ExecuteAsync(connection, "VACUUM (ANALYZE) tasks, users, task_counts, task_count_changes");
        tell(Show(clock, $"{options.Tasks} tasks filled"));
    }

    private async Task<(Dictionary<string, long> Named, long First)> AddUsersAsync(NpgsqlConnection connection)
    {
        var hash = new PasswordHasher(Options.Create(new PasswordOptions())).Hash(FillOptions.Password);
        string[] named = [FillOptions.Steady, FillOptions.Large, FillOptions.Admin];
        await using (var copy = await connection.BeginBinaryImportAsync($"COPY users ({UserColumns}) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var name in named.Concat(Enumerable.Range(1, options.Users).Select(number => string.Create(CultureInfo.InvariantCulture, $"member{number}"))))
            {
                await copy.StartRowAsync();
                foreach (var text in new[] { $"{name}@example.com", name, "Sam", name, name == FillOptions.Admin ? "admin" : "user" })
                    await copy.WriteAsync(text);
                await copy.WriteAsync(true);
                await copy.WriteAsync(hash);
                await copy.WriteAsync(_now);
                await copy.WriteAsync(_now);
            }

            await copy.CompleteAsync();
        }

        await using var command = new NpgsqlCommand("SELECT username, id FROM users WHERE username = ANY ($1)", connection) { Parameters = { new() { Value = named.Append("member1").ToArray() } } };
        var ids = new Dictionary<string, long>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            ids[reader.GetString(0)] = reader.GetInt64(1);
        return (ids, ids["member1"]);
    }

    /// <returns>What makes the indexes and the foreign key again.</returns>
    private static async Task<IReadOnlyList<string>> DropAsync(NpgsqlConnection connection)
    {
        var (drop, rebuild) = (new List<string>(), new List<string>());
        await using (var command = new NpgsqlCommand(
            """
            SELECT format('DROP INDEX %I', indexrelid::regclass), pg_get_indexdef(indexrelid)
            FROM pg_index WHERE indrelid = 'tasks'::regclass AND NOT indisprimary
            UNION ALL
            SELECT format('ALTER TABLE tasks DROP CONSTRAINT %I', conname), format('ALTER TABLE tasks ADD CONSTRAINT %I %s', conname, pg_get_constraintdef(oid))
            FROM pg_constraint WHERE conrelid = 'tasks'::regclass AND contype = 'f'
            """, connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                drop.Add(reader.GetString(0));
                rebuild.Add(reader.GetString(1));
            }
        }

        foreach (var statement in drop)
            await ExecuteAsync(connection, statement);
        return rebuild;
    }

    /// <summary>All at once; the service does it bit by bit.</summary>
    private async Task FoldAsync()
    {
        await using var db = new PrimeTaskDbContext(new DbContextOptionsBuilder<PrimeTaskDbContext>().UseNpgsql(data).UseSnakeCaseNamingConvention().Options);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await db.FoldAsync(CancellationToken.None, int.MaxValue);
    }

    private async Task CopyTasksAsync(NpgsqlConnection connection, Dictionary<string, long> named, long first, Stopwatch clock)
    {
        var told = clock.Elapsed;
        var written = 0L;
        foreach (var batch in new SampleTasks(options, named, first, _now).All().Chunk(Batch))
        {
            await using (var copy = await connection.BeginBinaryImportAsync($"COPY tasks ({TaskColumns}) FROM STDIN (FORMAT BINARY)"))
            {
                foreach (var task in batch)
                    await WriteAsync(copy, task);
                await copy.CompleteAsync();
            }

            written += batch.Length;
            if (clock.Elapsed - told < TimeSpan.FromSeconds(10))
                continue;
            told = clock.Elapsed;
            tell(Show(clock, $"{written} tasks copied"));
        }

        tell(Show(clock, $"{written} tasks copied"));
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, SampleTask task)
    {
        await copy.StartRowAsync();
        await copy.WriteAsync(task.Owner, NpgsqlDbType.Bigint);
        await copy.WriteAsync(task.Title, NpgsqlDbType.Varchar);
        await copy.WriteAsync(task.Description, NpgsqlDbType.Varchar);
        await copy.WriteAsync(task.Status, NpgsqlDbType.Varchar);
        await copy.WriteAsync(task.Priority, NpgsqlDbType.Varchar);
        if (task.DueOn is { } day)
            await copy.WriteAsync(day, NpgsqlDbType.Date);
        else
            await copy.WriteNullAsync();
        foreach (var time in new[] { task.Due, task.Completed, task.Created, task.Updated })
        {
            if (time is { } known)
                await copy.WriteAsync(known, NpgsqlDbType.TimestampTz);
            else
                await copy.WriteNullAsync();
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    private static string Show(Stopwatch clock, string what) => string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds,6:0} s: {what}");
}
