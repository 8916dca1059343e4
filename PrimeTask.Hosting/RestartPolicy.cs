using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace PrimeTask.Hosting;

public static class RestartPolicyBuilder
{
    /// <summary>
    /// Starts every process that has ended by itself again, with growing delay, until it has ended too often in a row. What a person has stopped stays
    /// stopped. A process that fails its liveness probe is ended, and so started again. Aspire has no such policy (microsoft/aspire#5003).
    /// </summary>
    public static IDistributedApplicationBuilder AddRestartPolicy(this IDistributedApplicationBuilder builder)
    {
        if (builder.ExecutionContext.IsRunMode)
            builder.Services.AddHostedService<RestartPolicy>();
        return builder;
    }
}

internal sealed class RestartPolicy(
    DistributedApplicationModel model, ResourceNotificationService notifications, ResourceCommandService commands, ResourceLoggerService logs)
    : IHostedLifecycleService, IDisposable
{
    private const int MostRestarts = 6;

    private static readonly TimeSpan _firstDelay = TimeSpan.FromMilliseconds(250);

    // A process that has run this long has not ended because of how it was started.
    private static readonly TimeSpan _settled = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Instance> _instances = [];
    private readonly ConcurrentBag<Task> _work = [];
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };

    // Before anything is started.
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _work.Add(WatchAsync(_stop.Token));
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Before anything is stopped: what ends from here on is meant to.
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_work).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        await foreach (var update in notifications.WatchAsync(cancellationToken))
        {
            var instance = _instances.GetOrAdd(update.ResourceId, _ => new Instance());
            var (before, now) = (instance.State, update.Snapshot.State?.Text);
            (instance.State, instance.Latest) = (now, update.Snapshot);
            instance.WasHealthy |= update.Snapshot.HealthStatus == HealthStatus.Healthy;
            if (before != KnownResourceStates.Running && now == KnownResourceStates.Running)
            {
                instance.Started = Stopwatch.GetTimestamp();
                if (update.Resource.Annotations.OfType<EndpointProbeAnnotation>().FirstOrDefault(probe => probe.Type == ProbeType.Liveness) is { } probe)
                    _work.Add(ProbeAsync(update.ResourceId, instance, probe, instance.Started, cancellationToken));
            }

            // Where a person asks for it, Stopping comes in between; and the end is notified several times. What ends before it was ever healthy has
            // failed to start, and there would be no sense in repeating that.
            if (before == KnownResourceStates.Running && KnownResourceStates.TerminalStates.Contains(now) && instance.WasHealthy && IsService(update.Resource))
                _work.Add(StartAgainAsync(update, instance, cancellationToken));
        }
    }

    private bool IsService(IResource resource) =>
        !resource.Annotations.OfType<ExplicitStartupAnnotation>().Any()
        && !model.Resources.SelectMany(other => other.Annotations.OfType<WaitAnnotation>())
            .Any(wait => wait.Resource == resource && wait.WaitType == WaitType.WaitForCompletion);

    private async Task StartAgainAsync(ResourceEvent ended, Instance instance, CancellationToken cancellationToken)
    {
        var logger = logs.GetLogger(ended.ResourceId);
        instance.Restarts = Stopwatch.GetElapsedTime(instance.Started) > _settled ? 1 : instance.Restarts + 1;
        if (instance.Restarts > MostRestarts)
        {
            logger.GivingUp(ended.ResourceId, instance.Restarts);
            instance.Restarts = 0;
            await notifications.PublishUpdateAsync(ended.Resource, ended.ResourceId, snapshot => snapshot with
            {
                State = new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error),
            });
            return;
        }

        var delay = _firstDelay * Math.Pow(2, instance.Restarts - 1);
        logger.StartingAgain(ended.ResourceId, ended.Snapshot.ExitCode, delay.TotalSeconds);
        await Task.Delay(delay, cancellationToken);
        await commands.ExecuteCommandAsync(ended.ResourceId, KnownResourceCommands.StartCommand, cancellationToken);
    }

    /// <summary>Each replica by itself, at the address behind Aspire's proxy.</summary>
    private async Task ProbeAsync(string id, Instance instance, EndpointProbeAnnotation probe, long started, CancellationToken cancellationToken)
    {
        var failures = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(probe.PeriodSeconds));
        while (await timer.WaitForNextTickAsync(cancellationToken) && instance.IsRunningSince(started))
        {
            if (!instance.WasHealthy || instance.Address is not { } address)
                continue;
            failures = await AnswersAsync(new Uri(address, probe.Path), TimeSpan.FromSeconds(probe.TimeoutSeconds), cancellationToken) ? 0 : failures + 1;
            if (failures < probe.FailureThreshold || !instance.IsRunningSince(started) || instance.ProcessId is not { } processId)
                continue;
            logs.GetLogger(id).EndingUnresponsive(id, processId, failures * (probe.PeriodSeconds + probe.TimeoutSeconds));
            using var process = Process.GetProcessById(processId);
            process.Kill(entireProcessTree: true);
            return;
        }
    }

    private async Task<bool> AnswersAsync(Uri address, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using var response = await _http.GetAsync(address, limit.Token);
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>A process of a resource, or one of its replicas.</summary>
    private sealed class Instance
    {
        internal string? State { get; set; }

        internal CustomResourceSnapshot? Latest { get; set; }

        internal bool WasHealthy { get; set; }

        internal long Started { get; set; }

        internal int Restarts { get; set; }

        internal Uri? Address =>
            Latest?.EnvironmentVariables.FirstOrDefault(variable => variable.Name == "ASPNETCORE_URLS")?.Value is { } urls ? new Uri(urls.Split(';')[0]) : null;

        internal int? ProcessId => Latest?.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value is { } id
            ? Convert.ToInt32(id, CultureInfo.InvariantCulture)
            : null;

        internal bool IsRunningSince(long started) => State == KnownResourceStates.Running && Started == started;
    }
}
