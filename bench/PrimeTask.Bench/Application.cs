using System.Diagnostics;
using PrimeTask.CacheCheck.Load;

namespace PrimeTask.CacheCheck;

/// <summary>The AppHost, for its Postgres and its Redis, with data of its own, or in a directory that is kept.</summary>
public sealed class Application : IAsyncDisposable
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromMinutes(2);

    private readonly string _data;
    private readonly bool _keep;
    private DistributedApplication? _app;

    private Application(string? data) =>
        (_data, _keep) = (data ?? Path.Combine(Path.GetTempPath(), $"primetask-bench-{Guid.NewGuid():N}"), data is not null);

    public Servers Servers { get; private set; } = new("", "", null);

    /// <param name="data">Where the data lie and stay; null for a directory that is deleted afterwards.</param>
    public static async Task<Application> StartAsync(string? data = null)
    {
        using var timeout = new CancellationTokenSource(_startTimeout);
        var application = new Application(data);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.PrimeTask_AppHost>(
            [$"--DataDirectory={application._data}", "--Ports:Web=0", "--Ports:Dashboard=0", $"--Parameters:admin-password={Guid.NewGuid():N}"],
            // Their logs would hide the results: a database whose connections are cut says so each time.
            (options, _) => options.EnableResourceLogging = false,
            timeout.Token);
        var app = application._app = await builder.BuildAsync(timeout.Token);
        await app.StartAsync(timeout.Token);
        application.Servers = new Servers(
            await app.GetConnectionStringAsync("postgres", timeout.Token) ?? "",
            await app.GetConnectionStringAsync("cache", timeout.Token) ?? "",
            application.KillRedisAsync);
        return application;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        if (!_keep && Directory.Exists(_data))
            Directory.Delete(_data, recursive: true);
    }

    /// <summary>SIGKILL; the AppHost starts it again. Its command line names a file in our data directory, so it is surely ours.</summary>
    private async Task KillRedisAsync()
    {
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                var commandLine = $"/proc/{process.Id}/cmdline";
                if (!File.Exists(commandLine) || !(await File.ReadAllTextAsync(commandLine)).Contains(Path.Combine(_data, "cache.garnet.json"), StringComparison.Ordinal))
                    continue;
                process.Kill();
                await process.WaitForExitAsync();
                return;
            }
        }

        throw new InvalidOperationException("The process of Redis was not found.");
    }
}
