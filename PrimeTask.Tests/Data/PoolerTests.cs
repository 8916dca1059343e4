using System.Diagnostics;

namespace PrimeTask.Tests.Data;

/// <summary>Two replicas that reach their database through PgBouncer in transaction mode, where every transaction may get another session.</summary>
public sealed class PoolerTests(PoolerTests.Replicas replicas) : IClassFixture<PoolerTests.Replicas>
{
    [Fact]
    public async Task Writes_ThroughOneReplica_ShowInTheOthersCachedLists()
    {
        using var user = await replicas.First.RegisterAsync();
        using var elsewhere = replicas.Second.Anonymous();
        elsewhere.Use(user.Access, user.Refresh);

        for (var written = 1; written <= 10; written++)
        {
            var id = await user.AddTaskAsync();
            await MustBeCachedAsync(elsewhere, written);
            Assert.Equal(HttpStatusCode.OK, (await elsewhere.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { status = "completed" })).Status);
            Assert.Equal(written, (int)(await user.GetAsync("tasks/stats/")).Data["completed"]!);
        }

        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("auth/logout/", new { refresh = user.Refresh })).Status);
        var ended = await elsewhere.GetAsync("tasks/");
        Assert.True(
            ended.Status == HttpStatusCode.Unauthorized,
            $"{ended.Status}, Age {ended.Header("Age")}; then {(await elsewhere.GetAsync("tasks/")).Status}\n{replicas.First.Output}\n{replicas.Second.Output}");
    }

    [Fact]
    public async Task Requests_MoreAtOnceThanThePoolHasSessions_AllSucceed()
    {
        var users = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => (number % 2 == 0 ? replicas.First : replicas.Second).RegisterAsync()));

        await Task.WhenAll(users.Select(async user =>
        {
            for (var round = 0; round < 5; round++)
            {
                var key = ("Idempotency-Key", $"key-{round}");
                var twice = await Task.WhenAll(user.PostAsync("tasks/", new { title = "Once" }, key), user.PostAsync("tasks/", new { title = "Once" }, key));
                Assert.All(twice, response => Assert.Equal(HttpStatusCode.Created, response.Status));
                var id = (long)twice[0].Data["id"]!;
                var bulk = await user.PostAsync("tasks/bulk/", new
                {
                    operations = new object[] { new { op = "update", id, data = new { priority = "high" } }, new { op = "create", data = new { title = "Two" } } },
                });
                Assert.Equal(HttpStatusCode.OK, bulk.Status);
                Assert.Equal((round + 1) * 2, (int)(await user.GetAsync("tasks/")).Data["count"]!);
            }

            user.Dispose();
        }));
    }

    [Fact]
    public async Task Cache_WithoutASessionOfItsOwn_IsNotUsedAndTheLogSaysWhy()
    {
        await using var api = await ServiceProcess.StartApiAsync(replicas.Settings.Where(setting => setting.Name != Replicas.Session));
        using var user = await api.RegisterAsync();
        for (var written = 1; written <= 3; written++)
        {
            await user.AddTaskAsync();
            for (var asked = 0; asked < 3; asked++)
            {
                var list = await user.GetAsync("tasks/");
                Assert.Equal(written, (int)list.Data["count"]!);
                Assert.Null(list.Header("Age"));
            }
        }

        Assert.Contains("ConnectionStrings__primetask-session", api.Output);
    }

    /// <summary>It then says the same as while its server is away, and in a protocol of its own: no class of errors of PostgreSQL's that means it.</summary>
    [Fact]
    public async Task Requests_WhilePgBouncerReachesNoDatabase_SayWhenToComeBack()
    {
        var absent = replicas.Settings.Select(setting => setting.Name == Replicas.Pooled
            ? (setting.Name, new NpgsqlConnectionStringBuilder(setting.Value) { Database = "absent" }.ConnectionString)
            : setting);
        await using var api = await ServiceProcess.StartApiAsync(absent);
        using var user = api.Anonymous();

        var response = await user.PostAsync("auth/login/", new { email = "nobody@example.com", password = ApiUser.Password });

        Assert.True(response.Status == HttpStatusCode.ServiceUnavailable, $"{response.Status}\n{api.Output}");
        Assert.NotNull(response.Header("Retry-After"));
    }

    private static async Task MustBeCachedAsync(ApiUser user, int count)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            var list = await user.GetAsync("tasks/");
            Assert.Equal(count, (int)list.Data["count"]!);
            if (list.Header("Age") is not null)
                return;
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), "No response came from the cache.");
        }
    }

    public sealed class Replicas(PrimeTaskApp app) : OwnReplicas(app, count: 2)
    {
        public const string Pooled = "ConnectionStrings__primetask";
        public const string Session = "ConnectionStrings__primetask-session";

        private OwnServers? _servers;

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await (_servers?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        private protected override async Task<(string, string)[]> ChooseSettingsAsync()
        {
            _servers = await OwnServers.StartAsync();
            return
            [
                (Pooled, await _servers.AddPoolerAsync()),
                (Session, _servers.Primary),
                ("ConnectionStrings__cache", $"{await App.ConnectionAsync("cache")},defaultDatabase=2"),
                // Debian's PgBouncer may be older than 1.21.
                ("Database__PreparedStatements", "false"),
                ("RateLimiting__Enabled", "false"),
            ];
        }

        private protected override Task PrepareAsync() => MigrateAsync();
    }
}
