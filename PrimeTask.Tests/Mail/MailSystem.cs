using PrimeTask.Tests.Jobs;
using PrimeTask.Tests.Web;

namespace PrimeTask.Tests.Mail;

/// <summary>PrimeTask with mail: an API, the web app before it, a worker and an SMTP server, on a database of their own.</summary>
public sealed class MailSystem(PrimeTaskApp app) : IAsyncLifetime
{
    /// <summary>How many mails an account may have asked for.</summary>
    public const int AccountMails = 3;

    private ServiceProcess? _api;
    private WebServer? _web;

    internal JobDatabase Database { get; private set; } = null!;

    internal MailServer Server { get; private set; } = null!;

    /// <summary>Where people reach the web app.</summary>
    internal Uri PublicAddress => _web!.Client.BaseAddress!;

    public async ValueTask InitializeAsync()
    {
        Database = await JobDatabase.CreateAsync(app);
        Server = MailServer.Start();
        _api = await ServiceProcess.StartApiAsync(
            Database.Setting, ("ConnectionStrings__cache", "127.0.0.1:1"), ("Mail__Host", "127.0.0.1"), ("RateLimiting__AccountMails", $"{AccountMails}"),
            ("RateLimiting__Register", "100000"), ("RateLimiting__Login", "100000"), ("RateLimiting__PasswordReset", "100000"));
        _web = await WebServer.StartAsync(_api.Address);
        await Database.StartAsync([.. Settings(Server.Port, PublicAddress), ("Mail__Tls", "None"), ("Mail__AllowWithoutTls", "true"), ("Jobs__FirstDelay", "00:00:00.3")]);
    }

    public async ValueTask DisposeAsync()
    {
        // Also called after a start that failed half-way.
        if (_web is not null)
            await _web.DisposeAsync();
        if (_api is not null)
            await _api.DisposeAsync();
        if (Database is not null)
            await Database.DisposeAsync();
        if (Server is not null)
            await Server.DisposeAsync();
    }

    /// <summary>What a worker needs to send mail.</summary>
    internal static (string, string)[] Settings(int port, Uri publicAddress) =>
        [("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{port}"), ("Mail__From", "PrimeTask <tasks@primetask.test>"), ("Mail__PublicAddress", publicAddress.ToString())];

    internal ApiUser Anonymous() => _api!.Anonymous();

    internal Task<ApiUser> RegisterAsync() => _api!.RegisterAsync();

    /// <summary>What the API says to a request for a link, which must be taken.</summary>
    internal static async Task<ApiResponse> AskForResetAsync(ApiUser caller, string email, params (string, string)[] headers)
    {
        var response = await caller.PostAsync("auth/password-reset/", new { email }, headers);
        Assert.Equal(HttpStatusCode.Accepted, response.Status);
        return response;
    }

    /// <summary>Waits until the worker has nothing more to do for now.</summary>
    internal Task UntilIdleAsync() => Database.UntilAsync("NOT EXISTS (SELECT FROM jobs WHERE NOT recurring)");
}

/// <summary>The classes of this collection have mail together; each test has users of its own.</summary>
[CollectionDefinition(nameof(MailSystem))]
public sealed class SharedMailSystem : ICollectionFixture<MailSystem>;
