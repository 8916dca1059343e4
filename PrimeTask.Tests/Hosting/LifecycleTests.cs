using System.Net.Http.Json;
using System.Text.Json;

namespace PrimeTask.Tests.Hosting;

/// <summary>One AppHost as a process of its own, through everything that can end it.</summary>
public sealed class LifecycleTests : IAsyncDisposable
{
    // 127.0.0.1, ::1 and 127.0.0.1 mapped into IPv6, as /proc/net has them.
    private static readonly string[] _loopback = ["0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F"];

    private static readonly string[] _tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    // Only its owner can enter it: as root, the account that PostgreSQL runs as must get to the data all the same.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("primetask-tests-");
    private readonly (int Web, int Dashboard) _ports = (FreePort.Take(), FreePort.Take());

    private string DataDirectory => Path.Combine(_folder.FullName, "data");

    private Uri Web => new($"http://localhost:{_ports.Web}");

    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task AppHost_KilledAndStartedAgain_LeavesNoProcessAndKeepsAllData()
    {
        await using (var first = await StartAsync())
        {
            await RegisterAsync("survivor");
            Assert.Equal(1, Occurrences(first.Output, Secrets()["admin-password"]));
            await ExpectSecondIsRefusedAsync(first.Id);
            await ExpectNoSecretsAsync(first);
            ExpectOnlyThisMachineCanConnect(first);

            first.Signal("KILL");
            await EventuallyAsync(() => first.Children().Count == 0, () => $"a child outlived the AppHost: {string.Join('\n', first.Children().Values)}");
        }

        await using var second = await StartAsync();
        await SignInAsync("survivor");
        Assert.DoesNotContain(Secrets()["admin-password"], second.Output, StringComparison.Ordinal);

        await ExpectServicesComeBackAsync(second);

        second.Signal("TERM");
        var (exitCode, output) = await second.WaitForExitAsync(_patience);
        Assert.True(exitCode == 0, output);
        await EventuallyAsync(() => second.Children().Count == 0, () => $"a child outlived the AppHost: {string.Join('\n', second.Children().Values)}");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<AppHostProcess> StartAsync()
    {
        var appHost = AppHostProcess.Start($"--DataDirectory={DataDirectory}", $"--Ports:Web={_ports.Web}", $"--Ports:Dashboard={_ports.Dashboard}");
        await appHost.WaitUntilReadyAsync();
        return appHost;
    }

    private async Task ExpectSecondIsRefusedAsync(int holder)
    {
        await using var second = AppHostProcess.Start($"--DataDirectory={DataDirectory}", "--Ports:Web=0", "--Ports:Dashboard=0");

        var (exitCode, output) = await second.WaitForExitAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains($"The data directory {DataDirectory} is in use by another AppHost (process {holder}).", output, StringComparison.Ordinal);
        await SignInAsync("survivor");
    }

    private async Task ExpectNoSecretsAsync(AppHostProcess appHost)
    {
        var commandLines = string.Join('\n', appHost.Children().Values);
        foreach (var (name, secret) in Secrets())
        {
            Assert.DoesNotContain(secret, commandLines, StringComparison.Ordinal);
            Assert.Equal(name == "admin-password" ? 1 : 0, Occurrences(appHost.Output, secret));
        }

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var response = await http.GetAsync(new Uri($"http://localhost:{_ports.Dashboard}/"));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Contains("/login?", response.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    // /proc/net/tcp and tcp6 (proc_net(5)): the second field is the local address in hexadecimal, the fourth the state, 0A for listening, the tenth the socket.
    private static void ExpectOnlyThisMachineCanConnect(AppHostProcess appHost)
    {
        var sockets = appHost.Children().Keys.Append(appHost.Id).SelectMany(SocketsOf).ToHashSet();
        var listening = from table in _tables
                        from line in File.ReadLines(table).Skip(1)
                        let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        where fields[3] == "0A" && sockets.Contains($"socket:[{fields[9]}]")
                        select fields[1].Split(':')[0];

        var addresses = listening.ToList();

        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.Contains(address, _loopback));
    }

    private static IEnumerable<string> SocketsOf(int process)
    {
        try
        {
            return [.. Directory.EnumerateFiles($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/fd").Select(file => new FileInfo(file).LinkTarget ?? "")];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return []; // It has just ended.
        }
    }

    private async Task ExpectServicesComeBackAsync(AppHostProcess appHost)
    {
        foreach (var program in Soak.Cases(2, "PrimeTask.ApiService.dll", $"-D {DataDirectory}/postgres", "PrimeTask.Web.dll", "GarnetServer.dll"))
        {
            var killed = appHost.ChildWith(program);
            LaunchedProcess.Signal(killed!.Value, "KILL");
            await EventuallyAsync(() => appHost.ChildWith(program) is { } id && id != killed, () => $"{program} did not come back");
            await EventuallyAsync(async () => await CanSignInAsync("survivor"), () => $"nobody can sign in after {program} was killed");
        }
    }

    private Dictionary<string, string> Secrets() =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(Path.Combine(DataDirectory, "secrets.json")))!
            .ToDictionary(secret => secret.Key, secret => secret.Value.GetProperty("Value").GetString()!);

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private async Task RegisterAsync(string name)
    {
        using var http = new HttpClient { BaseAddress = Web };
        using var response = await http.PostAsJsonAsync(
            "/api/v1/auth/register/",
            new { email = $"{name}@example.com", username = name, password = "correct-horse-battery", password_confirm = "correct-horse-battery" });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task SignInAsync(string name) => Assert.True(await CanSignInAsync(name));

    private async Task<bool> CanSignInAsync(string name)
    {
        try
        {
            using var http = new HttpClient { BaseAddress = Web };
            using var response = await http.PostAsJsonAsync("/api/v1/auth/login/", new { email = $"{name}@example.com", password = "correct-horse-battery" });
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // While the web server itself is away.
        }
    }

    private static Task EventuallyAsync(Func<bool> condition, Func<string> otherwise) => EventuallyAsync(() => Task.FromResult(condition()), otherwise);

    private static async Task EventuallyAsync(Func<Task<bool>> condition, Func<string> otherwise)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); !await condition();)
        {
            Assert.True(waited.Elapsed < _patience, otherwise());
            await Task.Delay(100);
        }
    }
}
