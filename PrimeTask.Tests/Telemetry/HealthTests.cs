using System.Diagnostics;

namespace PrimeTask.Tests.Telemetry;

/// <summary>A replica whose servers are missing, away or hang says so, soon, and in few words.</summary>
public sealed class HealthTests(PrimeTaskApp app)
{
    private const string Away = "127.0.0.1:1";

    /// <summary>Probes commonly give up after 5 seconds.</summary>
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(4);

    public static TheoryData<bool> Hangs => [.. Soak.Cases(1, true, false)];

    [Theory]
    [InlineData("ConnectionStrings__primetask", "The connection string 'primetask' is missing: set the environment variable ConnectionStrings__primetask.")]
    [InlineData("ConnectionStrings__cache", "The connection string 'cache' is missing: set the environment variable ConnectionStrings__cache.")]
    public async Task Start_WithoutAConnectionString_EndsWithASentence(string missing, string sentence)
    {
        (string, string)[] settings = [("ConnectionStrings__primetask", "Host=127.0.0.1;Port=1"), ("ConnectionStrings__cache", Away), (missing, "")];

        var (exitCode, output) = await ServiceProcess.CommandAsync([], settings: settings);

        Assert.Equal(1, exitCode);
        Assert.Equal(sentence, output.Trim());
    }

    [Theory]
    [Trait(Soak.Trait, Soak.Large)]
    [MemberData(nameof(Hangs))]
    public async Task Health_WithoutADatabase_IsUnhealthySoon(bool hangs)
    {
        using var silent = new SilentServer();
        await using var api = await ServiceProcess.StartApiAsync(
            ("ConnectionStrings__primetask", $"Host=127.0.0.1;Port={(hangs ? silent.Port : 1)};Username=x;Password=y"),
            ("ConnectionStrings__cache", Away));

        var (status, body) = await ProbeAsync(api);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("unhealthy", (string?)body["checks"]!["PrimeTaskDbContext"]);
        Assert.Equal("unhealthy", (string?)body["checks"]!["migrations"]);
        Assert.Equal("healthy", (string?)body["checks"]!["self"]);
        Assert.DoesNotContain("   at ", api.Output);
    }

    [Theory]
    [Trait(Soak.Trait, Soak.Large)]
    [MemberData(nameof(Hangs))]
    public async Task Health_WithoutRedis_IsDegradedAndServes(bool hangs)
    {
        using var silent = new SilentServer();
        await using var collector = await OtlpCollector.StartAsync();
        await using var api = await ServiceProcess.StartApiAsync(
        [
            .. collector.Settings,
            ("ConnectionStrings__primetask", await OwnDatabase.CopyAsync(app)),
            ("ConnectionStrings__cache", hangs ? $"127.0.0.1:{silent.Port}" : Away),
        ]);

        var (status, body) = await ProbeAsync(api);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("degraded", (string?)body["status"]);
        Assert.Equal("degraded", (string?)body["checks"]!["StackExchange.Redis"]);
        Assert.Equal("healthy", (string?)body["checks"]!["PrimeTaskDbContext"]);
        using var user = await api.RegisterAsync();
        await user.AddTaskAsync();
        Assert.Equal(1, (int)(await user.GetAsync("tasks/")).Data["count"]!);
        await collector.WaitAsync(
            received => received.Metrics.Where(series => series.Metric == "primetask.cache.requests").ToArray(),
            requests => requests is [{ Value: 1 } only] && only.Attributes["result"] == "bypass",
            requests => string.Join('\n', requests.AsEnumerable()));
        Assert.DoesNotContain("   at ", api.Output);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> ProbeAsync(ServiceProcess api)
    {
        using var client = new HttpClient { BaseAddress = api.Address };
        // The first one loads the clients.
        using (await client.GetAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken))
        {
        }

        var watch = Stopwatch.StartNew();
        using var response = await client.GetAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, _limit);
        Assert.Equal(response.StatusCode == HttpStatusCode.ServiceUnavailable, response.Headers.RetryAfter is not null);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
