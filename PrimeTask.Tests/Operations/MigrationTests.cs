using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Operations;
using PrimeTask.ApiService.Tasks.Stats;

namespace PrimeTask.Tests.Operations;

/// <summary>Databases from before the migration <c>Initial</c>, the first of a release.</summary>
public sealed class MigrationTests(PrimeTaskApp app)
{
    private const string LastBeforeInitial = "20261128220314_KeepSignInNetworks";

    /// <summary>Takes back what came after <c>Initial</c>.</summary>
    private const string WithoutLaterMigrations = """DROP TRIGGER tasks_forgotten ON tasks; DROP TABLE trashed_tasks, task_history; DROP FUNCTION forget_task_history; DROP TRIGGER tasks_follow_parent ON tasks; DROP FUNCTION follow_parent; DROP TABLE jobs, account_tokens, sign_in_places, transfers, transfer_parts, projects, labels, deleted_labels, saved_views; ALTER TABLE users DROP email_confirmed, DROP time_zone; ALTER TABLE tasks DROP due_on, DROP start_on, DROP project_id, DROP labels, DROP label_keys, DROP position, DROP parent_id, DROP next_id, DROP occurrence, DROP recurrence, DROP recurrence_from, DROP series_id, DROP status_before; DELETE FROM "__EFMigrationsHistory" WHERE migration_id NOT LIKE '%_Initial';""";

    [Fact]
    public async Task Migrate_FromTheLastSchemaBeforeInitial_KeepsTasksAndCountsThem()
    {
        var database = await OwnDatabase.CopyAsync(app);
        await ExecuteAsync(
            database,
            $"""
            {WithoutLaterMigrations}
            UPDATE "__EFMigrationsHistory" SET migration_id = '{LastBeforeInitial}';
            ALTER TABLE idempotent_responses RENAME COLUMN response TO answer;
            ALTER TABLE idempotent_responses RENAME TO idempotent_answers;
            ALTER INDEX pk_idempotent_responses RENAME TO pk_idempotent_answers;
            ALTER INDEX ix_idempotent_responses_expires_at RENAME TO ix_idempotent_answers_expires_at;
            ALTER TABLE task_count_changes ADD COLUMN due_hour timestamptz;
            CREATE TABLE task_due_counts (unit varchar(8), start timestamptz, count bigint NOT NULL, PRIMARY KEY (unit, start));
            CREATE FUNCTION open_due_hour(status text, due_date timestamptz) RETURNS timestamptz LANGUAGE sql STABLE AS $$
                SELECT CASE WHEN status IN ('pending', 'in_progress') THEN date_trunc('hour', due_date, 'UTC') END
            $$;
            CREATE OR REPLACE FUNCTION count_created_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO task_count_changes (owner_id, status, priority, due_hour, change)
                SELECT owner_id, status, priority, open_due_hour(status, due_date), count(*) FROM created GROUP BY 1, 2, 3, 4;
                RETURN NULL;
            END
            $$;
            INSERT INTO users (email, username, first_name, last_name, password_hash, role, is_active, created_at, updated_at)
            VALUES ('o@example.com', 'owner', '', '', '', 'user', true, now(), now());
            INSERT INTO tasks (title, status, priority, owner_id, due_date, created_at, updated_at) VALUES ('Before', 'pending', 'low', 1, '2020-01-01', now(), now());
            """);

        // Two at once, as two operators could.
        await Task.WhenAll(UpgradeAsync(database), UpgradeAsync(database));

        await ExecuteAsync(database, "INSERT INTO tasks (title, status, priority, owner_id, created_at, updated_at) VALUES ('After', 'pending', 'low', 1, now(), now())");
        Assert.Equal("Before After 2", await ExecuteAsync(database, "SELECT string_agg(title, ' ' ORDER BY id) || ' ' || (SELECT sum(change) FROM task_count_changes) FROM tasks"));
        await using var db = Open(database);
        Assert.Equal(0, await db.RebuildAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.IdempotentResponses.ToListAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>As when two hosts are set up at once, or a job is started again while it still runs.</summary>
    [Fact]
    public async Task Migrate_ManyAtOnceWithoutADatabase_AllSucceed()
    {
        var database = await OwnDatabase.NameAsync(app);
        var role = new NpgsqlConnectionStringBuilder(database).Database!.Replace("own", "role", StringComparison.Ordinal);
        (string, string)[] settings =
        [
            ("ConnectionStrings__primetask", database), ("Database__ApiRole", role), ("Database__ApiRolePassword", "a-password"),
            ("Admin__Email", "first@example.com"), ("Admin__Password", ApiUser.Password),
        ];

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ServiceProcess.CommandAsync(["migrate"], "", settings)));

        Assert.All(results, result => Assert.True(result.ExitCode == 0, result.Output));
        Assert.Single(results, result => result.Output.Contains("Created the first admin first@example.com.", StringComparison.Ordinal));
    }

    /// <summary>Such an index waits for all snapshots that are older than it, and so for that of whoever holds the lock.</summary>
    [Fact]
    public async Task Lock_WhileAnIndexIsBuiltConcurrently_DoesNotHoldItUp()
    {
        var database = await OwnDatabase.CopyAsync(app);
        var limited = new NpgsqlConnectionStringBuilder(database) { Options = "-c statement_timeout=10s" }.ConnectionString;
        await using var holder = Open(database);
        await using var other = Open(database);
        var waiting = Task.CompletedTask;

        await holder.AloneAsync(
            () =>
            {
                waiting = other.AloneAsync(() => Task.CompletedTask, TestContext.Current.CancellationToken);
                return ExecuteAsync(limited, "SELECT pg_sleep(0.1)", "CREATE INDEX CONCURRENTLY ix_tests ON tasks (description)");
            },
            TestContext.Current.CancellationToken);

        await waiting;
        Assert.Equal(true, await ExecuteAsync(database, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix_tests'::regclass"));
    }

    /// <summary>Indexes that are built concurrently outlive a migration that was broken off, some of them unfinished.</summary>
    [Theory]
    [InlineData("IndexDueDays", "ix_tasks_undated", "ix_tasks_owner_id_due_on")]
    [InlineData("IndexProjects", "ix_tasks_position", "ix_tasks_owner_id_position")]
    [InlineData("IndexRecurrence", null, "ix_tasks_series_id")]
    [InlineData("IndexSubtasks", null, "ix_tasks_parent_id")]
    public async Task Migrate_AfterAnotherWasBrokenOff_BuildsItsIndexesAnew(string migration, string? missing, string unfinished)
    {
        const string Indexes = "SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indisvalid AND relname LIKE 'ix_tasks%'";
        var database = await OwnDatabase.CopyAsync(app);
        var whole = await ExecuteAsync(database, Indexes);
        await ExecuteAsync(
            database,
            $"""DELETE FROM "__EFMigrationsHistory" WHERE migration_id LIKE '%_{migration}'; UPDATE pg_index SET indisvalid = false WHERE indexrelid = '{unfinished}'::regclass;""",
            missing is null ? "SELECT" : $"DROP INDEX {missing}");

        await UpgradeAsync(database);

        Assert.Equal(whole, await ExecuteAsync(database, Indexes));
    }

    [Fact]
    public async Task Health_BeforeAndAfterMigrations_SaysWhenItCanServe()
    {
        var database = await OwnDatabase.NameAsync(app);
        await using (var data = await app.OpenDatabaseAsync())
            await data.ExecuteAsync($"CREATE DATABASE {new NpgsqlConnectionStringBuilder(database).Database}");
        await using var api = await ServiceProcess.StartApiAsync(("ConnectionStrings__primetask", database), ("ConnectionStrings__cache", await app.ConnectionAsync("cache")));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await api.GetAsync("/health")).Status);

        await UpgradeAsync(database);

        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/health")).Status);
    }

    [Fact]
    public async Task Migrate_FromAnOlderSchema_IsRefusedWithTheRemedy()
    {
        var database = await OwnDatabase.CopyAsync(app);
        await ExecuteAsync(database, $"{WithoutLaterMigrations} UPDATE \"__EFMigrationsHistory\" SET migration_id = '20261128204028_KeepAppliedWrites'");

        var (exitCode, output) = await ServiceProcess.CommandAsync(["migrate"], "", ("ConnectionStrings__primetask", database));

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"stands at 20261128204028_KeepAppliedWrites. Run 'migrate' of the version whose last migration is {LastBeforeInitial}", output, StringComparison.Ordinal);
    }

    private static async Task UpgradeAsync(string database)
    {
        await using var holder = Open(database);
        await using var db = Open(database);
        await holder.AloneAsync(() => db.UpgradeAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }

    private static PrimeTaskDbContext Open(string database) =>
        new((DbContextOptions<PrimeTaskDbContext>)new DbContextOptionsBuilder<PrimeTaskDbContext>()
            .UseNpgsql(database, npgsql => npgsql.EnableRetryOnFailure()).ConfigurePrimeTask().Options);

    /// <returns>The first value of the last statement.</returns>
    private static async Task<object?> ExecuteAsync(string database, params string[] statements)
    {
        await using var data = NpgsqlDataSource.Create(database);
        object? result = null;
        foreach (var sql in statements)
        {
            await using var command = data.CreateCommand(sql);
            result = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        }

        return result;
    }
}
