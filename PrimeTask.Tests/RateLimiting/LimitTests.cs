using System.Diagnostics;
using PrimeTask.ApiService.Accounts;

namespace PrimeTask.Tests.RateLimiting;

/// <summary>Two replicas with limits, beside the shared application's on its database and cache.</summary>
public sealed class LimitTests(PrimeTaskApp app, LimitTests.Replicas replicas) : IClassFixture<LimitTests.Replicas>
{
    [Fact]
    public async Task Login_TooOftenFromOneAddress_IsToldWhenToComeBack()
    {
        using var first = replicas.First.Anonymous();
        using var second = replicas.Second.Anonymous();
        var address = ("X-Forwarded-For", "192.0.2.1");

        var responses = new List<ApiResponse>();
        for (var call = 0; call < 12; call++)
            responses.Add(await (call % 2 == 0 ? first : second).PostAsync("auth/login/", new { }, address));

        Assert.Equal(10, responses.Count(response => response.Status == HttpStatusCode.BadRequest));
        foreach (var refused in responses.Skip(10))
        {
            refused.MustFail(HttpStatusCode.TooManyRequests, "Too many requests");
            Assert.InRange(int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture), 1, 86_400);
            Assert.StartsWith("\"login\";r=0;t=", refused.Header("RateLimit"));
        }

        (await first.PostAsync("auth/login/", new { }, ("X-Forwarded-For", "192.0.2.2"))).MustFail(HttpStatusCode.BadRequest, "Validation failed");
    }

    [Theory]
    [InlineData("{", "198.51.102.1")]
    [InlineData("""{"email": 1}""", "198.51.102.2")]
    [InlineData("""{"email": ""}""", "198.51.102.3")]
    [InlineData("", "198.51.102.4")]
    public async Task Login_BodyThatCannotBeUsed_CountsAsWell(string body, string from)
    {
        using var caller = replicas.First.Anonymous();

        for (var call = 0; call < 10; call++)
            Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync()).Status);
        (await SendAsync()).MustFail(HttpStatusCode.TooManyRequests, "Too many requests");

        Task<ApiResponse> SendAsync() =>
            caller.SendAsync(HttpMethod.Post, "auth/login/", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), ("X-Forwarded-For", from));
    }

    [Fact]
    public async Task Login_PastTheLimit_IsAnsweredBeforeTheBodyComes()
    {
        using var caller = replicas.First.Anonymous();
        for (var call = 0; call < 10; call++)
            await caller.PostAsync("auth/login/", new { }, ("X-Forwarded-For", "192.0.2.5"));

        // Whoever begins to read the body says "100 Continue" first.
        var response = await RawRequest.SendHeadAsync(
            replicas.First.Address,
            "POST /api/v1/auth/login/ HTTP/1.1\nHost: localhost\nX-Forwarded-For: 192.0.2.5\nContent-Type: application/json\nContent-Length: 1000\nExpect: 100-continue");

        Assert.StartsWith("HTTP/1.1 429 ", response);
    }

    [Fact]
    public async Task Login_FromManyAddressesOfOneIPv6Network_CountsAsOne()
    {
        using var caller = replicas.First.Anonymous();

        for (var call = 0; call < 10; call++)
            (await CallAsync($"2001:db8:0:1:{call:x}::1")).MustFail(HttpStatusCode.BadRequest, "Validation failed");

        (await CallAsync("2001:db8:0:1:ffff::1")).MustFail(HttpStatusCode.TooManyRequests, "Too many requests");
        (await CallAsync("2001:db8:0:2::1")).MustFail(HttpStatusCode.BadRequest, "Validation failed");

        Task<ApiResponse> CallAsync(string address) => caller.PostAsync("auth/login/", new { }, ("X-Forwarded-For", address));
    }

    [Fact]
    public async Task Login_ManyWrongPasswords_DelaysThatAddressOnly()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var guesser = replicas.First.Anonymous();
        using var owner = replicas.Second.Anonymous();
        var (wrong, address) = (new { email = user.Email, password = "a-wrong-Harbour-89" }, ("X-Forwarded-For", "192.0.2.3"));

        for (var guess = 0; guess < 3; guess++)
            (await guesser.PostAsync("auth/login/", wrong, address)).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
        var delayed = (await guesser.PostAsync("auth/login/", wrong, address)).MustFail(HttpStatusCode.TooManyRequests, "Too many requests");

        Assert.NotNull(delayed.Header("Retry-After"));
        var right = await owner.PostAsync("auth/login/", new { email = user.Email, password = ApiUser.Password }, ("X-Forwarded-For", "192.0.2.4"));
        Assert.Equal(HttpStatusCode.OK, right.Status);
    }

    [Fact]
    public async Task Login_RefusedByTheLimit_IsAuditedOnceInAWindow()
    {
        using var first = replicas.First.Anonymous();
        using var second = replicas.Second.Anonymous();
        using var admin = await ApiUser.SignInAdminAsync(app);
        var address = ("X-Forwarded-For", "192.0.2.50");

        for (var call = 0; call < 16; call++)
            await (call % 2 == 0 ? first : second).PostAsync("auth/login/", new { }, address);

        var entries = (await admin.GetAsync("auth/admin/audit/?event=sign_in_limited&page_size=100")).Data["results"]!.AsArray();
        Assert.Single(entries, entry => (string)entry!["ip_address"]! == "192.0.2.50");
    }

    [Fact]
    public async Task Login_UnknownEmailAndWrongPassword_TakeAlikeLong()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var caller = replicas.First.Anonymous();
        var (unknown, wrong) = (TimeSpan.MaxValue, TimeSpan.MaxValue);

        // The quickest of several: what else this machine does only adds, and more rounds take that away but no real difference.
        for (var round = 0; round < 3 || (round < 20 && (unknown / wrong) is < 0.7 or > 1.4); round++)
        {
            unknown = Min(unknown, await TimeAsync($"{Guid.NewGuid():N}@example.com", round));
            wrong = Min(wrong, await TimeAsync(user.Email, round));
        }

        Assert.InRange(unknown / wrong, 0.7, 1.4);

        async Task<TimeSpan> TimeAsync(string email, int round)
        {
            var watch = Stopwatch.StartNew();
            (await caller.PostAsync("auth/login/", new { email, password = "a-wrong-Harbour-89" }, ("X-Forwarded-For", $"192.0.2.{100 + round}")))
                .MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
            return watch.Elapsed;
        }

        static TimeSpan Min(TimeSpan one, TimeSpan two) => one < two ? one : two;
    }

    [Fact]
    public async Task Login_MoreThanTheQueueTakes_IsRefusedAtOnce()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var caller = replicas.First.Anonymous();
        // Its password was hashed at the tests' low price, and is again at the replica's.
        Assert.Equal(HttpStatusCode.OK, (await LogInAsync(0)).Status);

        var responses = await Task.WhenAll(Enumerable.Range(1, 8).Select(LogInAsync));

        Assert.Contains(responses, response => response.Status == HttpStatusCode.OK);
        Assert.All(responses, response => Assert.True(response.Status is HttpStatusCode.OK or HttpStatusCode.TooManyRequests));
        Assert.All(responses.Where(response => response.Status == HttpStatusCode.TooManyRequests), response => Assert.NotNull(response.Header("Retry-After")));
        Assert.Contains(responses, response => response.Status == HttpStatusCode.TooManyRequests);

        Task<ApiResponse> LogInAsync(int number) => caller.PostAsync(
            "auth/login/", new { email = user.Email, password = ApiUser.Password }, ("X-Forwarded-For", $"192.0.2.{200 + number}"));
    }

    /// <summary>The replica hashes one password at a time: without a turn of its own the other person would be the last, or refused.</summary>
    [Fact]
    public async Task Login_WhileAnotherAddressFloods_IsServedBeforeTheFloodsQueue()
    {
        using var caller = replicas.First.Anonymous();
        var flood = Enumerable.Range(0, 8).Select(number => LogInAsync($"{Guid.NewGuid():N}@example.com", "192.0.2.60")).ToArray();
        // One is hashed and two wait: then the next is refused at once.
        await foreach (var response in Task.WhenEach(flood))
        {
            if ((await response).Status == HttpStatusCode.TooManyRequests)
                break;
        }

        var other = LogInAsync($"{Guid.NewGuid():N}@example.com", "192.0.2.61");
        var order = new List<Task<ApiResponse>>();
        await foreach (var response in Task.WhenEach([.. flood, other]))
            order.Add(response);

        (await other).MustFail(HttpStatusCode.Unauthorized, "Authentication failed");
        Assert.Contains(flood, response => response.Result.Status == HttpStatusCode.TooManyRequests);
        Assert.NotEqual(other, order.Last(response => response.Result.Status == HttpStatusCode.Unauthorized));

        Task<ApiResponse> LogInAsync(string email, string address) =>
            caller.PostAsync("auth/login/", new { email, password = "a-wrong-Harbour-89" }, ("X-Forwarded-For", address));
    }

    public sealed class Replicas(PrimeTaskApp app) : OwnReplicas(app, count: 2)
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await CountTogetherAsync(TestContext.Current.CancellationToken);
        }

        private protected override Task<(string, string)[]> ChooseSettingsAsync() => Task.FromResult<(string, string)[]>(
        [
            ("RateLimiting__Window", "1.00:00:00"),
            ("RateLimiting__Login", "10"),
            ("RateLimiting__FreeWrongPasswords", "2"),
            ("RateLimiting__FirstDelay", "00:10:00"),
            ("Passwords__ConcurrentHashes", "1"),
            ("Passwords__QueueLength", "3"),
            ("Passwords__QueueLengthPerAddress", "2"),
            // What is hashed at the tests' low price would be done before others can wait for it.
            ("Passwords__Iterations", new PasswordOptions().Iterations.ToString(CultureInfo.InvariantCulture)),
        ]);

        /// <summary>A process that has just begun to listen counts by itself until it has reached the cache.</summary>
        private async Task CountTogetherAsync(CancellationToken cancellation)
        {
            using var first = First.Anonymous();
            using var second = Second.Anonymous();
            for (var number = 1; number < 200; number++)
            {
                var address = ("X-Forwarded-For", $"198.51.100.{number}");
                await first.PostAsync("auth/login/", new { }, address);
                if ((await second.PostAsync("auth/login/", new { }, address)).Header("RateLimit")!.StartsWith("\"login\";r=8;", StringComparison.Ordinal))
                    return;
                await Task.Delay(100, cancellation);
            }

            throw new TimeoutException("The replicas did not come to count together.");
        }
    }
}
