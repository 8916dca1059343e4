using Npgsql;

namespace PrimeTask.Tests.Data;

/// <summary>A replica on the shared database and cache, with a proxy in between that loses the database's answers.</summary>
public sealed class LossyReplica(PrimeTaskApp app) : IAsyncLifetime
{
    private PostgresProxy? _proxy;
    private ServiceProcess? _replica;

    internal PrimeTaskApp App => app;

    internal PostgresProxy Proxy => _proxy!;

    /// <summary>The first admin, signed in.</summary>
    internal ApiUser Admin { get; private set; } = null!;

    /// <summary>What the replica logged.</summary>
    internal string Output => _replica!.Output;

    internal ApiUser Anonymous() => _replica!.Anonymous();

    internal Task<ApiUser> RegisterAsync() => _replica!.RegisterAsync();

    public async ValueTask InitializeAsync()
    {
        var database = await app.App.GetConnectionStringAsync("primetask", TestContext.Current.CancellationToken);
        var direct = new NpgsqlConnectionStringBuilder(database);
        _proxy = new PostgresProxy(direct.Host == "localhost" ? "127.0.0.1" : direct.Host!, direct.Port);
        _replica = await ServiceProcess.StartApiAsync(
            ("ConnectionStrings__primetask", new NpgsqlConnectionStringBuilder(database) { Host = "127.0.0.1", Port = _proxy.Port }.ConnectionString),
            ("ConnectionStrings__primetask-session", direct.ConnectionString),
            ("ConnectionStrings__cache", (await app.App.GetConnectionStringAsync("cache", TestContext.Current.CancellationToken))!),
            // Each connection would prepare them anew, and a write would get now more answers and now fewer.
            ("Database__PreparedStatements", "false"),
            ("RateLimiting__Enabled", "false"));
        Admin = Anonymous();
        await Admin.LoginAsync(PrimeTaskApp.Admin.Email, PrimeTaskApp.Admin.Password);
    }

    public async ValueTask DisposeAsync()
    {
        Admin?.Dispose();
        if (_replica is not null)
            await _replica.DisposeAsync();
        if (_proxy is not null)
            await _proxy.DisposeAsync();
    }
}
