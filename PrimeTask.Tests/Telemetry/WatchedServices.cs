using System.Text.RegularExpressions;

namespace PrimeTask.Tests.Telemetry;

/// <summary>A replica without Redis, a web server without replicas and a worker that Prometheus can ask, after some of everything has happened to them.</summary>
public sealed partial class WatchedServices(PrimeTaskApp app) : OwnReplicas(app, count: 1)
{
    private const string Away = "127.0.0.1:1";

    private static readonly string[] _ofJobs = ["primetask_jobs{", "primetask_jobs_age_seconds{", "primetask_jobs_duration_seconds_count{"];

    private readonly int _apiPort = FreePort.Take();
    private readonly int _webPort = FreePort.Take();
    private readonly int _workerPort = FreePort.Take();
    private ServiceProcess? _web;
    private LaunchedProcess? _worker;

    /// <summary>The public addresses and those of the metrics, of those that have both.</summary>
    internal (Uri Public, Uri Internal)[] Addresses => [(First.Address, On(_apiPort)), (_web!.Address, On(_webPort))];

    internal string Scraped { get; private set; } = "";

    /// <summary>All series of all.</summary>
    internal Series[] Series => Read(Scraped);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _web = await ServiceProcess.StartWebAsync([new Uri($"http://{Away}")], Watched(_webPort));
        _worker = ServiceProcess.LaunchWorker([.. Settings, .. Watched(_workerPort)]);
        await UseAsync();
        using var client = new HttpClient();
        foreach (var (_, address) in Addresses)
            Scraped += await client.GetStringAsync(new Uri(address, "/metrics"), TestContext.Current.CancellationToken);
        Scraped += await ScrapeWorkerAsync(client);
    }

    public override async ValueTask DisposeAsync()
    {
        await (_worker?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_web?.DisposeAsync() ?? ValueTask.CompletedTask);
        await base.DisposeAsync();
    }

    internal static Series[] Read(string metrics) => [.. Sample().Matches(metrics).Select(match => new Series(
        match.Groups[1].Value, Label().Matches(match.Groups[2].Value).ToDictionary(label => label.Groups[1].Value, label => label.Groups[2].Value)))];

    private protected override async Task<(string, string)[]> ChooseSettingsAsync() =>
    [
        .. Watched(_apiPort),
        // Replicas that have Redis must not share a database with one that has not.
        ("ConnectionStrings__primetask", await OwnDatabase.CopyAsync(App)),
        ("ConnectionStrings__cache", Away),
        ("RateLimiting__Enabled", "false"),
        ("Passwords__ConcurrentHashes", "1"),
        ("Passwords__QueueLength", "0"),
    ];

    private static (string, string)[] Watched(int port) => [("Metrics__Port", $"{port}"), ("Metrics__Address", "127.0.0.1")];

    private static Uri On(int port) => new($"http://127.0.0.1:{port}");

    /// <summary>Its first jobs are due when it starts, and it counts them then.</summary>
    private async Task<string> ScrapeWorkerAsync(HttpClient client)
    {
        await _worker!.WaitForLineAsync("Application started", TimeSpan.FromSeconds(60));
        for (var attempt = 0; ; attempt++)
        {
            var metrics = await client.GetStringAsync(new Uri(On(_workerPort), "/metrics"), TestContext.Current.CancellationToken);
            if (_ofJobs.All(name => metrics.Contains(name, StringComparison.Ordinal)))
                return metrics;
            Assert.True(attempt < 200, $"{metrics}\n{_worker.Output}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private async Task UseAsync()
    {
        using var user = await First.RegisterAsync();
        await user.AddTaskAsync();
        for (var asked = 0; asked < 5; asked++)
            await user.GetAsync("tasks/");
        await user.LoginAsync();
        // More at once than may wait.
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => user.PostAsync("auth/login/", new { email = user.Email, password = "a-wrong-Harbour-89" })));

        using var visitor = new HttpClient { BaseAddress = _web!.Address };
        using var page = await visitor.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var failure = await visitor.GetAsync(new Uri("/api/v1/tasks/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failure.StatusCode);
    }

    [GeneratedRegex(@"^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? \S+$", RegexOptions.Multiline)]
    private static partial Regex Sample();

    [GeneratedRegex("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Label();
}

/// <param name="Name">As Prometheus has it.</param>
/// <param name="Labels">Without those that Prometheus adds.</param>
internal sealed record Series(string Name, IReadOnlyDictionary<string, string> Labels);

/// <summary>The classes of this collection ask the same ones.</summary>
[CollectionDefinition(nameof(WatchedServices))]
public sealed class SharedWatchedServices : ICollectionFixture<WatchedServices>;
