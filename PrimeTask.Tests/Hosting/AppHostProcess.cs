using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace PrimeTask.Tests.Hosting;

/// <summary>An AppHost as people start it: a process of its own, with its output.</summary>
internal sealed class AppHostProcess : IAsyncDisposable
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly List<string> _output = [];

    private AppHostProcess(string[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Projects.PrimeTask_AppHost).Assembly.Location, .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    internal int Id => _process.Id;

    internal string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    internal static AppHostProcess Start(params string[] settings) => new(settings);

    /// <summary>Waits until the AppHost says that everything is ready.</summary>
    internal async Task WaitUntilReadyAsync()
    {
        for (var waited = Stopwatch.StartNew(); !Output.Contains("Ctrl+C stops everything.", StringComparison.Ordinal);)
        {
            Assert.False(_process.HasExited, Output);
            Assert.True(waited.Elapsed < _startTimeout, Output);
            await Task.Delay(50);
        }
    }

    internal Task<(int ExitCode, string Output)> WaitForExitAsync() => WaitForExitAsync(_startTimeout);

    internal async Task<(int ExitCode, string Output)> WaitForExitAsync(TimeSpan timeout)
    {
        using var limit = new CancellationTokenSource(timeout);
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, Output);
    }

    internal void Signal(string name) => Signal(_process.Id, name);

    internal static void Signal(int processId, string name)
    {
        using var kill = Process.Start("kill", ["-s", name, $"{processId}"]);
        kill.WaitForExit();
    }

    /// <summary>What the dashboard says of the resources.</summary>
    internal static async Task<JsonElement[]> ResourcesAsync(Uri dashboard)
    {
        using var http = new HttpClient { BaseAddress = dashboard };
        return (await http.GetFromJsonAsync<JsonElement[]>("/api/resources"))!;
    }

    internal static IEnumerable<int> ProcessIdsOf(IEnumerable<JsonElement> resources) =>
        from resource in resources
        from replica in resource.GetProperty("replicas").EnumerateArray()
        let pid = replica.GetProperty("pid")
        where pid.ValueKind == JsonValueKind.Number
        select pid.GetInt32();

    internal static bool IsAlive(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Signal("TERM");
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
    }
}
