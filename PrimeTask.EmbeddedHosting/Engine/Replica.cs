using System.Diagnostics;
using System.Globalization;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>One process of a resource: started, probed, and started again when it ends.</summary>
internal sealed class Replica(Recipe recipe, int index, ResourceLog log, Changes changes)
{
    private static readonly TimeSpan _firstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _longestDelay = TimeSpan.FromSeconds(15);

    // A process that has served this long has not crashed because of how it was started.
    private static readonly TimeSpan _settled = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _startTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _startProbeInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _probeInterval = TimeSpan.FromSeconds(2);

    private string? _probeFailure;

    internal string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"{recipe.Resource.Name}-{index + 1}");

    internal string State { get; private set; } = KnownResourceStates.NotStarted;

    /// <summary>Whether the last probe succeeded; null while no process runs.</summary>
    internal bool? Healthy { get; private set; }

    internal int? ProcessId { get; private set; }

    internal int Restarts { get; private set; }

    internal Uri? Url => recipe.UrlOf(index);

    internal ValueTask<IReadOnlyDictionary<string, string?>> EnvironmentAsync() => recipe.EnvironmentAsync(index);

    /// <summary>Keeps a process running until <paramref name="stop"/>, or until it has done its work.</summary>
    /// <param name="failFast">Whether a process that ends before it was healthy fails the start instead of being restarted.</param>
    /// <param name="stop">Stops the process.</param>
    /// <exception cref="DistributedApplicationException">The process could not be started.</exception>
    internal async Task RunAsync(Func<bool> failFast, CancellationToken stop)
    {
        for (var failures = 0; ; failures++)
        {
            var lifetime = Stopwatch.StartNew();
            var (exitCode, wasHealthy) = await RunOnceAsync(stop);
            if (stop.IsCancellationRequested)
            {
                Become(KnownResourceStates.Exited);
                return;
            }

            if (!recipe.IsService && exitCode == 0)
            {
                Become(KnownResourceStates.Finished);
                return;
            }

            if (!(wasHealthy && recipe.IsService) && failFast())
            {
                Become(KnownResourceStates.FailedToStart);
                throw Failed(exitCode);
            }

            Become(KnownResourceStates.Exited);
            failures = wasHealthy && lifetime.Elapsed > _settled ? 0 : failures;
            if (!await PauseAsync(exitCode, failures, stop))
                return;
        }
    }

    internal void Become(string state)
    {
        State = state;
        changes.Announce();
    }

    private async Task<(int ExitCode, bool WasHealthy)> RunOnceAsync(CancellationToken stop)
    {
        Become(KnownResourceStates.Starting);
        _probeFailure = null;
        var process = SupervisedProcess.Start(await recipe.ProcessAsync(index), log.Add);
        ProcessId = process.Id;
        Become(KnownResourceStates.Running);

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var probes = ProbeAsync(process, ended.Token);
        int exitCode;
        await using (stop.Register(() =>
        {
            Become(KnownResourceStates.Stopping);
            process.RequestStop();
        }))
        {
            exitCode = await process.Exit;
        }

        await ended.CancelAsync();
        var wasHealthy = await probes;
        (ProcessId, Healthy) = (null, null);
        return (exitCode, wasHealthy);
    }

    private async Task<bool> ProbeAsync(SupervisedProcess process, CancellationToken ended)
    {
        var wasHealthy = false;
        var starting = Stopwatch.StartNew();
        try
        {
            while (true)
            {
                _probeFailure = await recipe.ProbeAsync(index, ended);
                if (Healthy != (_probeFailure is null))
                {
                    Healthy = _probeFailure is null;
                    changes.Announce();
                }

                wasHealthy |= Healthy == true;
                if (!wasHealthy && starting.Elapsed > _startTimeout)
                    process.RequestStop();
                await Task.Delay(wasHealthy ? _probeInterval : _startProbeInterval, ended);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return wasHealthy;
        }
    }

    private async Task<bool> PauseAsync(int exitCode, int failures, CancellationToken stop)
    {
        var delay = TimeSpan.FromTicks(Math.Min(_firstDelay.Ticks << Math.Min(failures, 20), _longestDelay.Ticks));
        log.Add(string.Create(CultureInfo.InvariantCulture, $"{Id} ended with exit code {exitCode}; starting it again in {delay.TotalSeconds:0.##} s."));
        try
        {
            await Task.Delay(delay, stop);
            Restarts++;
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private DistributedApplicationException Failed(int exitCode)
    {
        var name = recipe.Resource.Name;
        var why = recipe.IsService && _probeFailure is { } reason
            ? $"{name}: it ended with exit code {exitCode.ToString(CultureInfo.InvariantCulture)} before it was healthy ({reason})."
            : $"{name}: it ended with exit code {exitCode.ToString(CultureInfo.InvariantCulture)}.";
        return new DistributedApplicationException($"{why} Its log says why:") { LogTail = log.Tail(10) };
    }
}
