using System.Diagnostics;
using System.Text;

namespace PrimeTask.CacheCheck.Load;

/// <summary>A replica of the API as a process of its own, on the servers and settings that it is given.</summary>
public sealed class ApiProcess : IAsyncDisposable
{
    public const string SigningKey = "a-signing-key-that-only-the-tests-know-4711";

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(60);

    /// <summary>Migrations of many tasks build indexes.</summary>
    private static readonly TimeSpan _commandTimeout = TimeSpan.FromMinutes(30);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ApiProcess(string[] arguments, IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PrimeTask.ApiService.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Jwt__SigningKey"] = SigningKey;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException($"The API ended.\n{Output}"));
    }

    /// <summary>Everything it logged.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public static async Task<ApiProcess> StartAsync(params IEnumerable<(string Name, string Value)> settings)
    {
        var api = new ApiProcess([], settings);
        api.Run();
        api.Address = await api._listening.Task.WaitAsync(_timeout);
        return api;
    }

    /// <summary>Runs a command of the operator's to its end.</summary>
    public static async Task<(int ExitCode, string Output)> CommandAsync(
        string[] arguments, string input = "", params IEnumerable<(string Name, string Value)> settings)
    {
        await using var api = new ApiProcess(arguments, settings);
        api.Run();
        await api._process.StandardInput.WriteLineAsync(input);
        api._process.StandardInput.Close();
        await api._process.WaitForExitAsync().WaitAsync(_commandTimeout);
        return (api._process.ExitCode, api.Output);
    }

    /// <summary>Ends it in the middle of whatever it does.</summary>
    public async Task KillAsync()
    {
        _process.EnableRaisingEvents = false;
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Run()
    {
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Read(string? line)
    {
        const string Listening = "Now listening on: ";
        lock (_output)
            _output.AppendLine(line);
        if (line?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var start)
            _listening.TrySetResult(new Uri(line[(start + Listening.Length)..].Trim()));
    }
}
