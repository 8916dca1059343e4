namespace PrimeTask.Tests.Infrastructure;

/// <summary>An AppHost as people start it: a process of its own, with its output.</summary>
internal sealed class AppHostProcess : IAsyncDisposable
{
    private const string Ready = "Ctrl+C stops everything.";

    private static readonly TimeSpan _startTimeout = TimeSpan.FromSeconds(90);

    private readonly LaunchedProcess _process;

    // Every process inherits the environment, so all that belongs to this AppHost can be told from what belongs to others.
    private readonly string _mark = $"PRIMETASK_TESTS={Guid.NewGuid():N}";

    private AppHostProcess(string[] settings)
    {
        var mark = _mark.Split('=');
        // As dotnet run does it with the launch profile: in the folder of the project, which has the settings.
        _process = LaunchedProcess.Start(
            ["dotnet", typeof(Projects.PrimeTask_AppHost).Assembly.Location, .. settings],
            [(mark[0], mark[1]), ("DOTNET_ENVIRONMENT", "Development"), ("ASPNETCORE_ENVIRONMENT", "Development")],
            Path.Combine(Repository.Root, "PrimeTask.AppHost"));
    }

    internal int Id => _process.Id;

    internal string Output => _process.Output;

    internal static AppHostProcess Start(params string[] settings) => new(settings);

    /// <summary>Waits until the AppHost says that everything is ready.</summary>
    internal Task WaitUntilReadyAsync() => _process.WaitForLineAsync(Ready, _startTimeout);

    internal Task<(int ExitCode, string Output)> WaitForExitAsync() => WaitForExitAsync(_startTimeout);

    internal async Task<(int ExitCode, string Output)> WaitForExitAsync(TimeSpan timeout) => (await _process.Exit.WaitAsync(timeout), Output);

    internal void Signal(string name) => _process.Signal(name);

    /// <summary>The processes that this AppHost has started, by id, with their command lines.</summary>
    internal IReadOnlyDictionary<int, string> Children()
    {
        var children = new Dictionary<int, string>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id) || id == _process.Id)
                continue;
            try
            {
                if (File.ReadAllText(Path.Combine(folder, "environ")).Contains(_mark, StringComparison.Ordinal))
                    children[id] = File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ');
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It has just ended, or is another account's, which none of ours is that the tests look for.
                continue;
            }
        }

        return children;
    }

    /// <summary>The one child whose command line holds the text; null while there is none.</summary>
    internal int? ChildWith(string text) =>
        Children().Where(child => child.Value.Contains(text, StringComparison.Ordinal) && !child.Value.Contains("monitor-process", StringComparison.Ordinal))
            .Select(child => (int?)child.Key).Order().FirstOrDefault();

    public async ValueTask DisposeAsync()
    {
        if (!_process.Exit.IsCompleted)
        {
            Signal("TERM");
            await _process.Exit;
        }

        await _process.DisposeAsync();
    }
}
