using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PrimeTask.Tests.Web;

/// <summary>A web server of its own, as a process, in front of the replicas that a test names.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WebServer(string trustedProxies, Uri[] replicas)
    {
        var folder = AppContext.BaseDirectory.Replace("PrimeTask.Tests", "PrimeTask.Web", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "PrimeTask.Web.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder[..folder.IndexOf($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)],
        };
        start.Environment["TrustedProxies"] = trustedProxies;
        for (var i = 0; i < replicas.Length; i++)
            start.Environment[string.Create(CultureInfo.InvariantCulture, $"services__api__http__{i}")] = replicas[i].GetLeftPart(UriPartial.Authority);

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException($"The web server ended.\n{_output}"));
    }

    /// <summary>A client whose base address is this server.</summary>
    internal HttpClient Client { get; } = new(new SocketsHttpHandler { UseCookies = false });

    internal static Task<WebServer> StartAsync(params Uri[] replicas) => StartBehindAsync("", replicas);

    /// <param name="trustedProxies">The setting of that name.</param>
    /// <param name="replicas">Where the API is.</param>
    internal static async Task<WebServer> StartBehindAsync(string trustedProxies, params Uri[] replicas)
    {
        var server = new WebServer(trustedProxies, replicas);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server.Client.BaseAddress = await server._listening.Task.WaitAsync(_startTimeout);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.EnableRaisingEvents = false;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        const string Listening = "Now listening on: ";
        _output.AppendLine(line);
        if (line?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var start)
            _listening.TrySetResult(new Uri(line[(start + Listening.Length)..].Trim()));
    }
}
