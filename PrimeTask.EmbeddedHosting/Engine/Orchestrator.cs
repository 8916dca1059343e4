namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>Starts the resources in the order of their dependencies and stops them in reverse.</summary>
internal sealed class Orchestrator : IDisposable
{
    private bool _starting = true;

    internal Orchestrator(IReadOnlyList<Resource> resources, Func<Resource, Recipe?> recipeFor, Func<string, ResourceLog> logFor)
    {
        Resources = resources;
        Runners = [.. resources.Select(recipeFor).OfType<Recipe>().Select(recipe => new ResourceRunner(recipe, logFor(recipe.Resource.Name), Changes, WaitForAsync))];
    }

    internal Changes Changes { get; } = new();

    internal IReadOnlyList<Resource> Resources { get; }

    internal IReadOnlyList<ResourceRunner> Runners { get; }

    /// <summary>The runner of the resource; a database is run by its server.</summary>
    internal ResourceRunner? RunnerOf(IResource resource) =>
        Runners.FirstOrDefault(runner => runner.Resource == (resource is PostgresDatabaseResource database ? database.Parent : resource));

    /// <exception cref="DistributedApplicationException">There is no resource of this name, or it has no process.</exception>
    internal ResourceRunner RunnerOf(string name) =>
        Resources.FirstOrDefault(resource => string.Equals(resource.Name, name, StringComparison.OrdinalIgnoreCase)) is { } known && RunnerOf(known) is { } runner
            ? runner
            : throw new DistributedApplicationException($"There is no resource '{name}' with a process.");

    /// <summary>Starts everything and returns when everything is ready.</summary>
    /// <exception cref="DistributedApplicationException">A resource could not be started; the others keep running.</exception>
    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var runner in Runners)
            await runner.StartAsync(() => _starting);
        await Changes.WaitUntilAsync(() => Runners.Any(runner => runner.Failure is not null) || Runners.All(runner => runner.IsReady), cancellationToken);
        if (Runners.FirstOrDefault(runner => runner.Failure is not null)?.Failure is { } failure)
            throw failure;
        _starting = false;
    }

    internal async Task StopAsync()
    {
        foreach (var level in Runners.GroupBy(runner => DepthOf(runner.Resource)).OrderByDescending(level => level.Key))
            await Task.WhenAll(level.Select(runner => runner.StopAsync()));
    }

    public void Dispose()
    {
        foreach (var runner in Runners)
            runner.Dispose();
    }

    private static int DepthOf(IResource resource) => resource switch
    {
        PostgresDatabaseResource database => DepthOf(database.Parent),
        Resource known => known.Dependencies.Select(dependency => 1 + DepthOf(dependency.Resource)).DefaultIfEmpty().Max(),
        _ => 0,
    };

    private Task WaitForAsync(Dependency dependency, CancellationToken cancellationToken)
    {
        var runner = RunnerOf(dependency.Resource);
        return runner is null
            ? Task.CompletedTask
            : Changes.WaitUntilAsync(() => dependency.Kind == DependencyKind.Completed ? runner.IsFinished : runner.IsReady, cancellationToken);
    }
}
