namespace PrimeTask.Tests.Accounts;

/// <summary>A replica of its own with few free attempts, beside the shared application's on its database and cache.</summary>
public sealed class GuessingTests(GuessingTests.Replica replica) : IClassFixture<GuessingTests.Replica>
{
    private const string Wrong = "a-wrong-Harbour-89";
    private const int FreeWrongPasswords = 3;
    private const int AccountAttempts = 10;

    /// <summary>The one after the free ones starts the delay. While Redis is late, the replica counts by itself.</summary>
    private const int MostAtOnce = 2 * (FreeWrongPasswords + 1);

    private static readonly TimeSpan _accountWindow = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Login_SixtyWrongPasswordsAtOnce_OnlyTheFreeOnesAreLookedAt()
    {
        using var user = await replica.RegisterAsync("192.0.2.1");

        var responses = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => LogInAsync(user, Wrong, "192.0.2.1")));

        Assert.InRange(responses.Count(response => response.Status == HttpStatusCode.Unauthorized), 1, MostAtOnce);
        Assert.All(
            responses.Where(response => response.Status != HttpStatusCode.Unauthorized),
            response => Assert.NotNull(response.MustFail(HttpStatusCode.TooManyRequests, "Too many requests").Header("Retry-After")));
    }

    [Fact]
    public async Task Login_RightPassword_GivesItsAttemptBack()
    {
        using var user = await replica.RegisterAsync("192.0.2.2");

        for (var round = 0; round < 3 * FreeWrongPasswords; round++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await LogInAsync(user, Wrong, "192.0.2.2")).Status);
            Assert.Equal(HttpStatusCode.OK, (await LogInAsync(user, ApiUser.Password, "192.0.2.2")).Status);
        }
    }

    [Fact]
    public async Task Login_RightPasswordFromNewAddresses_UsesUpNoAttempts()
    {
        using var user = await replica.RegisterAsync("192.0.2.3");

        for (var number = 0; number < 2 * AccountAttempts; number++)
            Assert.Equal(HttpStatusCode.OK, (await LogInAsync(user, ApiUser.Password, $"198.18.0.{number}")).Status);
    }

    [Fact]
    public async Task Login_WrongPasswordsFromManyAddresses_SlowsThemAllButNotTheOwner()
    {
        using var user = await replica.RegisterAsync("192.0.2.4");
        var started = TimeProvider.System.GetTimestamp();
        var guessed = 0;
        ApiResponse? slowed = null;
        // Until a whole round finds the window used up.
        for (var round = 0; slowed is null; round++)
        {
            var responses = await Task.WhenAll(Enumerable.Range(0, 3 * AccountAttempts).Select(number => LogInAsync(user, Wrong, $"198.18.{1 + round}.{number}")));
            Assert.True(round < 20, "Guesses from many addresses were never slowed.");
            guessed += responses.Count(response => response.Status == HttpStatusCode.Unauthorized);
            slowed = responses.All(response => response.Status == HttpStatusCode.TooManyRequests) ? responses[^1] : null;
        }

        var windows = (int)(TimeProvider.System.GetElapsedTime(started) / _accountWindow) + 2;
        Assert.InRange(guessed, 1, windows * 2 * AccountAttempts);
        // From the address that the account knows.
        Assert.Equal(HttpStatusCode.OK, (await LogInAsync(user, ApiUser.Password, "192.0.2.4")).Status);

        // From a new address, after what Retry-After says, which is less than a minute.
        var wait = int.Parse(slowed.Header("Retry-After")!, CultureInfo.InvariantCulture);
        Assert.InRange(wait, 1, _accountWindow.TotalSeconds);
        await Task.Delay(TimeSpan.FromSeconds(wait), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await LogInAsync(user, ApiUser.Password, "203.0.113.4")).Status);
    }

    [Fact]
    public async Task Login_FromTheIPv6NetworkOfAnEarlierSignIn_IsNotSlowedByOthers()
    {
        using var user = await replica.RegisterAsync("2001:db8:7:7::1");

        for (var number = 0; number < 3 * AccountAttempts; number++)
            await LogInAsync(user, Wrong, $"198.18.100.{number}");

        Assert.Equal(HttpStatusCode.OK, (await LogInAsync(user, ApiUser.Password, "2001:db8:7:7:1234::9")).Status);
    }

    [Fact]
    public async Task Login_WrongPasswordsFromOneIPv6Network_AreDelayedTogether()
    {
        using var user = await replica.RegisterAsync("192.0.2.5");

        for (var guess = 0; guess <= FreeWrongPasswords; guess++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await LogInAsync(user, Wrong, $"2001:db8:8:8::{guess + 1}")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await LogInAsync(user, Wrong, "2001:db8:8:8:ffff::1")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await LogInAsync(user, Wrong, "2001:db8:8:9::1")).Status);
    }

    [Fact]
    public async Task ChangePassword_WrongOldPasswords_AreDelayedAsSignInsAre()
    {
        using var user = await replica.RegisterAsync("192.0.2.6");

        var responses = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => ChangeAsync(Wrong)));

        Assert.InRange(responses.Count(response => response.Status == HttpStatusCode.BadRequest), 1, MostAtOnce);
        Assert.All(
            responses.Where(response => response.Status != HttpStatusCode.BadRequest),
            response => Assert.NotNull(response.MustFail(HttpStatusCode.TooManyRequests, "Too many requests").Header("Retry-After")));
        (await ChangeAsync(ApiUser.Password)).MustFail(HttpStatusCode.TooManyRequests, "Too many requests");
        (await LogInAsync(user, ApiUser.Password, "192.0.2.6")).MustFail(HttpStatusCode.TooManyRequests, "Too many requests");

        Task<ApiResponse> ChangeAsync(string old) => user.SendAsync(
            HttpMethod.Put, "auth/change-password/", new { old_password = old, new_password = "another-Harbour-90", new_password_confirm = "another-Harbour-90" },
            ("X-Forwarded-For", "192.0.2.6"));
    }

    private static Task<ApiResponse> LogInAsync(ApiUser user, string password, string address) =>
        user.PostAsync("auth/login/", new { email = user.Email, password }, ("X-Forwarded-For", address));

    public sealed class Replica(PrimeTaskApp app) : OwnReplicas(app, count: 1)
    {
        /// <summary>Somebody whose account knows the address.</summary>
        internal async Task<ApiUser> RegisterAsync(string address)
        {
            var user = First.Anonymous();
            var response = await user.PostAsync("auth/register/", user.Registration(), ("X-Forwarded-For", address));
            Assert.Equal(HttpStatusCode.Created, response.Status);
            user.Use((string)response.Data["tokens"]!["access"]!, (string)response.Data["tokens"]!["refresh"]!);
            return user;
        }

        private protected override Task<(string, string)[]> ChooseSettingsAsync() => Task.FromResult<(string, string)[]>(
        [
            ("RateLimiting__Login", "10000"),
            ("RateLimiting__ChangePassword", "10000"),
            ("RateLimiting__FreeWrongPasswords", $"{FreeWrongPasswords}"),
            ("RateLimiting__FirstDelay", "00:10:00"),
            ("RateLimiting__AccountAttempts", $"{AccountAttempts}"),
            ("RateLimiting__AccountWindow", _accountWindow.ToString()),
            // What is looked at is limited here by attempts alone.
            ("Passwords__QueueLength", "1000"),
            ("Passwords__QueueLengthPerAddress", "1000"),
        ]);
    }
}
