namespace PrimeTask.Tests.Web;

/// <summary>The web app before one API process with a database of its own: for what the shared one can't show, an only admin and an API that is gone.</summary>
public sealed class LoneApp(PrimeTaskApp shared) : IAsyncLifetime
{
    private (string, string)[] _settings = [];
    private ServiceProcess? _api;
    private WebServer? _web;

    public static string AdminEmail => "only@example.com";

    public Uri BaseAddress => _web!.Client.BaseAddress!;

    public async ValueTask InitializeAsync()
    {
        var connection = await shared.App.GetConnectionStringAsync("primetask", TestContext.Current.CancellationToken);
        _settings =
        [
            ("ConnectionStrings__primetask", new NpgsqlConnectionStringBuilder(connection) { Database = $"lone_{Guid.NewGuid():N}" }.ConnectionString),
            ("ConnectionStrings__cache", "127.0.0.1:1"),
            ("RateLimiting__Enabled", "false"),
            ("Admin__Email", AdminEmail),
            ("Admin__Password", ApiUser.Password),
        ];
        var (exitCode, output) = await ServiceProcess.CommandAsync(["migrate"], settings: _settings);
        Assert.True(exitCode == 0, output);
        _api = await ServiceProcess.StartApiAsync(_settings);
        _web = await WebServer.StartAsync(_api.Address);
    }

    public ApiUser Anonymous() => new(new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = BaseAddress });

    public async Task StopApiAsync() => await _api!.DisposeAsync();

    /// <summary>After it was stopped: at the same address.</summary>
    public async Task StartApiAsync() => _api = await ServiceProcess.StartApiAsync([.. _settings, ("ASPNETCORE_URLS", _api!.Address.ToString())]);

    public async ValueTask DisposeAsync()
    {
        // Also called after a start that failed half-way.
        if (_web is not null)
            await _web.DisposeAsync();
        if (_api is not null)
            await _api.DisposeAsync();
    }
}
