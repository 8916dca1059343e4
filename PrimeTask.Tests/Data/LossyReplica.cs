namespace PrimeTask.Tests.Data;

/// <summary>A replica on the shared database and cache, with a proxy in between that loses the database's responses.</summary>
public sealed class LossyReplica(PrimeTaskApp app) : OwnReplicas(app, count: 1)
{
    internal PostgresProxy Proxy { get; private set; } = null!;

    /// <summary>The first admin, signed in.</summary>
    internal ApiUser Admin { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Admin = First.Anonymous();
        await Admin.LoginAsync(PrimeTaskApp.Admin.Email, PrimeTaskApp.Admin.Password);
    }

    public override async ValueTask DisposeAsync()
    {
        Admin?.Dispose();
        await base.DisposeAsync();
        await (Proxy?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private protected override async Task<(string, string)[]> ChooseSettingsAsync()
    {
        var direct = new NpgsqlConnectionStringBuilder(await App.ConnectionAsync("primetask"));
        Proxy = new PostgresProxy("127.0.0.1", direct.Port);
        return
        [
            ("ConnectionStrings__primetask", Proxy.Through(direct.ConnectionString)),
            ("ConnectionStrings__primetask-session", direct.ConnectionString),
            // Each connection would prepare them anew, and a write would get now more responses and now fewer.
            ("Database__PreparedStatements", "false"),
            ("RateLimiting__Enabled", "false"),
        ];
    }
}
