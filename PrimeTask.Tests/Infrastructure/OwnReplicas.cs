namespace PrimeTask.Tests.Infrastructure;

/// <summary>Replicas of the API of a test class's own, on the shared database and cache unless their settings say otherwise.</summary>
public abstract class OwnReplicas(PrimeTaskApp app, int count) : IAsyncLifetime
{
    private readonly List<ServiceProcess> _replicas = [];

    /// <summary>What they were told.</summary>
    internal IReadOnlyList<(string Name, string Value)> Settings { get; private set; } = [];

    internal ServiceProcess First => _replicas[0];

    internal ServiceProcess Second => _replicas[1];

    protected PrimeTaskApp App => app;

    public virtual async ValueTask InitializeAsync()
    {
        Settings = [.. await app.SettingsAsync(), .. await ChooseSettingsAsync()];
        await PrepareAsync();
        _replicas.AddRange(await Task.WhenAll(Enumerable.Range(0, count).Select(_ => ServiceProcess.StartApiAsync(Settings))));
    }

    /// <summary>Also called after a start that failed half-way.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
            await replica.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs a command of the operator's to its end.</summary>
    internal Task<(int ExitCode, string Output)> CommandAsync(string[] arguments, string input = "") => ServiceProcess.CommandAsync(arguments, input, Settings);

    private protected abstract Task<(string Name, string Value)[]> ChooseSettingsAsync();

    private protected virtual Task PrepareAsync() => Task.CompletedTask;

    private protected async Task MigrateAsync()
    {
        var (exitCode, output) = await CommandAsync(["migrate"]);
        Assert.True(exitCode == 0, output);
    }
}
