using System.Diagnostics;

namespace PrimeTask.Tests.Infrastructure;

/// <summary>A program as a process of its own, with all that it writes. It does not outlive its owner.</summary>
public sealed class LaunchedProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Found)> _waiters = [];

    private LaunchedProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Exit = WaitForExitAsync();
    }

    public int Id => _process.Id;

    /// <summary>The exit code, when it has ended and all of its output is there.</summary>
    public Task<int> Exit { get; }

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <param name="command">Program and arguments.</param>
    /// <param name="settings">Environment variables beside the inherited ones.</param>
    /// <param name="directory">Where it works; null for here.</param>
    public static LaunchedProcess Start(IEnumerable<string> command, IEnumerable<(string Name, string Value)>? settings = null, string? directory = null)
    {
        var (program, arguments) = (command.First(), command.Skip(1));
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory ?? "" };
        foreach (var (name, value) in settings ?? [])
            start.Environment[name] = value;
        return new LaunchedProcess(start);
    }

    /// <summary>Starts it, gives it its input and waits for its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        IEnumerable<string> command, TimeSpan longest, string input = "", IEnumerable<(string Name, string Value)>? settings = null, string? directory = null)
    {
        await using var process = Start(command, settings, directory);
        try
        {
            await process._process.StandardInput.WriteLineAsync(input);
            process._process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended without reading what it was given: how, its exit code says.
        }

        return (await process.Exit.WaitAsync(longest), process.Output);
    }

    /// <summary>The first line that holds the text.</summary>
    /// <exception cref="InvalidOperationException">The process ended without it.</exception>
    /// <exception cref="TimeoutException">It did not come in time.</exception>
    public async Task<string> WaitForLineAsync(string text, TimeSpan longest)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            if (_output.ToString().Split('\n').FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } line)
                return line;
            _waiters.Add((candidate => candidate.Contains(text, StringComparison.Ordinal), found));
        }

        try
        {
            var first = await Task.WhenAny(found.Task, Exit).WaitAsync(longest);
            return first == found.Task || found.Task.IsCompleted ? await found.Task : throw new InvalidOperationException($"The process ended.\n{Output}");
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"'{text}' did not come.\n{Output}");
        }
    }

    /// <param name="signal">Without SIG.</param>
    public void Signal(string signal) => Signal(_process.Id, signal);

    public static void Signal(int processId, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, $"{processId}"]);
        kill.WaitForExit();
    }

    /// <summary>Ends it in the middle of whatever it does.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await Exit;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (_output)
        {
            _output.AppendLine(line);
            foreach (var (wanted, found) in _waiters)
            {
                if (wanted(line))
                    found.TrySetResult(line);
            }
        }
    }
}
