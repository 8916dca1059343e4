using System.Net.Http.Json;
using System.Text.Json;

namespace PrimeTask.Tests.Hosting;

/// <summary>One AppHost as a process of its own, through everything that can end it.</summary>
public sealed class LifecycleTests : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    // Only its owner can enter it: as root, the account that PostgreSQL runs as must get to the data all the same.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("primetask-tests-");
    private readonly (int Web, int Dashboard) _ports = (EmbeddedHosting.Engine.Ports.TakeFree(), EmbeddedHosting.Engine.Ports.TakeFree());

    private string DataDirectory => Path.Combine(_folder.FullName, "data");

    private Uri Web => new($"http://localhost:{_ports.Web}");

    private Uri Dashboard => new($"http://localhost:{_ports.Dashboard}");

    [Fact]
    public async Task AppHost_KilledAndStartedAgain_LeavesNoProcessAndKeepsAllData()
    {
        int[] children;
        await using (var first = await StartAsync())
        {
            await RegisterAsync("survivor");
            children = [.. AppHostProcess.ProcessIdsOf(await AppHostProcess.ResourcesAsync(Dashboard))];
            Assert.Equal(4, children.Length); // Postgres, cache, API, web.
            await ExpectSecondIsRefusedAsync(first.Id);
            await ExpectMaskedAsync(first);

            first.Signal("KILL");
            await EventuallyAsync(() => !children.Any(AppHostProcess.IsAlive), "a child outlived the AppHost");
        }

        await using var second = await StartAsync();
        await SignInAsync("survivor");
        Assert.DoesNotContain("Password of the first admin", second.Output, StringComparison.Ordinal);

        await ExpectServicesComeBackAsync();

        children = [.. AppHostProcess.ProcessIdsOf(await AppHostProcess.ResourcesAsync(Dashboard))];
        second.Signal("TERM");
        var (exitCode, _) = await second.WaitForExitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(0, exitCode);
        Assert.DoesNotContain(children, AppHostProcess.IsAlive);
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

    private async Task ExpectMaskedAsync(AppHostProcess appHost)
    {
        var secrets = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(await File.ReadAllTextAsync(Path.Combine(DataDirectory, "secrets.json")))!;
        using var http = new HttpClient { BaseAddress = Dashboard };
        var environment = await http.GetStringAsync("/api/resources/api/environment") + await http.GetStringAsync("/api/resources/migrations/environment");
        Assert.Contains("ConnectionStrings__primetask", environment, StringComparison.Ordinal);
        foreach (var (name, secret) in secrets)
        {
            var value = secret.GetProperty("Value").GetString()!;
            Assert.DoesNotContain(value, environment, StringComparison.Ordinal);
            Assert.Equal(name == "admin-password" ? 1 : 0, appHost.Output.Split(value).Length - 1);
        }
    }

    private async Task ExpectServicesComeBackAsync()
    {
        foreach (var name in (string[])["api", "postgres", "cache"])
        {
            var killed = AppHostProcess.ProcessIdsOf(await ResourceAsync(name)).Single();
            AppHostProcess.Signal(killed, "KILL");
            await EventuallyAsync(
                async () => (await ResourceAsync(name)).Single() is var resource
                    && resource.GetProperty("health").GetString() == "Healthy"
                    && AppHostProcess.ProcessIdsOf([resource]).Single() != killed,
                $"{name} did not come back");
        }

        await EventuallyAsync(async () => (await TrySignInAsync("survivor")).IsSuccessStatusCode, "nobody can sign in");
    }

    private async Task<IEnumerable<JsonElement>> ResourceAsync(string name) =>
        (await AppHostProcess.ResourcesAsync(Dashboard)).Where(resource => resource.GetProperty("name").GetString() == name);

    private async Task RegisterAsync(string name)
    {
        using var http = new HttpClient { BaseAddress = Web };
        using var response = await http.PostAsJsonAsync(
            "/api/v1/auth/register/",
            new { email = $"{name}@example.com", username = name, password = "correct-horse-battery", password_confirm = "correct-horse-battery" });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task SignInAsync(string name)
    {
        using var response = await TrySignInAsync(name);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> TrySignInAsync(string name)
    {
        using var http = new HttpClient { BaseAddress = Web };
        return await http.PostAsJsonAsync("/api/v1/auth/login/", new { email = $"{name}@example.com", password = "correct-horse-battery" });
    }

    private static Task EventuallyAsync(Func<bool> condition, string otherwise) => EventuallyAsync(() => Task.FromResult(condition()), otherwise);

    private static async Task EventuallyAsync(Func<Task<bool>> condition, string otherwise)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); !await condition();)
        {
            Assert.True(waited.Elapsed < _patience, otherwise);
            await Task.Delay(100);
        }
    }
}
