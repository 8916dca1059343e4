using Npgsql;
using PrimeTask.CacheCheck.Processes;
using PrimeTask.Tests.Accounts;
using PrimeTask.Tests.Infrastructure;

namespace PrimeTask.Tests.Web;

/// <summary>The web app before one API process with a database of its own: for what the shared one can't show, an only admin and an API that is gone.</summary>
internal sealed class LoneApp : IAsyncDisposable
{
    private readonly (string, string)[] _settings;
    private ServiceProcess? _api;
    private WebServer? _web;

    private LoneApp(string connection) => _settings =
    [
        ("ConnectionStrings__primetask", connection),
        ("ConnectionStrings__cache", "127.0.0.1:1"),
        ("RateLimiting__Enabled", "false"),
        ("Passwords__Iterations", "20000"),
    ];

    public static string AdminEmail => "only@example.com";

    public Uri BaseAddress => _web!.Client.BaseAddress!;

    public static async Task<LoneApp> StartAsync(PrimeTaskApp shared)
    {
        var connection = await shared.App.GetConnectionStringAsync("primetask", TestContext.Current.CancellationToken);
        var app = new LoneApp(new NpgsqlConnectionStringBuilder(connection) { Database = $"lone_{Guid.NewGuid():N}" }.ConnectionString);
        await app.CommandAsync("migrate");
        await app.CommandAsync("create-admin", "--email", AdminEmail);
        app._api = await ServiceProcess.StartApiAsync(app._settings);
        app._web = await WebServer.StartAsync(app._api.Address);
        return app;
    }

    public ApiUser Anonymous() => new(new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = BaseAddress });

    public async Task StopApiAsync() => await _api!.DisposeAsync();

    /// <summary>After it was stopped: at the same address.</summary>
    public async Task StartApiAsync() => _api = await ServiceProcess.StartApiAsync([.. _settings, ("ASPNETCORE_URLS", _api!.Address.ToString())]);

    public async ValueTask DisposeAsync()
    {
        await _web!.DisposeAsync();
        await _api!.DisposeAsync();
    }

    private async Task CommandAsync(params string[] arguments)
    {
        var (exitCode, output) = await ServiceProcess.CommandAsync(arguments, ApiUser.Password, _settings);
        Assert.True(exitCode == 0, output);
    }
}
