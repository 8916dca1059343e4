using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Sessions;

namespace PrimeTask.Tests.Caching;

/// <summary>Two replicas with a database of their own and a cache that is not there: everything works, from the database.</summary>
public sealed class WithoutRedisTests(WithoutRedisTests.Replicas replicas) : IClassFixture<WithoutRedisTests.Replicas>
{
    [Fact]
    public async Task Lists_WrittenThroughOneReplica_ShowOnTheOther()
    {
        using var user = await replicas.First.RegisterAsync();
        using var elsewhere = replicas.Second.Anonymous();
        elsewhere.Use(user.Access, user.Refresh);

        for (var written = 1; written <= 5; written++)
        {
            await user.AddTaskAsync();
            Assert.Equal(written, (int)(await elsewhere.GetAsync("tasks/")).Data["count"]!);
        }
    }

    /// <summary>As on a machine that has much else to do: each replica takes its own time to hear that it must not use the cache.</summary>
    [Fact]
    public Task Create_WhileOtherReplicasAreSlowToReleaseTheirLock_IsAcknowledged() => CreateBesideAsync(
        Enumerable.Range(0, 12).Select(seed => new Random(seed)).Select(random => (Func<TimeSpan>)(() => TimeSpan.FromMilliseconds(random.Next(700)))), writes: 5);

    /// <summary>As on a network that is slower than the other replicas are, which take their lock again at once.</summary>
    [Fact]
    public Task Create_WhileResponsesOfTheDatabaseAreSlow_IsAcknowledged() =>
        CreateBesideAsync(Enumerable.Repeat(() => TimeSpan.Zero, 3), writes: 3, () => TimeSpan.FromMilliseconds(50));

    [Fact]
    public async Task Refresh_SpreadOverReplicas_OneWinsAndItsRetryGetsTheSame()
    {
        using var user = await replicas.First.RegisterAsync();
        using var elsewhere = replicas.Second.Anonymous();
        var (body, key) = (new { refresh = user.Refresh }, ("Idempotency-Key", "the-same-request"));

        var first = await user.PostAsync("auth/refresh/", body, key);
        var retry = await elsewhere.PostAsync("auth/refresh/", body, key);
        Assert.Equal(first.Body!.ToJsonString(), retry.Body!.ToJsonString());

        user.Use((string)first.Body["access"]!, (string)first.Body["refresh"]!);
        var responses = await Task.WhenAll(Enumerable.Range(0, 16).Select(number =>
            (number % 2 == 0 ? user : elsewhere).PostAsync("auth/refresh/", new { refresh = user.Refresh })));
        Assert.Single(responses, response => response.Status == HttpStatusCode.OK);
        Assert.All(responses.Where(response => response.Status != HttpStatusCode.OK), response => response.MustFail(HttpStatusCode.Unauthorized, "Authentication failed"));
    }

    [Fact]
    public async Task Refresh_WithATokenUsedLongAgo_EndsTheSession()
    {
        using var user = await replicas.First.RegisterAsync();
        var stolen = user.Refresh;
        var rotated = await user.PostAsync("auth/refresh/", new { refresh = stolen });
        user.Use((string)rotated.Body!["access"]!, (string)rotated.Body["refresh"]!);

        (await user.PostAsync("auth/refresh/", new { refresh = stolen })).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("auth/profile/")).Status);

        await replicas.ExecuteAsync("UPDATE refresh_tokens SET used_at = used_at - interval '11 seconds' WHERE used_at IS NOT NULL");
        (await user.PostAsync("auth/refresh/", new { refresh = stolen })).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");

        (await user.PostAsync("auth/refresh/", new { refresh = user.Refresh })).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
        await MustEndWithinASecondAsync(user);
    }

    [Fact]
    public async Task Logout_OnOneReplica_HoldsOnTheOtherWithinASecond()
    {
        using var user = await replicas.First.RegisterAsync();
        using var elsewhere = replicas.Second.Anonymous();
        elsewhere.Use(user.Access, user.Refresh);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("auth/profile/")).Status);

        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("auth/logout/", new { refresh = user.Refresh })).Status);

        await MustEndWithinASecondAsync(elsewhere);
    }

    [Fact]
    public async Task Login_WithAHashFromDjango_WorksAndStrengthensIt()
    {
        using var user = await replicas.First.RegisterAsync();
        const string Weak = "pbkdf2_sha256$1000$seasalt$";
        var hash = Weak + Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes("lètmein-again"), Encoding.UTF8.GetBytes("seasalt"), 1000, HashAlgorithmName.SHA256, 32));
        await replicas.ExecuteAsync($"UPDATE users SET password_hash = '{hash}' WHERE id = {user.Id}");

        await user.LoginAsync(user.Email, "lètmein-again");

        Assert.Equal(1, await replicas.ExecuteScalarAsync(
            $"SELECT count(*) FROM users WHERE id = {user.Id} AND password_hash LIKE 'pbkdf2_sha256$20000$%'"));
        await user.LoginAsync(user.Email, "lètmein-again");
    }

    [Fact]
    public async Task LastAdmins_DemotingEachOtherAtOnce_LeaveOne()
    {
        var admins = new[] { replicas.First, replicas.Second }.Select(replica => replica.RegisterAsync());
        var (one, two) = (await admins.First(), await admins.Last());
        for (var round = 0; round < 10; round++)
        {
            await replicas.ExecuteAsync($"UPDATE users SET role = CASE WHEN id IN ({one.Id}, {two.Id}) THEN 'admin' ELSE 'user' END");
            await AdminAsync(one);
            await AdminAsync(two);

            var responses = await Task.WhenAll(Demote(one, two.Id), Demote(two, one.Id), Demote(one, one.Id), Demote(two, two.Id));

            Assert.Contains(responses, response => response.Status == HttpStatusCode.OK);
            Assert.Contains(responses, response => response.Status != HttpStatusCode.OK);
            Assert.Equal(1, await replicas.ExecuteScalarAsync("SELECT count(*) FROM users WHERE role = 'admin' AND is_active"));
        }

        one.Dispose();
        two.Dispose();

        static Task<ApiResponse> Demote(ApiUser by, long id) => by.SendAsync(HttpMethod.Patch, $"auth/admin/users/{id}/", new { role = "user" });

        static async Task AdminAsync(ApiUser user)
        {
            while ((await user.GetAsync("auth/admin/users/")).Status != HttpStatusCode.OK)
                await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Tokens_Forged_AreRefused()
    {
        using var user = await replicas.First.RegisterAsync();
        var (header, claims) = ("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", Decode(user.Access.Split('.')[1]));
        user.Use(Sign(header, claims, ServiceProcess.SigningKey), "");
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("auth/profile/")).Status);

        foreach (var forged in new[]
        {
            Sign(header, claims, "another-key-of-sufficient-length-0815"),
            $"{Encode("{\"alg\":\"none\"}")}.{Encode(claims.ToJsonString())}.",
            Sign("{\"alg\":\"HS512\"}", claims, ServiceProcess.SigningKey),
            Sign(header, With("exp", 1_700_000_000), ServiceProcess.SigningKey),
            Sign(header, With("iss", "somebody"), ServiceProcess.SigningKey),
            Sign(header, With("aud", "somebody"), ServiceProcess.SigningKey),
            Sign(header, With("token_type", "refresh"), ServiceProcess.SigningKey),
            Sign(header, With("sid", "999999999"), ServiceProcess.SigningKey),
            Sign(header, With("user_id", 999_999_999), ServiceProcess.SigningKey),
            Sign(header, With("user_id", "somebody"), ServiceProcess.SigningKey),
            Sign(header, With("user_id", null), ServiceProcess.SigningKey),
            Sign(header, With("sid", null), ServiceProcess.SigningKey),
            Sign(header, With("sid", "a session"), ServiceProcess.SigningKey),
            Sign(header, With("sid", " 1"), ServiceProcess.SigningKey),
            Sign(header, With("sid", 1.5), ServiceProcess.SigningKey),
            Sign(header, With("sid", new JsonArray("1", "2")), ServiceProcess.SigningKey),
            Sign(header, With("sid", new JsonObject()), ServiceProcess.SigningKey),
            Sign(header, With("sid", "99999999999999999999"), ServiceProcess.SigningKey),
            Sign(header, With("role", null), ServiceProcess.SigningKey),
            Sign(header, With("role", "king"), ServiceProcess.SigningKey),
            Sign(header, With("role", 1), ServiceProcess.SigningKey),
            Sign(header, With("role", new JsonArray("user", "admin")), ServiceProcess.SigningKey),
            Sign(header, With("token_type", new JsonArray("access", "refresh")), ServiceProcess.SigningKey),
            Sign(header, With("exp", null), ServiceProcess.SigningKey),
            Sign(header, With("exp", "tomorrow"), ServiceProcess.SigningKey),
            Sign(header, With("exp", 1e300), ServiceProcess.SigningKey),
            Sign(header, claims, ServiceProcess.SigningKey)[..^4] + "AAAA",
        })
        {
            user.Use(forged, "");
            (await user.GetAsync("auth/profile/")).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
        }

        // The role is the database's, whatever the token says.
        user.Use(Sign(header, With("role", "admin"), ServiceProcess.SigningKey), "");
        (await user.GetAsync("tasks/admin/all/")).MustFail(HttpStatusCode.Forbidden, "Permission denied");

        JsonObject With(string claim, JsonNode? value) => Changed(claims, claim, value);
    }

    [Fact]
    public async Task RefreshTokens_SignedButOdd_AreRefused()
    {
        using var user = await replicas.First.RegisterAsync();
        var claims = Decode(user.Refresh.Split('.')[1]);

        foreach (var (claim, value) in new (string, JsonNode?)[] { ("sid", null), ("sid", "a session"), ("user_id", null), ("user_id", "somebody"), ("token_type", null) })
        {
            var odd = new { refresh = Sign("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", Changed(claims, claim, value), ServiceProcess.SigningKey) };
            (await user.PostAsync("auth/refresh/", odd)).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
            (await user.PostAsync("auth/logout/", odd)).MustFail(HttpStatusCode.BadRequest, "Invalid token");
        }
    }

    [Fact]
    public async Task Refresh_OfASessionThatIsOld_EndsItAfter90Days()
    {
        using var user = await replicas.First.RegisterAsync();
        await replicas.ExecuteAsync($"UPDATE sessions SET created_at = now() - interval '89 days 23 hours 30 minutes' WHERE user_id = {user.Id}");

        var (body, key) = (new { refresh = user.Refresh }, ("Idempotency-Key", "the-last-refresh"));
        var last = await user.PostAsync("auth/refresh/", body, key);

        Assert.Equal(HttpStatusCode.OK, last.Status);
        Assert.Equal(last.Body!.ToJsonString(), (await user.PostAsync("auth/refresh/", body, key)).Body!.ToJsonString());
        var end = await replicas.ExecuteScalarAsync($"SELECT extract(epoch FROM created_at + interval '90 days')::bigint FROM sessions WHERE user_id = {user.Id}");
        foreach (var token in new[] { "access", "refresh" })
            Assert.InRange((long)Decode(((string)last.Body[token]!).Split('.')[1])["exp"]!, end - 1, end + 1);
        Assert.Equal(1, await replicas.ExecuteScalarAsync($"SELECT count(*) FROM sessions WHERE user_id = {user.Id} AND expires_at = created_at + interval '90 days'"));

        await replicas.ExecuteAsync($"UPDATE sessions SET created_at = now() - interval '90 days 1 second' WHERE user_id = {user.Id}");
        (await user.PostAsync("auth/refresh/", new { refresh = (string)last.Body["refresh"]! })).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
    }

    [Fact]
    public async Task Logs_WhateverHappened_HoldNoSecretsAndNoAddresses()
    {
        using var user = await replicas.First.RegisterAsync();
        await user.PostAsync("auth/register/", user.Registration());
        await user.PostAsync("auth/login/", new { email = user.Email, password = "a-wrong-Harbour-89" });
        await user.PostAsync("auth/refresh/", new { refresh = user.Refresh });
        await user.GetAsync($"tasks/?search={user.Email}");
        await user.PostAsync("tasks/", new { title = "A-title-nobody-else-has" });

        var logged = replicas.First.Output + replicas.Second.Output;
        Assert.NotEmpty(logged);
        foreach (var secret in new[] { user.Email, ApiUser.Password, "a-wrong-Harbour-89", user.Access, user.Refresh, "pbkdf2_sha256", "A-title-nobody-else-has", ServiceProcess.SigningKey })
            Assert.DoesNotContain(secret, logged);
    }

    [Fact]
    public async Task OperatorCommands_GoodAndBad_EndWithACodeAndASentence()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        Assert.Equal(0, (await replicas.CommandAsync(["create-admin", "--email", email], ApiUser.Password)).ExitCode);
        var again = await replicas.CommandAsync(["create-admin", "--email", email], ApiUser.Password);
        Assert.NotEqual(0, again.ExitCode);
        Assert.Contains("A user with that email already exists.", again.Output);
        var unknown = await replicas.CommandAsync(["reset-password", "--email", "nobody@example.com"], ApiUser.Password);
        Assert.NotEqual(0, unknown.ExitCode);

        using var admin = replicas.First.Anonymous();
        await admin.LoginAsync(email, ApiUser.Password);
        const string New = "another-Harbour-99";
        Assert.Equal(0, (await replicas.CommandAsync(["reset-password", "--email", email], New)).ExitCode);

        await MustEndWithinASecondAsync(admin);
        await admin.LoginAsync(email, New);
    }

    [Fact]
    public async Task RebuildCounters_WithAWrongCount_SaysSoAndMendsIt()
    {
        using var user = await replicas.First.RegisterAsync();
        await user.AddTaskAsync();
        await replicas.ExecuteAsync($"INSERT INTO task_count_changes (owner_id, status, priority, change) VALUES ({user.Id}, 'pending', 'low', 7)");
        Assert.Equal(8, (int)(await user.GetAsync("tasks/stats/")).Data["total"]!);

        var (exitCode, output) = await replicas.CommandAsync(["rebuild-counters"]);

        Assert.Equal(0, exitCode);
        // The owner's count and everybody's.
        Assert.Contains("2 counters were wrong and are right now.", output);
        Assert.Equal(1, (int)(await user.GetAsync("tasks/stats/")).Data["total"]!);
        Assert.Contains("All counters were right.", (await replicas.CommandAsync(["rebuild-counters"])).Output);
    }

    [Fact]
    public async Task Cleanup_ByTwoWorkersAtOnce_DeletesWhatHasEndedAndNothingElse()
    {
        using var user = await replicas.First.RegisterAsync();
        using var gone = await replicas.First.RegisterAsync();
        await replicas.ExecuteAsync($"UPDATE sessions SET expires_at = now() - interval '1 second' WHERE user_id = {gone.Id}");
        await using var services = new ServiceCollection().AddDbContext<PrimeTaskDbContext>(replicas.Configure).BuildServiceProvider();
        var scopes = services.GetRequiredService<IServiceScopeFactory>();

        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            await using var scope = scopes.CreateAsyncScope();
            var cleanup = new SessionCleanup(scope.ServiceProvider.GetRequiredService<PrimeTaskDbContext>(), TimeProvider.System, NullLogger<SessionCleanup>.Instance);
            await cleanup.CleanUpAsync(TestContext.Current.CancellationToken);
        }));

        Assert.Equal(0, await replicas.ExecuteScalarAsync($"SELECT count(*) FROM sessions WHERE user_id = {gone.Id}"));
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("auth/refresh/", new { refresh = user.Refresh })).Status);
    }

    /// <param name="others">For each other replica that uses the cache, how long it takes to hear of a notification.</param>
    /// <param name="writes">All of them are acknowledged.</param>
    /// <param name="replyDelay">Of the database's responses.</param>
    private async Task CreateBesideAsync(IEnumerable<Func<TimeSpan>> others, int writes, Func<TimeSpan>? replyDelay = null)
    {
        using var user = await replicas.First.RegisterAsync();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var holders = others.Select(hears => replicas.HoldLockAsync(hears, enough.Token)).ToArray();
        replicas.Proxy.ReplyDelay = replyDelay;
        for (var written = 0; written < writes; written++)
            await user.AddTaskAsync();

        replicas.Proxy.ReplyDelay = null;
        await enough.CancelAsync();
        foreach (var holder in holders)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => holder);
    }

    private static async Task MustEndWithinASecondAsync(ApiUser user)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while ((await user.GetAsync("auth/profile/")).Status != HttpStatusCode.Unauthorized)
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), "The session still stood a second after it was ended.");
    }

    private static JsonObject Changed(JsonObject claims, string claim, JsonNode? value)
    {
        var changed = claims.DeepClone().AsObject();
        changed.Remove(claim);
        if (value is not null)
            changed[claim] = value;
        return changed;
    }

    private static JsonObject Decode(string part) =>
        JsonNode.Parse(Base64UrlEncoder.Decode(part))!.AsObject();

    private static string Encode(string text) => Base64UrlEncoder.Encode(text);

    private static string Sign(string header, JsonObject claims, string key)
    {
        var content = $"{Encode(header)}.{Encode(claims.ToJsonString(JsonSerializerOptions.Default))}";
        var signed = header.Contains("HS512", StringComparison.Ordinal)
            ? HMACSHA512.HashData(Encoding.UTF8.GetBytes(key), Encoding.ASCII.GetBytes(content))
            : HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.ASCII.GetBytes(content));
        return $"{content}.{Base64UrlEncoder.Encode(signed)}";
    }

    public sealed class Replicas(PrimeTaskApp app) : OwnReplicas(app, count: 2)
    {
        private string _database = "";
        private NpgsqlDataSource _data = null!;

        public void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(_data, npgsql => npgsql.EnableRetryOnFailure()).UseSnakeCaseNamingConvention();

        /// <summary>Between the replicas and the database.</summary>
        internal PostgresProxy Proxy { get; private set; } = null!;

        /// <summary>Holds the lock as a replica that uses the cache does, and takes its time to hear of each notification.</summary>
        internal async Task HoldLockAsync(Func<TimeSpan> hears, CancellationToken enough)
        {
            await using var session = new NpgsqlConnection($"{_database};Pooling=false");
            var notifications = 0;
            session.Notification += (_, _) => notifications++;
            await session.OpenAsync(enough);
            await ExecuteAsync($"LISTEN {CacheTrust.Channel}");
            while (true)
            {
                // One that comes with the response to a statement counts too.
                var before = notifications;
                await ExecuteAsync($"SELECT pg_advisory_lock_shared({CacheTrust.LockId})");
                while (notifications == before)
                    await session.WaitAsync(enough);
                await Task.Delay(hears(), enough);
                await ExecuteAsync("SELECT pg_advisory_unlock_all()");
            }

            async Task ExecuteAsync(string sql)
            {
                await using var command = new NpgsqlCommand(sql, session);
                await command.ExecuteNonQueryAsync(enough);
            }
        }

        internal Task ExecuteAsync(string sql) => _data.ExecuteAsync(sql);

        internal Task<long> ExecuteScalarAsync(string sql) => _data.ReadAsync<long>(sql);

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await _data.DisposeAsync();
            await Proxy.DisposeAsync();
        }

        private protected override async Task<(string, string)[]> ChooseSettingsAsync()
        {
            _database = await OwnDatabase.CopyAsync(App);
            _data = NpgsqlDataSource.Create(_database);
            Proxy = new PostgresProxy("127.0.0.1", new NpgsqlConnectionStringBuilder(_database).Port);
            return [("ConnectionStrings__primetask", Proxy.Through(_database)), ("ConnectionStrings__cache", "127.0.0.1:1"), ("RateLimiting__Enabled", "false")];
        }
    }
}
