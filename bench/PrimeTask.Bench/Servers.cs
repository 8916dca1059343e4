using Aspire.Hosting;
using Aspire.Hosting.Testing;

namespace PrimeTask.Bench;

/// <summary>The AppHost, for its Postgres and its Redis.</summary>
internal sealed class Servers : IAsyncDisposable
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromMinutes(2);

    private readonly DistributedApplication _app;
    private readonly string? _toDelete;

    private Servers(DistributedApplication app, string? toDelete) => (_app, _toDelete) = (app, toDelete);

    public string Postgres { get; private init; } = "";

    public string Redis { get; private init; } = "";

    /// <param name="data">Where the data lie and stay; null for a directory that is deleted afterwards.</param>
    public static async Task<Servers> StartAsync(string? data = null)
    {
        using var timeout = new CancellationTokenSource(_startTimeout);
        var directory = data ?? Path.Combine(Path.GetTempPath(), $"primetask-bench-{Guid.NewGuid():N}");
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.PrimeTask_AppHost>(
            [$"--DataDirectory={directory}", "--Ports:Web=0", "--Ports:Dashboard=0", $"--Parameters:admin-password={Guid.NewGuid():N}"],
            (options, _) => options.EnableResourceLogging = false,
            timeout.Token);
        var app = await builder.BuildAsync(timeout.Token);
        await app.StartAsync(timeout.Token);
        return new Servers(app, data is null ? directory : null)
        {
            Postgres = await app.GetConnectionStringAsync("postgres", timeout.Token) ?? "",
            Redis = await app.GetConnectionStringAsync("cache", timeout.Token) ?? "",
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_toDelete is not null)
            Directory.Delete(_toDelete, recursive: true);
    }
}
