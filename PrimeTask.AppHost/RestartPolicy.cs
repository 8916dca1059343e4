using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace PrimeTask.AppHost;

internal static class RestartPolicyBuilder
{
    /// <summary>
    /// Starts every process that has ended by itself again, with growing delay, until it has ended too often in a row. What a person has stopped stays
    /// stopped. A process that fails its liveness probe is ended, and so started again. Aspire has no such policy (microsoft/aspire#5003).
    /// </summary>
    internal static void AddRestartPolicy(this IDistributedApplicationBuilder builder)
    {
        // The first service, so that it watches from the beginning: Aspire's returns when everything has been started.
        if (builder.ExecutionContext.IsRunMode)
            builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, RestartPolicy>());
    }
}

internal sealed class RestartPolicy(
    DistributedApplicationModel model, ResourceNotificationService notifications, ResourceCommandService commands, ResourceLoggerService logs,
    IHostApplicationLifetime lifetime) : BackgroundService
{
    private const int MostRestarts = 6;

    private static readonly TimeSpan _firstDelay = TimeSpan.FromMilliseconds(250);

    // A process that has run this long has not ended because of how it was started.
    private static readonly TimeSpan _settled = TimeSpan.FromSeconds(30);

    // A process that does not listen yet is starting, on a busy machine for long.
    private static readonly TimeSpan _longestStart = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, Instance> _instances = [];
    private readonly HttpClient _http = new();

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // From then on, what ends is meant to.
        var stopping = lifetime.ApplicationStopping;
        await foreach (var update in notifications.WatchAsync(stopping))
        {
            if (!_instances.TryGetValue(update.ResourceId, out var instance))
                _instances[update.ResourceId] = instance = new Instance();
            var (before, now) = (instance.State, update.Snapshot.State?.Text);
            (instance.State, instance.Snapshot) = (now, update.Snapshot);
            instance.WasHealthy |= update.Snapshot.HealthStatus == HealthStatus.Healthy;
            if (before != now && now == KnownResourceStates.Running)
            {
                instance.Started = Stopwatch.GetTimestamp();
                if (update.Resource.Annotations.OfType<EndpointProbeAnnotation>().FirstOrDefault(probe => probe.Type == ProbeType.Liveness) is { } probe)
                    _ = ProbeAsync(update.ResourceId, instance, probe, instance.Started, stopping);
            }

            // Where a person asks for it, Stopping comes in between; and the end is notified several times. What ends before it was ever healthy has
            // failed to start, and there would be no sense in repeating that.
            if (before == KnownResourceStates.Running && KnownResourceStates.TerminalStates.Contains(now) && instance.WasHealthy && IsService(update.Resource))
                _ = StartAgainAsync(update, instance, stopping);
        }
    }

    private bool IsService(IResource resource) => !resource.Annotations.OfType<ExplicitStartupAnnotation>().Any()
        && !model.Resources.SelectMany(other => other.Annotations.OfType<WaitAnnotation>()).Any(wait => wait.Resource == resource && wait.WaitType == WaitType.WaitForCompletion);

    private async Task StartAgainAsync(ResourceEvent ended, Instance instance, CancellationToken cancellationToken)
    {
        var logger = logs.GetLogger(ended.ResourceId);
        instance.Restarts = Stopwatch.GetElapsedTime(instance.Started) > _settled ? 1 : instance.Restarts + 1;
        if (instance.Restarts > MostRestarts)
        {
            logger.GivingUp(ended.ResourceId, instance.Restarts);
            instance.Restarts = 0;
            var failed = new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error);
            await notifications.PublishUpdateAsync(ended.Resource, ended.ResourceId, snapshot => snapshot with { State = failed });
            return;
        }

        var delay = _firstDelay * Math.Pow(2, instance.Restarts - 1);
        logger.StartingAgain(ended.ResourceId, ended.Snapshot.ExitCode, delay.TotalSeconds);
        await Task.Delay(delay, cancellationToken);
        if (await commands.ExecuteCommandAsync(ended.ResourceId, KnownResourceCommands.StartCommand, cancellationToken) is { Success: false } result)
            logger.NotStarted(ended.ResourceId, result.Message);
    }

    /// <summary>Asks each replica by itself, at its address behind Aspire's proxy.</summary>
    private async Task ProbeAsync(string id, Instance instance, EndpointProbeAnnotation probe, long started, CancellationToken cancellationToken)
    {
        var failures = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(probe.PeriodSeconds));
        while (await timer.WaitForNextTickAsync(cancellationToken) && instance.Runs(started))
        {
            if (!instance.WasHealthy || instance.Address is not { } address || instance.ProcessId is not { } processId)
                continue;
            var isAlive = await IsAliveAsync(new Uri(address, probe.Path), TimeSpan.FromSeconds(probe.TimeoutSeconds), started);
            failures = isAlive ? 0 : failures + 1;
            if (failures < probe.FailureThreshold || !instance.Runs(started))
                continue;
            logs.GetLogger(id).EndingUnresponsive(id, processId, failures * (probe.PeriodSeconds + probe.TimeoutSeconds));
            using var process = Process.GetProcesses().FirstOrDefault(process => process.Id == processId);
            process?.Kill(entireProcessTree: true);
            return;
        }
    }

    private async Task<bool> IsAliveAsync(Uri address, TimeSpan timeout, long started)
    {
        try
        {
            using var limit = new CancellationTokenSource(timeout);
            using var response = await _http.GetAsync(address, limit.Token);
            return true; // Whatever it says: a process that is alive.
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return Stopwatch.GetElapsedTime(started) < _longestStart;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>A process of a resource, or of one of its replicas.</summary>
    private sealed class Instance
    {
        internal string? State { get; set; }

        internal CustomResourceSnapshot? Snapshot { get; set; }

        internal bool WasHealthy { get; set; }

        internal long Started { get; set; }

        internal int Restarts { get; set; }

        internal Uri? Address => Snapshot?.EnvironmentVariables.FirstOrDefault(variable => variable.Name == "ASPNETCORE_URLS")?.Value is { } urls ? new Uri(urls) : null;

        internal int? ProcessId => Snapshot?.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value is { } id
            ? Convert.ToInt32(id, CultureInfo.InvariantCulture)
            : null;

        internal bool Runs(long started) => State == KnownResourceStates.Running && Started == started;
    }
}
