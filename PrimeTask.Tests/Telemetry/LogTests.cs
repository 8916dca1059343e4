namespace PrimeTask.Tests.Telemetry;

/// <summary>Logs as JSON lines: on the console, and in files that are bounded and no two replicas share.</summary>
public sealed class LogTests(LogTests.LoggingReplicas replicas) : IClassFixture<LogTests.LoggingReplicas>
{
    private const string Service = "PrimeTask.ApiService";
    private const string Listening = "Now listening on: {address}";

    /// <summary>In bytes.</summary>
    private const int Full = 16 * 1024 * 1024;

    [Fact]
    public async Task Files_OfReplicasBesideEachOther_AreTheirOwn()
    {
        // They have begun to serve, but may not have logged it yet.
        var logs = await ReadAsync(replicas.Directory);
        for (var attempt = 0; attempt < 200 && logs.Sum(Starts) < 2; attempt++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            logs = await ReadAsync(replicas.Directory);
        }

        Assert.Equal([$"{Service}-1-", $"{Service}-2-"], logs.Select(log => log.Name[..^"yyyyMMdd.log".Length]));
        Assert.All(logs, log => Assert.Equal(1, Starts(log)));
    }

    [Fact]
    public async Task Files_AfterRequests_HoldTheirTraceAndNothingPrivate()
    {
        using var user = await replicas.First.RegisterAsync();
        await user.AddTaskAsync("A-title-nobody-else-has");
        await user.GetAsync("tasks/?search=A-search-nobody-else-makes");
        await user.LoginAsync();
        await user.PostAsync("auth/login/", new { email = user.Email, password = "a-wrong-Harbour-89" });

        var text = string.Concat((await ReadAsync(replicas.Directory)).SelectMany(log => log.Events).Select(entry => entry.ToJsonString()));

        Assert.NotEmpty(text);
        foreach (var secret in new[] { user.Email, user.Username, ApiUser.Password, "a-wrong-Harbour-89", user.Access, user.Refresh, "A-title", "A-search", ServiceProcess.SigningKey })
            Assert.DoesNotContain(secret, text);
        Assert.All((await ReadAsync(replicas.Directory)).SelectMany(log => log.Events), entry => Assert.NotEqual("Debug", (string?)entry["@l"]));
    }

    [Fact]
    public async Task Files_AfterARestart_GoOnAndStayBounded()
    {
        using var directory = new TemporaryDirectory();
        var today = $"{Service}-1-{DateTime.Now:yyyyMMdd}";
        for (var day = 1; day <= 20; day++)
            await directory.WriteAsync($"{Service}-1-202001{day:00}.log", "{}\n");
        await directory.WriteAsync($"{today}.log", new string(' ', Full));

        for (var start = 0; start < 2; start++)
            await StartAndStopAsync(("Logging__Directory", directory.Path));

        var kept = System.IO.Directory.GetFiles(directory.Path, "*.log").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal([.. Enumerable.Range(7, 14).Select(day => $"{Service}-1-202001{day:00}"), today, $"{today}_001"], kept);
        Assert.Equal(2, Starts((await ReadAsync(directory.Path))[^1]));
    }

    [Fact]
    public async Task Console_AsJson_HasOnlyJson()
    {
        var output = await StartAndStopAsync(("Logging__Format", "json"));

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.All(lines, line => Assert.NotNull(JsonNode.Parse(line)!["@t"]));
        Assert.Contains(lines, line => (string?)JsonNode.Parse(line)!["address"] is { } address && address.StartsWith("http://127.0.0.1:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Logging__Format", "xml", "The setting Logging:Format is 'xml': it can be text or json.")]
    [InlineData("Logging__Directory", "/dev/null/logs", "The setting Logging:Directory is '/dev/null/logs', and no log can be written there: ")]
    public async Task Start_WithASettingThatCannotBe_EndsWithASentence(string name, string value, string sentence)
    {
        var (exitCode, output) = await ServiceProcess.CommandAsync([], settings: [.. OtherSettings(), (name, value)]);

        Assert.Equal(1, exitCode);
        Assert.StartsWith(sentence, Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    /// <summary>Of a process that leaves no file beside those of the replicas.</summary>
    private IEnumerable<(string Name, string Value)> OtherSettings() => replicas.Settings.Where(setting => setting.Name != "Logging__Directory");

    /// <summary>Starts a replica and stops it as soon as it serves.</summary>
    /// <returns>What it wrote to the console.</returns>
    private async Task<string> StartAndStopAsync((string, string) setting)
    {
        await using var api = LaunchedProcess.Start(
            ServiceProcess.Api(), [("ASPNETCORE_URLS", "http://127.0.0.1:0"), .. ServiceProcess.Production, .. OtherSettings(), setting]);
        await api.WaitForLineAsync("Now listening on: ", TimeSpan.FromMinutes(1));
        api.Signal("TERM");
        await api.Exit;
        return api.Output;
    }

    private static int Starts((string Name, JsonNode[] Events) log) => log.Events.Count(entry => (string?)entry["@mt"] == Listening);

    private static async Task<(string Name, JsonNode[] Events)[]> ReadAsync(string directory)
    {
        var logs = new List<(string, JsonNode[])>();
        foreach (var file in System.IO.Directory.GetFiles(directory, "*.log").Order(StringComparer.Ordinal))
        {
            var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            logs.Add((Path.GetFileName(file), [.. lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => JsonNode.Parse(line)!)]));
        }

        return [.. logs];
    }

    private sealed class TemporaryDirectory : IDisposable
    {
        public string Path { get; } = System.IO.Directory.CreateTempSubdirectory("primetask-logs-").FullName;

        public Task WriteAsync(string name, string text) => File.WriteAllTextAsync(System.IO.Path.Combine(Path, name), text, TestContext.Current.CancellationToken);

        public void Dispose() => System.IO.Directory.Delete(Path, recursive: true);
    }

    public sealed class LoggingReplicas(PrimeTaskApp app) : OwnReplicas(app, count: 2)
    {
        internal string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("primetask-logs-").FullName;

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            System.IO.Directory.Delete(Directory, recursive: true);
        }

        private protected override Task<(string, string)[]> ChooseSettingsAsync() => Task.FromResult<(string, string)[]>([("Logging__Directory", Directory)]);
    }
}
