using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Admin;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Operations;
using PrimeTask.ApiService.Tasks;
using PrimeTask.ApiService.Users;

namespace PrimeTask.Tests.Data;

/// <summary>What was there before texts were folded, in a database whose locale knows ASCII alone.</summary>
public sealed class UpgradeTests(PrimeTaskApp app)
{
    private const string Before = "SumDueTasksByMonth";

    private static readonly CurrentUser _owner = new(1, UserRole.User, 1);

    [Fact]
    public async Task Upgrade_OfOldTextsAndInterrupted_FoldsThemAll()
    {
        await using var data = await CreateAsync();
        await using var db = Open(data);
        await db.Database.MigrateAsync(Before, TestContext.Current.CancellationToken);
        await ExecuteAsync(
            data,
            $"""
            INSERT INTO users (email, username, first_name, last_name, password_hash, role, is_active, created_at, updated_at)
            VALUES ('o@example.com', 'owner', E'Zoe\u0308', 'ΣΙΣΥΦΟΣ', '', 'user', true, now(), now());
            INSERT INTO tasks (title, description, status, priority, owner_id, created_at, updated_at)
            VALUES (E'Cafe\u0301', E'A\u030a', 'pending', 'low', 1, now(), now()), ('Plain', 'STRASSE', 'pending', 'low', 1, now(), now()),
                (repeat(E'\u0958', 200), NULL, 'pending', 'low', 1, now(), now());
            INSERT INTO tasks (title, status, priority, owner_id, created_at, updated_at)
            SELECT 'ΣΧΕΔΙΑΣΜΟΣ ' || n, 'pending', 'low', 1, now(), now() FROM generate_series(1, {DatabaseUpgrade.BatchSize}) n
            """);

        await Assert.ThrowsAsync<OperationCanceledException>(() => db.UpgradeAsync(_ => throw new OperationCanceledException(), TestContext.Current.CancellationToken));
        Assert.Contains(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken), name => name.EndsWith("SearchFoldedText", StringComparison.Ordinal));
        var told = new List<string>();
        await db.UpgradeAsync(
            sentence =>
            {
                told.Add(sentence);
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(["Prepared 2 tasks for the search."], told);
        Assert.Equal(1, await CountAsync(db, "ΣΧΕΔΙΑΣ \"1234\""));
        Assert.Equal(1, await CountAsync(db, "straße"));
        Assert.Equal(1, await CountAsync(db, "\u00c5 CAF\u00c9"));
        Assert.Equal(1, await CountAsync(db, Repeat("\u0958", 20)));
        var coffee = await db.Tasks.SingleAsync(task => task.Id == 1, TestContext.Current.CancellationToken);
        Assert.Equal(("Caf\u00e9", "\u00c5"), (coffee.Title, coffee.Description));
        Assert.Equal("Zo\u00eb", (await FindAsync(db, "σισυφος ZO\u00cb")).FirstName);
    }

    private static async Task<int> CountAsync(PrimeTaskDbContext db, string search)
    {
        var request = new DefaultHttpContext { Request = { Scheme = "http", Host = new("localhost"), QueryString = new($"?search={Uri.EscapeDataString(search)}") } }.Request;
        var page = await TaskListQuery.Read(TaskListQuery.Reader(request), _owner).TakeAsync(
            db, _owner, TimeProvider.System.GetUtcNow(), request, TestContext.Current.CancellationToken);
        return page!.Count;
    }

    private static Task<User> FindAsync(PrimeTaskDbContext db, string search)
    {
        var request = new DefaultHttpContext { Request = { QueryString = new($"?search={Uri.EscapeDataString(search)}") } }.Request;
        return UserListQuery.Read(new QueryReader(request.Query, UserListQuery.Parameters)).Apply(db).SingleAsync(TestContext.Current.CancellationToken);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static PrimeTaskDbContext Open(NpgsqlDataSource data)
    {
        var options = new DbContextOptionsBuilder<PrimeTaskDbContext>();
        options.UseNpgsql(data, npgsql => npgsql.EnableRetryOnFailure()).ConfigurePrimeTask();
        return new(options.Options);
    }

    private async Task<NpgsqlDataSource> CreateAsync()
    {
        var shared = await app.App.GetConnectionStringAsync("primetask", TestContext.Current.CancellationToken);
        var name = $"upgrade_{Guid.NewGuid():N}";
        await using (var server = NpgsqlDataSource.Create(shared!))
            await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'");
        return NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(shared) { Database = name });
    }

    private static async Task ExecuteAsync(NpgsqlDataSource data, string sql)
    {
        await using var command = data.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
