using PrimeTask.EmbeddedHosting.Engine;

namespace PrimeTask.EmbeddedHosting;

/// <summary>Waits for resources.</summary>
public sealed class ResourceNotificationService
{
    private readonly Orchestrator _orchestrator;

    internal ResourceNotificationService(Orchestrator orchestrator) => _orchestrator = orchestrator;

    /// <summary>Returns when every replica of the resource is healthy.</summary>
    public Task WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default)
    {
        var runner = _orchestrator.RunnerOf(resourceName);
        return _orchestrator.Changes.WaitUntilAsync(() => runner.IsHealthy, cancellationToken);
    }

    /// <summary>Returns when the resource is in a state of <see cref="KnownResourceStates"/>.</summary>
    public Task WaitForResourceAsync(string resourceName, string targetState, CancellationToken cancellationToken = default)
    {
        var runner = _orchestrator.RunnerOf(resourceName);
        return _orchestrator.Changes.WaitUntilAsync(() => runner.State == targetState, cancellationToken);
    }
}

/// <summary>The outcome of a command.</summary>
public sealed record ExecuteCommandResult(bool Success, string? ErrorMessage = null);

/// <summary>Starts, stops and restarts resources of a running application.</summary>
public sealed class ResourceCommandService
{
    private readonly Orchestrator _orchestrator;

    internal ResourceCommandService(Orchestrator orchestrator) => _orchestrator = orchestrator;

    /// <param name="resourceId">The resource's name.</param>
    /// <param name="commandName">One of <see cref="KnownResourceCommands"/>.</param>
    /// <param name="cancellationToken">Not needed: a command that has begun is carried out.</param>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ResourceRunner runner;
        try
        {
            runner = _orchestrator.RunnerOf(resourceId);
        }
        catch (DistributedApplicationException exception)
        {
            return new ExecuteCommandResult(false, exception.Message);
        }

        var (stop, start) = (commandName != KnownResourceCommands.StartCommand, commandName != KnownResourceCommands.StopCommand);
        if (stop && start && commandName != KnownResourceCommands.RestartCommand)
            return new ExecuteCommandResult(false, $"There is no command '{commandName}'.");
        if (stop)
            await runner.StopAsync();
        if (start)
            await runner.StartAsync(failFast: () => false);
        return new ExecuteCommandResult(true);
    }
}
