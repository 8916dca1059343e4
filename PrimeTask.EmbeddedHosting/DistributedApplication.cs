using System.Reflection;
using System.Runtime.InteropServices;
using PrimeTask.EmbeddedHosting.Engine;
using PrimeTask.EmbeddedHosting.Testing;

namespace PrimeTask.EmbeddedHosting;

/// <summary>An application model that can be run.</summary>
public sealed class DistributedApplication : IAsyncDisposable
{
    private readonly EntryPointInterception? _interception;
    private readonly ApplicationEngine _engine;

    internal DistributedApplication(DistributedApplicationBuilder builder, EntryPointInterception? interception)
    {
        _interception = interception;
        _engine = new ApplicationEngine(builder, quiet: interception is not null);
        ResourceNotifications = new ResourceNotificationService(_engine.Orchestrator);
        ResourceCommands = new ResourceCommandService(_engine.Orchestrator);
    }

    public ResourceNotificationService ResourceNotifications { get; }

    public ResourceCommandService ResourceCommands { get; }

    internal ApplicationEngine Engine => _engine;

    /// <summary>Starts a model. Arguments are settings: <c>--Name:Part=value</c>.</summary>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args)
    {
        if (EntryPointInterception.Current is not { } interception)
        {
            ExitWithASentence();
            var entry = Assembly.GetEntryAssembly() ?? throw new InvalidOperationException("There is no entry assembly.");
            return new DistributedApplicationBuilder(args, ProjectDirectoryOf(entry));
        }

        return new DistributedApplicationBuilder(args, ProjectDirectoryOf(interception.AppHost));
    }

    /// <summary>Starts everything and returns when it is ready.</summary>
    /// <exception cref="DistributedApplicationException">Something could not be started; everything is stopped again.</exception>
    public Task StartAsync(CancellationToken cancellationToken = default) => _engine.StartAsync(cancellationToken);

    /// <summary>Stops everything, last started first.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _engine.StopAsync();
    }

    /// <summary>Runs until Ctrl+C or SIGTERM. A failed start ends with one sentence and exit code 1.</summary>
    public void Run() => RunAsync().GetAwaiter().GetResult();

    /// <inheritdoc cref="Run" />
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (_interception is not null)
        {
            await _interception.Disposed; // The test starts and stops the application.
            return;
        }

        if (!OperatingSystem.IsWindows())
            TerminalInterrupt.StopIgnoring();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupt = OnSignal(PosixSignal.SIGINT, stop);
        using var terminate = OnSignal(PosixSignal.SIGTERM, stop);
        using var hangUp = OnSignal(PosixSignal.SIGHUP, stop);
        await using (_engine)
        {
            try
            {
                var parentGone = ParentWatch.CancelWhenGoneAsync(stop);
                await _engine.StartAsync(stop.Token);
                await parentGone;
                await Task.Delay(Timeout.Infinite, stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                _engine.Console.Say("Stopping …");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _interception?.Dispose();
    }

    private static PosixSignalRegistration OnSignal(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            // The second time the default action holds: we end at once, and the supervisors stop the children.
            context.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        });

    private static string ProjectDirectoryOf(Assembly appHost) => appHost.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "AppHostProjectDirectory")?.Value ?? AppContext.BaseDirectory;

    // Bad settings and failed starts are the operator's to mend: a sentence helps there, a stack trace does not.
    private static void ExitWithASentence() => AppDomain.CurrentDomain.UnhandledException += (_, arguments) =>
    {
        if (arguments.ExceptionObject is not DistributedApplicationException exception)
            return;
        ConsoleOutput.Fail(exception);
        Environment.Exit(1);
    };
}
