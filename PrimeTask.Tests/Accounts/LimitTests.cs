using System.Diagnostics;
using System.Globalization;
using System.Net;
using PrimeTask.ApiService.Accounts;
using PrimeTask.CacheCheck.Processes;
using PrimeTask.Tests.Infrastructure;

namespace PrimeTask.Tests.Accounts;

/// <summary>Two replicas with limits, beside the shared application's on its database and cache.</summary>
public sealed class LimitTests(PrimeTaskApp app, LimitTests.Replicas replicas) : IClassFixture<LimitTests.Replicas>
{
    [Fact]
    public async Task Login_TooOftenFromOneAddress_IsToldWhenToComeBack()
    {
        using var first = replicas.First.Anonymous();
        using var second = replicas.Second.Anonymous();
        var address = ("X-Forwarded-For", "192.0.2.1");

        var answers = new List<Answer>();
        for (var call = 0; call < 12; call++)
            answers.Add(await (call % 2 == 0 ? first : second).PostAsync("auth/login/", new { }, address));

        Assert.Equal(10, answers.Count(answer => answer.Status == HttpStatusCode.BadRequest));
        foreach (var refused in answers.Skip(10))
        {
            refused.MustFail(HttpStatusCode.TooManyRequests, "Too many requests");
            Assert.InRange(int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture), 1, 86_400);
            Assert.StartsWith("\"login\";r=0;t=", refused.Header("RateLimit"));
        }

        (await first.PostAsync("auth/login/", new { }, ("X-Forwarded-For", "192.0.2.2"))).MustFail(HttpStatusCode.BadRequest, "Validation failed");
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

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(LogInAsync));

        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.TooManyRequests));
        Assert.All(answers.Where(answer => answer.Status == HttpStatusCode.TooManyRequests), answer => Assert.NotNull(answer.Header("Retry-After")));
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.TooManyRequests);

        Task<Answer> LogInAsync(int number) => caller.PostAsync(
            "auth/login/", new { email = user.Email, password = ApiUser.Password }, ("X-Forwarded-For", $"192.0.2.{200 + number}"));
    }

    public sealed class Replicas(PrimeTaskApp app) : IAsyncLifetime
    {
        internal ServiceProcess First { get; private set; } = null!;

        internal ServiceProcess Second { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var cancellation = TestContext.Current.CancellationToken;
            (string, string)[] settings =
            [
                ("ConnectionStrings__primetask", await app.App.GetConnectionStringAsync("primetask", cancellation) ?? ""),
                ("ConnectionStrings__cache", await app.App.GetConnectionStringAsync("cache", cancellation) ?? ""),
                ("RateLimiting__Window", "1.00:00:00"),
                ("RateLimiting__Login", "10"),
                ("RateLimiting__FreeWrongPasswords", "2"),
                ("RateLimiting__FirstDelay", "00:10:00"),
                ("Passwords__ConcurrentHashes", "1"),
                ("Passwords__QueueLength", "3"),
                // What is hashed at the tests' low price would be done before others can wait for it.
                ("Passwords__Iterations", new PasswordOptions().Iterations.ToString(CultureInfo.InvariantCulture)),
            ];
            var both = await Task.WhenAll(ServiceProcess.StartApiAsync(settings), ServiceProcess.StartApiAsync(settings));
            (First, Second) = (both[0], both[1]);
            await CountTogetherAsync(cancellation);
        }

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

        public async ValueTask DisposeAsync()
        {
            await First.DisposeAsync();
            await Second.DisposeAsync();
        }
    }
}
