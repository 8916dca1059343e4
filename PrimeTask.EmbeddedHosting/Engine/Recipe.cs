namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>How one kind of resource is prepared, started and probed.</summary>
internal abstract class Recipe
{
    internal abstract Resource Resource { get; }

    internal virtual int Replicas => 1;

    /// <summary>A service is restarted whenever it ends; anything else has done its work with exit code 0.</summary>
    internal virtual bool IsService => true;

    /// <summary>What the resource needs before its first process: programs, files, directories.</summary>
    /// <exception cref="DistributedApplicationException">Something is missing; the message names the remedy.</exception>
    internal virtual Task PrepareAsync(Action<string> progress, CancellationToken cancellationToken) => Task.CompletedTask;

    internal abstract ValueTask<ProcessSpec> ProcessAsync(int replica);

    /// <summary>Asks the running process whether it can serve.</summary>
    /// <returns>Null when it can, else the reason why not.</returns>
    internal abstract Task<string?> ProbeAsync(int replica, CancellationToken cancellationToken);

    internal virtual Uri? UrlOf(int replica) => null;

    /// <summary>The environment that the engine gives to a process, for display.</summary>
    internal virtual async ValueTask<IReadOnlyDictionary<string, string?>> EnvironmentAsync(int replica) =>
        (await ProcessAsync(replica)).Environment;
}
