using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks;
using PrimeTask.ApiService.Tasks.History;

namespace PrimeTask.Tests.Data;

/// <summary>A table that is small when a statement is planned can be full of old versions when it runs.</summary>
public sealed class SmallTableTests(PrimeTaskApp app)
{
    private const int Rounds = 30;

    /// <summary>PostgreSQL plans a prepared statement five times for what it is given, then mostly for good.</summary>
    private const int PlansForOneUse = 5;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TasksOfAGroup_InASmallTable_AreLookedUpByTheirIds()
    {
        var settings = new NpgsqlConnectionStringBuilder(await app.ConnectionAsync("primetask"))
        {
            Database = $"small_{Guid.NewGuid():N}",
            Options = "-c random_page_cost=4",
        };
        await using var data = NpgsqlDataSource.Create(settings);
        await using var db = Open(data);
        await FillAsync(db);

        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        var before = await WholeReadingsAsync(db);
        for (var round = 0; round < Rounds; round++)
        {
            var found = await db.FindTasksAsync(Enumerable.Range(1 + (round * 30), 30).Select(id => (long)id));
            var now = DateTimeOffset.UtcNow;
            Assert.Equal(30, (await db.UpdateAsync([.. found.Values], [.. found.Keys.Select(id => HistoryEntry.OfDeletion(id, 1, now))])).Count);
            found = await db.FindTasksAsync(found.Keys);
            Assert.Equal(15, (await db.DeleteAsync([.. found.Values.Take(15)])).Count);
            Assert.Equal(5, (await db.TrashAsync([.. found.Values.Skip(15).Take(5)], [1, 1, 1, 1, 1], now)).Count);
        }

        Assert.InRange(await WholeReadingsAsync(db) - before, 0, 4 * PlansForOneUse);
    }

    /// <summary>Those of this session that PostgreSQL has not yet added to those of all. It does so between transactions.</summary>
    private static Task<long> WholeReadingsAsync(PrimeTaskDbContext db) => db.Database
        .SqlQuery<long>($"SELECT seq_scan AS \"Value\" FROM pg_stat_xact_user_tables WHERE relname = 'tasks'").SingleAsync(Cancellation);

    private static async Task FillAsync(PrimeTaskDbContext db)
    {
        await db.Database.MigrateAsync(Cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO users (email, username, first_name, last_name, password_hash, role, is_active, created_at, updated_at)
            VALUES ('owner@example.com', 'owner', '', '', '', 'user', true, now(), now());
            INSERT INTO tasks (title, status, priority, owner_id, created_at, updated_at)
            SELECT 'Report ' || n, 'pending', 'low', users.id, now(), now() FROM generate_series(1, 1000) n, users;
            ANALYZE tasks
            """, Cancellation);
    }

    private static PrimeTaskDbContext Open(NpgsqlDataSource data)
    {
        var options = new DbContextOptionsBuilder<PrimeTaskDbContext>();
        options.UseNpgsql(data).ConfigurePrimeTask(new PreparedStatements());
        return new(options.Options);
    }
}
