using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Hosting;

/// <summary>Aspire's dashboard of an AppHost of its own: what it shows, and to whom.</summary>
public sealed class DashboardTests(Browser browser, DashboardTests.Running running) : IClassFixture<DashboardTests.Running>
{
    private const string ApiKey = "only-for-these-tests-4711";

    private static readonly string[] _resources = ["postgres", "primetask", "cache", "api", "worker", "web"];

    private static readonly string[] _patterns = ["web:", "api:Npgsql", "api:OpenTelemetry.Instrumentation.StackExchangeRedis", "api:Microsoft.AspNetCore"];

    // Telemetry is sent every few seconds, and a busy machine takes long to open the dashboard.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Pages_RunningApplication_ShowHealthyResourcesTheirLinksAndOurMeter()
    {
        await running.UseAsync(); // A meter is shown once it has measured something.
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(running.LoginLink);

        // Where the dashboard has not heard of the resources yet, its page may stay without them until it is loaded again.
        await EventuallyAsync(async () =>
        {
            if (await RowOf(_resources[0]).IsVisibleAsync())
                return true;
            await page.ReloadAsync();
            await page.WaitForTimeoutAsync(2_000);
            return false;
        });
        foreach (var name in _resources)
        {
            var row = RowOf(name);
            await Expect(row).ToContainTextAsync("Running", new() { Timeout = (float)_patience.TotalMilliseconds });
            await Expect(row).Not.ToContainTextAsync("Unhealthy");
        }

        // Hidden, because they are completed.
        await Expect(page.GetByText("migrations", new() { Exact = true })).ToHaveCountAsync(0);
        foreach (var (text, address) in new[] { ("Web app", ""), ("Swagger UI", "/swagger/"), ("ReDoc", "/redoc/") })
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = text })).ToHaveAttributeAsync("href", $"{running.Web.GetLeftPart(UriPartial.Authority)}{address}");

        await page.GotoAsync(new Uri(running.Dashboard, "/metrics/resource/api").ToString());
        await Expect(page.GetByText("primetask.cache.requests")).ToBeVisibleAsync(new() { Timeout = (float)_patience.TotalMilliseconds });

        ILocator RowOf(string name) => page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByText(name, new() { Exact = true }) });
    }

    [Fact]
    public async Task Traces_ARequest_IsOneTraceThroughWebApiPostgresAndRedis()
    {
        await running.UseAsync();
        await EventuallyAsync(async () => (await SpansAsync()).GroupBy(span => span.Trace)
            .Any(trace => _patterns.All(pattern => trace.Any(span => span.Source.StartsWith(pattern, StringComparison.Ordinal)))));
    }

    [Fact]
    public async Task Logs_OfTheServices_AreStructuredAndSayNothingOfPeople()
    {
        await running.UseAsync();
        await EventuallyAsync(async () => (await GetAsync("logs")).Contains("Now listening on: ", StringComparison.Ordinal));

        var logs = await GetAsync("logs");

        Assert.DoesNotContain(Running.Email, logs, StringComparison.Ordinal);
        Assert.DoesNotContain(Running.Title, logs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Traces_OfARequest_HoldNeitherTitlesNorAddressesNorSearches()
    {
        await running.UseAsync();
        await EventuallyAsync(async () => (await SpansAsync()).Any(span => span.Source.StartsWith("api:Npgsql", StringComparison.Ordinal)));

        var spans = await GetAsync("spans");

        Assert.DoesNotContain(Running.Email, spans, StringComparison.Ordinal);
        Assert.DoesNotContain(Running.Title, spans, StringComparison.Ordinal);
        Assert.DoesNotContain(Running.Search, spans, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.Redirect)]
    [InlineData("/api/telemetry/logs", HttpStatusCode.Unauthorized)]
    public async Task Get_WithoutToken_IsRefused(string path, HttpStatusCode expected)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        using var response = await http.GetAsync(new Uri(running.Dashboard, path), TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
    }

    private async Task<List<(string Trace, string Source)>> SpansAsync()
    {
        using var response = JsonDocument.Parse(await GetAsync("spans"));
        return
        [
            .. from resource in response.RootElement.GetProperty("data").GetProperty("resourceSpans").EnumerateArray()
               from attribute in resource.GetProperty("resource").GetProperty("attributes").EnumerateArray()
               where attribute.GetProperty("key").GetString() == "service.name"
               from scope in resource.GetProperty("scopeSpans").EnumerateArray()
               from span in scope.GetProperty("spans").EnumerateArray()
               select (
                   span.GetProperty("traceId").GetString()!,
                   $"{attribute.GetProperty("value").GetProperty("stringValue").GetString()}:{scope.GetProperty("scope").GetProperty("name").GetString()}"),
        ];
    }

    private async Task<string> GetAsync(string what)
    {
        using var http = new HttpClient { BaseAddress = running.Dashboard, DefaultRequestHeaders = { { "x-api-key", ApiKey } } };
        return await http.GetStringAsync($"/api/telemetry/{what}?limit=10000");
    }

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); !await condition();)
        {
            Assert.True(waited.Elapsed < _patience, "The dashboard did not show it in time.");
            await Task.Delay(250);
        }
    }

    public sealed class Running : IAsyncLifetime
    {
        internal const string Email = "seldom-seen-address@example.com";
        internal const string Title = "Buy a seldom seen zeppelin";
        internal const string Search = "zeppelinsearch";

        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("primetask-tests-");
        private readonly (int Web, int Dashboard) _ports = (FreePort.Take(), FreePort.Take());
        private readonly Lazy<Task> _used;
        private AppHostProcess? _appHost;

        public Running() => _used = new Lazy<Task>(ActAsync);

        internal Uri Web => new($"http://localhost:{_ports.Web}/");

        internal Uri Dashboard => new($"http://localhost:{_ports.Dashboard}");

        /// <summary>As the console shows it.</summary>
        internal string LoginLink { get; private set; } = "";

        /// <summary>A person registers, makes a task, looks at the list twice and searches.</summary>
        internal Task UseAsync() => _used.Value;

        public async ValueTask InitializeAsync()
        {
            _appHost = AppHostProcess.Start(
                $"--DataDirectory={Path.Combine(_folder.FullName, "data")}", $"--Ports:Web={_ports.Web}", $"--Ports:Dashboard={_ports.Dashboard}", $"--AppHost:DashboardApiKey={ApiKey}");
            await _appHost.WaitUntilReadyAsync();
            LoginLink = _appHost.Output.Split('\n').Single(line => line.Contains("/login?t=", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1];
        }

        public async ValueTask DisposeAsync()
        {
            await _appHost!.DisposeAsync();
            _folder.Delete(recursive: true);
        }

        private async Task ActAsync()
        {
            using var http = new HttpClient { BaseAddress = Web };
            using var registered = await http.PostAsJsonAsync(
                "/api/v1/auth/register/", new { email = Email, username = "zeppelin", password = "correct-horse-battery", password_confirm = "correct-horse-battery" });
            var body = await registered.Content.ReadFromJsonAsync<JsonElement>();
            http.DefaultRequestHeaders.Authorization = new("Bearer", body.GetProperty("data").GetProperty("tokens").GetProperty("access").GetString());
            using var created = await http.PostAsJsonAsync("/api/v1/tasks/", new { title = Title });
            created.EnsureSuccessStatusCode();
            for (var i = 0; i < 2; i++)
                await http.GetStringAsync("/api/v1/tasks/");
            await http.GetStringAsync($"/api/v1/tasks/?search={Search}");
        }
    }
}
