using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PrimeTaskApp))]

namespace PrimeTask.Tests.Infrastructure;

/// <summary>
/// The whole application, started once for all tests: real Postgres, real cache, two API replicas behind the public
/// address. Every test makes its own users, so all run in parallel.
/// </summary>
public sealed class PrimeTaskApp : IAsyncLifetime
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromMinutes(2);

    private readonly string _data = Path.Combine(Path.GetTempPath(), $"primetask-tests-{Guid.NewGuid():N}");
    private DistributedApplication? _app;

    /// <summary>The running application.</summary>
    public DistributedApplication App => _app ?? throw new InvalidOperationException("The application has not been started.");

    /// <summary>The public address: the web app, and the API behind its proxy.</summary>
    public Uri BaseAddress => App.GetEndpoint("web");

    /// <summary>What a service needs to run on the shared database and cache.</summary>
    internal async Task<(string Name, string Value)[]> SettingsAsync() =>
        [("ConnectionStrings__primetask", await ConnectionAsync("primetask")), ("ConnectionStrings__cache", await ConnectionAsync("cache"))];

    internal async Task<string> ConnectionAsync(string name) => await App.GetConnectionStringAsync(name, TestContext.Current.CancellationToken) ?? "";

    /// <summary>The shared database, as its owner.</summary>
    internal async Task<NpgsqlDataSource> OpenDatabaseAsync() => NpgsqlDataSource.Create(await ConnectionAsync("primetask"));

    /// <summary>The first admin's email address and password.</summary>
    public static (string Email, string Password) Admin => ("admin@example.com", "the-tests-admin-4711");

    public async ValueTask InitializeAsync()
    {
        // Every test makes users of its own, and at its full price their passwords' hashing would be a tenth of the tests' time. PasswordHasherTests has the price.
        Environment.SetEnvironmentVariable("Passwords__Iterations", "20000");
        // Few of the services live long enough here to earn what profiling costs, counting calls, and compiling again what was called 300 times.
        // These are hexadecimal: 500 ms and 8192 calls.
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        Environment.SetEnvironmentVariable("DOTNET_TC_CallCountingDelayMs", "1F4");
        Environment.SetEnvironmentVariable("DOTNET_TC_CallCountThreshold", "2000");
        // A server's garbage collector prepares a heap for each core, and compiled code is written to memory by a second mapping: each costs a start, of which there are some dozens.
        Environment.SetEnvironmentVariable("DOTNET_gcServer", "0");
        Environment.SetEnvironmentVariable("DOTNET_EnableWriteXorExecute", "0");
        using var timeout = new CancellationTokenSource(_startTimeout);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.PrimeTask_AppHost>(
            [
                $"--DataDirectory={_data}",
                "--Ports:Web=0",
                "--Ports:Dashboard=0",
                "--Replicas:Api=2",
                "--RateLimiting:Enabled=false",
                $"--Parameters:admin-password={Admin.Password}",
            ],
            // Nobody reads the console of a run that goes well; a start that fails tells what they said.
            (options, _) => options.EnableResourceLogging = false,
            timeout.Token);
        // There is no dashboard: the services would collect telemetry and try to send it to nobody.
        foreach (var service in builder.Resources.OfType<ProjectResource>())
            builder.CreateResourceBuilder(service).WithEnvironment("OTEL_EXPORTER_OTLP_ENDPOINT", "");
        _app = await builder.BuildAsync(timeout.Token);
        try
        {
            await _app.StartAsync(timeout.Token);
            await _app.ResourceNotifications.WaitForResourceHealthyAsync("web", timeout.Token);
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException($"The application did not start.\n{await LogsAsync(_app)}", exception);
        }
    }

    /// <summary>A client of its own, without cookies, for the public address. What the API answers must be what its document says.</summary>
    public HttpClient CreateClient() =>
        new(new DocumentedResponses(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, BaseAddress)) { BaseAddress = BaseAddress };

    private static async Task<string> LogsAsync(DistributedApplication app)
    {
        var (logs, text) = (app.Services.GetRequiredService<ResourceLoggerService>(), new StringBuilder());
        foreach (var resource in app.Services.GetRequiredService<DistributedApplicationModel>().Resources)
        {
            await foreach (var lines in logs.GetAllAsync(resource))
                text.AppendJoin('\n', lines.Select(line => $"{resource.Name}: {line.Content}")).Append('\n');
        }

        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        if (Directory.Exists(_data))
            Directory.Delete(_data, recursive: true);
    }
}
