using System.Security.Cryptography;

namespace PrimeTask.Tests.Infrastructure;

/// <summary>One of PrimeTask's services as a process of its own, on the servers and settings that it is given.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    /// <summary>Of all services that this process starts.</summary>
    public static readonly string SigningKey = RandomNumberGenerator.GetHexString(64, lowercase: true);

    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(60);

    /// <summary>Migrations of many tasks build indexes.</summary>
    private static readonly TimeSpan _commandTimeout = TimeSpan.FromMinutes(30);

    /// <summary>All run in Production, and this is what its checklist wants of them: their Postgres is on this machine. No balancer has to be waited for when they stop.</summary>
    internal static readonly (string, string)[] Production =
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"),
        ("AllowedHosts", "127.0.0.1;localhost;primetask.test"),
        ("Database__AllowWithoutTls", "true"),
        ("Jwt__SigningKey", SigningKey),
        ("Shutdown__Delay", "00:00:00"),
    ];

    private readonly LaunchedProcess _process;

    private ServiceProcess(LaunchedProcess process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Everything it logged.</summary>
    public string Output => _process.Output;

    /// <summary>A replica of the API.</summary>
    public static Task<ServiceProcess> StartApiAsync(params IEnumerable<(string Name, string Value)> settings) => StartAsync(Api(), Path(""), settings);

    /// <summary>The web app and the proxy, in front of the replicas at these addresses.</summary>
    public static Task<ServiceProcess> StartWebAsync(IEnumerable<Uri> replicas, params IEnumerable<(string Name, string Value)> settings)
    {
        var (command, directory) = Web();
        var addresses = replicas.Select((replica, index) => ($"services__api__http__{index}", replica.GetLeftPart(UriPartial.Authority)));
        return StartAsync(command, directory, [.. addresses, .. settings]);
    }

    /// <summary>The worker, which has no address: when it is there is in its output.</summary>
    internal static LaunchedProcess LaunchWorker(params IEnumerable<(string Name, string Value)> settings) =>
        LaunchedProcess.Start([.. Api(), "worker"], [.. Production, .. settings]);

    /// <summary>Runs a command of the operator's to its end.</summary>
    public static Task<(int ExitCode, string Output)> CommandAsync(string[] arguments, string input = "", params IEnumerable<(string Name, string Value)> settings) =>
        LaunchedProcess.RunAsync([.. Api(), .. arguments], _commandTimeout, input, [.. Production, .. settings]);

    /// <summary>Starts the web server, which must end by itself.</summary>
    public static Task<(int ExitCode, string Output)> EndedWebAsync(params IEnumerable<(string Name, string Value)> settings)
    {
        var (command, directory) = Web();
        return LaunchedProcess.RunAsync(command, _timeout, "", [.. Production, .. settings], directory);
    }

    /// <summary>Asks it to end.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> TerminateAsync()
    {
        _process.Signal("TERM");
        return _process.Exit;
    }

    public Task KillAsync() => _process.KillAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    /// <summary>The command that starts the API.</summary>
    internal static string[] Api() => ["dotnet", Path("PrimeTask.ApiService.dll")];

    /// <summary>Where it was built: its files lie beside its project.</summary>
    private static (string[] Command, string Directory) Web()
    {
        var folder = AppContext.BaseDirectory.Split($"{System.IO.Path.DirectorySeparatorChar}bin{System.IO.Path.DirectorySeparatorChar}");
        var project = System.IO.Path.Combine(Repository.Root, "PrimeTask.Web");
        return (["dotnet", System.IO.Path.Combine(project, "bin", folder[1], "PrimeTask.Web.dll")], project);
    }

    private static string Path(string file) => System.IO.Path.Combine(AppContext.BaseDirectory, file);

    private static async Task<ServiceProcess> StartAsync(IEnumerable<string> command, string directory, IEnumerable<(string, string)> settings)
    {
        var process = LaunchedProcess.Start(command, [("ASPNETCORE_URLS", "http://127.0.0.1:0"), .. Production, .. settings], directory);
        try
        {
            var line = await process.WaitForLineAsync(Listening, _timeout);
            return new ServiceProcess(process, new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim()));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }
}
