namespace PrimeTask.Tests.Web;

/// <summary>A web server of its own, as a process, in front of the replicas that a test names.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly ServiceProcess _process;

    private WebServer(ServiceProcess process)
    {
        _process = process;
        Client = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = process.Address };
    }

    /// <summary>A client whose base address is this server.</summary>
    internal HttpClient Client { get; }

    internal static Task<WebServer> StartAsync(params Uri[] replicas) => StartBehindAsync("", replicas);

    /// <param name="trustedProxies">The setting of that name.</param>
    /// <param name="replicas">Where the API is.</param>
    internal static async Task<WebServer> StartBehindAsync(string trustedProxies, params Uri[] replicas) =>
        new(await ServiceProcess.StartWebAsync(replicas, ("TrustedProxies", trustedProxies)));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _process.DisposeAsync();
    }
}
