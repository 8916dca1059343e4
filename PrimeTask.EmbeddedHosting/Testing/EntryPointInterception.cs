using System.Reflection;

namespace PrimeTask.EmbeddedHosting.Testing;

/// <summary>
/// Runs an AppHost's entry point for a test: it stops before the model is built, so that the test can add to it, and
/// after that, so that the test decides when to start.
/// </summary>
internal sealed class EntryPointInterception(Assembly appHost, string[] arguments) : IDisposable
{
    private static readonly AsyncLocal<EntryPointInterception?> _ambient = new();

    private readonly TaskCompletionSource<DistributedApplicationBuilder> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayBuild = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> _built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The interception that the code running now belongs to; null outside tests.</summary>
    internal static EntryPointInterception? Current => _ambient.Value;

    internal Assembly AppHost => appHost;

    internal string[] Arguments => arguments;

    /// <summary>Completes when the test has disposed of the application.</summary>
    internal Task Disposed => _disposed.Task;

    /// <summary>Runs the entry point until it is about to build.</summary>
    /// <exception cref="DistributedApplicationException">A setting is wrong.</exception>
    internal Task<DistributedApplicationBuilder> RunToBuildAsync()
    {
        var thread = new Thread(Run) { IsBackground = true, Name = "AppHost entry point" };
        thread.Start();
        return _ready.Task;
    }

    internal Task<DistributedApplication> BuildAsync()
    {
        _mayBuild.TrySetResult();
        return _built.Task;
    }

    internal void AwaitPermissionToBuild(DistributedApplicationBuilder builder)
    {
        _ready.TrySetResult(builder);
        _mayBuild.Task.GetAwaiter().GetResult();
    }

    internal void Built(DistributedApplication app) => _built.TrySetResult(app);

    public void Dispose() => _disposed.TrySetResult();

    private void Run()
    {
        _ambient.Value = this;
        try
        {
            var main = appHost.EntryPoint ?? throw new InvalidOperationException($"{appHost.GetName().Name} has no entry point.");
            var result = main.Invoke(null, main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
            (result as Task)?.GetAwaiter().GetResult();
        }
        catch (Exception exception)
        {
            var cause = (exception as TargetInvocationException)?.InnerException ?? exception;
            _ready.TrySetException(cause);
            _built.TrySetException(cause);
        }
    }
}
