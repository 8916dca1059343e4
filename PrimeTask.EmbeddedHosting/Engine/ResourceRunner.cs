namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>Runs all replicas of one resource, from its dependencies to its end.</summary>
internal sealed class ResourceRunner : IDisposable
{
    private readonly Recipe _recipe;
    private readonly Func<Dependency, CancellationToken, Task> _waitFor;
    private readonly Changes _changes;
    private readonly SemaphoreSlim _commands = new(1);
    private CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;

    internal ResourceRunner(Recipe recipe, ResourceLog log, Changes changes, Func<Dependency, CancellationToken, Task> waitFor)
    {
        (_recipe, Log, _changes, _waitFor) = (recipe, log, changes, waitFor);
        Replicas = [.. Enumerable.Range(0, recipe.Replicas).Select(index => new Replica(recipe, index, log, changes))];
    }

    internal Resource Resource => _recipe.Resource;

    internal ResourceLog Log { get; }

    internal IReadOnlyList<Replica> Replicas { get; }

    /// <summary>Why the resource could not be started; null while nothing is wrong.</summary>
    internal DistributedApplicationException? Failure { get; private set; }

    /// <summary>The best state of its replicas: while one runs, the resource runs.</summary>
    internal string State => Replicas.FirstOrDefault(replica => replica.State == KnownResourceStates.Running)?.State ?? Replicas[0].State;

    internal string? Health => Replicas.Count(replica => replica.Healthy == true) switch
    {
        var healthy when healthy == Replicas.Count => "Healthy",
        > 0 => "Degraded",
        _ => Replicas.Any(replica => replica.Healthy == false) ? "Unhealthy" : null,
    };

    internal bool IsHealthy => Health == "Healthy";

    internal bool IsFinished => Replicas.All(replica => replica.State == KnownResourceStates.Finished);

    /// <summary>Ready for what waits for it: healthy, or done when it is no service.</summary>
    internal bool IsReady => _recipe.IsService ? IsHealthy : IsFinished;

    /// <summary>Starts the resource in the background, unless it runs already.</summary>
    internal Task StartAsync(Func<bool> failFast) => ExclusivelyAsync(() =>
    {
        if (_run.IsCompleted)
        {
            _stop.Dispose();
            _stop = new CancellationTokenSource();
            _run = RunAsync(failFast, _stop.Token);
        }

        return Task.CompletedTask;
    });

    /// <summary>Stops the resource and returns when its processes have ended.</summary>
    internal Task StopAsync() => ExclusivelyAsync(async () =>
    {
        await _stop.CancelAsync();
        await _run;
    });

    public void Dispose()
    {
        _stop.Dispose();
        _commands.Dispose();
        (_recipe as IDisposable)?.Dispose();
    }

    private async Task ExclusivelyAsync(Func<Task> command)
    {
        await _commands.WaitAsync();
        try
        {
            await command();
        }
        finally
        {
            _commands.Release();
        }
    }

    private async Task RunAsync(Func<bool> failFast, CancellationToken stop)
    {
        Failure = null;
        BecomeAll(KnownResourceStates.Waiting);
        await GuardAsync(
            async () =>
            {
                await _recipe.PrepareAsync(Log.Add, stop);
                await Task.WhenAll(Resource.Dependencies.Select(dependency => _waitFor(dependency, stop)));
                // Each guarded by itself: the failure of one shows at once, not when the others have ended.
                await Task.WhenAll(Replicas.Select(replica => GuardAsync(() => replica.RunAsync(failFast, stop), replica.Become, stop)));
            },
            BecomeAll,
            stop);
    }

    // The outermost frame of a background task: whatever goes wrong becomes the resource's failure, and visible.
    private async Task GuardAsync(Func<Task> run, Action<string> become, CancellationToken stop)
    {
        try
        {
            await run();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            become(KnownResourceStates.Exited);
        }
        catch (Exception exception)
        {
            Failure = exception as DistributedApplicationException
                ?? new DistributedApplicationException($"{Resource.Name}: {exception.Message}", exception);
            Log.Add(Failure.Message);
            become(KnownResourceStates.FailedToStart);
        }
    }

    private void BecomeAll(string state)
    {
        foreach (var replica in Replicas)
            replica.Become(state);
        _changes.Announce();
    }
}
