using System.Diagnostics;

namespace PrimeTask.Tests.Standby;

/// <summary>Two replicas with a primary and a streaming standby: the standby takes the reads off the primary, and nobody can tell.</summary>
public sealed class StandbyTests(StandbyTests.Replicas replicas) : IClassFixture<StandbyTests.Replicas>
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(15);

    private static int _distinct;

    [Fact]
    public async Task Lists_WithReplayRunning_ComeFromTheStandby()
    {
        using var user = await replicas.First.RegisterAsync();
        using var admin = await replicas.AdminAsync();
        await AddAsync(user);

        await MustReachStandbyAsync(() => user.GetAsync(Uncached("tasks/?")), "FROM tasks");
        // Only a search is a transaction, and this is its last statement when it found what it had to.
        await MustReachStandbyAsync(() => user.GetAsync(Uncached("tasks/?search=task")), "COMMIT");
        // Nobody has asked for them under this version, so the first response can't come from a cache.
        await MustReachStandbyAsync(() => user.GetAsync("tasks/stats/"), "count(%FROM tasks");
        await MustReachStandbyAsync(() => admin.GetAsync("auth/admin/users/"), "FROM users");
        await MustReachStandbyAsync(() => admin.GetAsync("auth/admin/audit/"), "FROM audit");
    }

    [Fact]
    public async Task Lists_WithReplayPaused_ShowEveryWriteToEverybody()
    {
        using var user = await replicas.First.RegisterAsync();
        using var elsewhere = replicas.Second.Anonymous();
        elsewhere.Use(user.Access, user.Refresh);
        using var admin = await replicas.AdminAsync();
        await replicas.Servers.PauseReplayAsync();
        try
        {
            for (var written = 1; written <= 10; written++)
            {
                var id = await AddAsync(written % 2 == 0 ? user : elsewhere);
                foreach (var reader in (ApiUser[])[user, elsewhere, admin])
                {
                    var list = await reader.GetAsync(Uncached(reader == admin ? $"tasks/?owner={user.Id}" : "tasks/?"));
                    Assert.Equal(written, (int)list.Data["count"]!);
                    Assert.Equal(id, (long)list.Data["results"]![0]!["id"]!);
                    var search = await reader.GetAsync(Uncached(reader == admin ? $"tasks/?search=task&owner={user.Id}" : "tasks/?search=task"));
                    Assert.Equal(written, (int)search.Data["count"]!);
                    Assert.Equal(id, (long)search.Data["results"]![0]!["id"]!);
                }

                Assert.Equal(written, (int)(await elsewhere.GetAsync("tasks/stats/")).Data["total"]!);
                // Longer than the positions of the log are asked anew.
                await Task.Delay(written % 3 * 100, TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            await replicas.Servers.ResumeReplayAsync();
        }
    }

    [Fact]
    public async Task Lists_OfWhoWroteNothingWhileReplayIsPaused_StillComeFromTheStandby()
    {
        using var user = await replicas.First.RegisterAsync();
        var id = await AddAsync(user, "Before");
        await MustReachStandbyAsync(() => user.GetAsync(Uncached("tasks/?")), "FROM tasks");
        await replicas.Servers.PauseReplayAsync();
        try
        {
            // Behind the API's back, so that no version tells of it: only the primary knows.
            await OwnServers.ExecuteAsync(replicas.Servers.Primary, $"UPDATE tasks SET title = 'After' WHERE id = {id}");
            Assert.Equal("Before", await TitleAsync());

            await AddAsync(user, "Another");
            Assert.Equal("After", await TitleAsync());
        }
        finally
        {
            await replicas.Servers.ResumeReplayAsync();
        }

        async Task<string> TitleAsync() =>
            (string)(await user.GetAsync(Uncached("tasks/?ordering=created_at"))).Data["results"]![0]!["title"]!;
    }

    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task Lists_UnderLoadWithReplayComingAndGoing_AreNeverOlderThanTheLastWrite()
    {
        using var user = await replicas.First.RegisterAsync();
        using var elsewhere = replicas.Second.Anonymous();
        elsewhere.Use(user.Access, user.Refresh);
        using var admin = await replicas.AdminAsync();
        var acknowledged = 0;
        using var stop = new CancellationTokenSource();
        var readers = new[] { user, elsewhere, admin }.Select(ReadAsync).ToArray();
        var disturbance = DisturbAsync();

        var watch = Stopwatch.StartNew();
        for (var written = 1; watch.Elapsed < TimeSpan.FromSeconds(Soak.Of(2, 10)); written++)
        {
            await AddAsync(user);
            Volatile.Write(ref acknowledged, written);
            await Task.Delay(written % 4 * 40, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), responses => Assert.True(responses > 0));
        await disturbance;

        async Task<int> ReadAsync(ApiUser reader)
        {
            var responses = 0;
            for (; !stop.IsCancellationRequested; responses++)
            {
                var before = Volatile.Read(ref acknowledged);
                var path = reader == admin ? $"tasks/?owner={user.Id}" : "tasks/?";
                var list = await reader.GetAsync(responses % 2 == 0 ? Uncached(path) : path);
                Assert.True((int)list.Data["count"]! >= before, $"{list.Data["count"]} tasks after {before} were acknowledged.");
            }

            return responses;
        }

        async Task DisturbAsync()
        {
            while (!stop.IsCancellationRequested)
            {
                await replicas.Servers.PauseReplayAsync();
                await Task.Delay(150, TestContext.Current.CancellationToken);
                await replicas.Servers.ResumeReplayAsync();
                await Task.Delay(150, TestContext.Current.CancellationToken);
            }
        }
    }

    [Fact]
    public async Task AdminLists_WithReplayPaused_ShowWhatWasJustDone()
    {
        using var admin = await replicas.AdminAsync();
        await replicas.Servers.PauseReplayAsync();
        try
        {
            using var user = await replicas.Second.RegisterAsync();
            var users = await admin.GetAsync($"auth/admin/users/?search={user.Username}");
            Assert.Equal(user.Id, (long)Assert.Single(users.Data["results"]!.AsArray())!["id"]!);

            Assert.Equal(HttpStatusCode.OK, (await admin.SendAsync(HttpMethod.Patch, $"auth/admin/users/{user.Id}/", new { is_active = false })).Status);
            var audit = await admin.GetAsync($"auth/admin/audit/?subject={user.Id}&event=deactivated");
            Assert.Equal(1, (int)audit.Data["count"]!);
        }
        finally
        {
            await replicas.Servers.ResumeReplayAsync();
        }
    }

    [Fact]
    public async Task Lists_WithoutTheStandby_ComeFromThePrimaryAndItReturns()
    {
        using var user = await replicas.First.RegisterAsync();
        await AddAsync(user);
        await MustReachStandbyAsync(() => user.GetAsync(Uncached("tasks/?")), "FROM tasks");
        const string Away = "The primary answers instead of the standby";
        var told = Told();

        await replicas.Servers.StopStandbyAsync();
        try
        {
            for (var asked = 0; asked < 20; asked++)
            {
                Assert.Equal(1, (int)(await user.GetAsync(Uncached("tasks/?"))).Data["count"]!);
                await Task.Delay(25, TestContext.Current.CancellationToken);
            }

            Assert.Equal(told + 1, Told());
            Assert.Equal("degraded", await HealthAsync());
        }
        finally
        {
            await replicas.Servers.StartStandbyAsync();
        }

        await MustReachStandbyAsync(() => user.GetAsync(Uncached("tasks/?")), "FROM tasks");
        // It answers as soon as it has what a response needs, and is healthy once it has shown that it keeps up.
        for (var watch = Stopwatch.StartNew(); await HealthAsync() != "healthy";)
            Assert.True(watch.Elapsed < _limit, "The standby is back, but its health check does not say so.");

        int Told() => replicas.First.Output.Split(Away).Length - 1;

        async Task<string> HealthAsync()
        {
            using var client = new HttpClient { BaseAddress = replicas.First.Address };
            using var response = await client.GetAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var body = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
            Assert.Equal((string)body["status"]!, (string)body["checks"]!["primetask-readonly"]!);
            return (string)body["status"]!;
        }
    }

    private static async Task<long> AddAsync(ApiUser user, string title = "A task")
    {
        var response = await user.PostAsync("tasks/", new { title, due_date = "2999-12-31T00:00:00Z" });
        Assert.Equal(HttpStatusCode.Created, response.Status);
        return (long)response.Data["id"]!;
    }

    /// <summary>An address that nobody has asked for before, so that no cache knows it, for all tasks of <see cref="AddAsync"/>.</summary>
    private static string Uncached(string path) => $"{path}&due_before=9999-01-01T00:00:00.{Interlocked.Increment(ref _distinct):000000}Z";

    /// <summary>Asks until the standby says that it was asked.</summary>
    private async Task MustReachStandbyAsync(Func<Task<ApiResponse>> ask, string statement)
    {
        var begun = await OwnServers.ReadAsync<DateTime>(replicas.Servers.Standby, "SELECT clock_timestamp()");
        for (var watch = Stopwatch.StartNew(); await CountAsync() == 0;)
        {
            Assert.True(watch.Elapsed < _limit, $"No statement {statement} reached the standby.\n{replicas.First.Output}");
            Assert.Equal(HttpStatusCode.OK, (await ask()).Status);
        }

        Task<long> CountAsync() => OwnServers.ReadAsync<long>(
            replicas.Servers.Standby,
            $"SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND query LIKE '%{statement}%' AND query_start > '{begun:O}'");
    }

    public sealed class Replicas(PrimeTaskApp app) : OwnReplicas(app, count: 2)
    {
        private const string AdminEmail = "standby-admin@example.com";

        internal OwnServers Servers { get; private set; } = null!;

        public async Task<ApiUser> AdminAsync()
        {
            var admin = Second.Anonymous();
            await admin.LoginAsync(AdminEmail, ApiUser.Password);
            return admin;
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await (Servers?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        private protected override async Task<(string, string)[]> ChooseSettingsAsync()
        {
            Servers = await OwnServers.StartAsync();
            await Servers.AddStandbyAsync();
            return
            [
                ("ConnectionStrings__primetask", Servers.Primary),
                ("ConnectionStrings__primetask-readonly", Servers.Standby),
                // The users' ids are the same as in the other applications of the tests: a database of its own in Redis, too.
                ("ConnectionStrings__cache", $"{await App.ConnectionAsync("cache")},defaultDatabase=1"),
                ("RateLimiting__Enabled", "false"),
                ("Admin__Email", AdminEmail),
                ("Admin__Password", ApiUser.Password),
            ];
        }

        private protected override Task PrepareAsync() => MigrateAsync();
    }
}
