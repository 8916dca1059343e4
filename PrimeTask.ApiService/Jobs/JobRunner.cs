using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Telemetry;

namespace PrimeTask.ApiService.Jobs;

/// <summary>
/// Takes jobs and runs them, several at once. While it is asked to end it takes no more, waits for those that run, and gives back what takes too long.
/// </summary>
internal sealed class JobRunner(
    IServiceScopeFactory scopes, IEnumerable<JobKind> kinds, IOptions<JobOptions> options, JobMetrics metrics, TimeProvider clock, ILogger<JobRunner> logger) : BackgroundService
{
    /// <summary>While there is nothing to do, the database is asked this often.</summary>
    private static readonly TimeSpan _pollInterval = TimeSpan.FromSeconds(1);

    /// <summary>While the database does not respond.</summary>
    private static readonly TimeSpan _longestPollInterval = TimeSpan.FromSeconds(15);

    /// <summary>The host's own limit is 30 seconds.</summary>
    private static readonly TimeSpan _drainLimit = TimeSpan.FromSeconds(25);

    private static readonly TimeSpan _interruptLimit = TimeSpan.FromSeconds(3);

    private static readonly ActivitySource _source = new(PrimeTaskMetrics.SourceName);

    private readonly Dictionary<string, JobKind> _kinds = kinds.ToDictionary(kind => kind.Name);
    private readonly SemaphoreSlim _places = new(options.Value.Concurrency);
    private readonly ConcurrentDictionary<Guid, (Task Run, CancellationTokenSource Interrupt)> _running = new();

    public override void Dispose()
    {
        _places.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var drained = new CancellationTokenSource();
        var renewals = RenewAsync(drained.Token);
        await TakeAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DrainAsync();
        await drained.CancelAsync();
        await renewals.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task TakeAsync(CancellationToken stoppingToken)
    {
        var names = _kinds.Keys.ToArray();
        var (wait, ensured) = (_pollInterval, false);
        while (true)
        {
            await _places.WaitAsync(stoppingToken);
            Job? job = null;
            try
            {
                ensured = ensured || await EnsureAsync();
                // Not interrupted: a job that was taken while its taker stopped listening would wait for the end of its lease.
                job = await WithDatabaseAsync(db => db.TakeAsync(names, options.Value.Lease, CancellationToken.None));
                wait = _pollInterval;
            }
            catch (Exception exception)
            {
                logger.NotTaken(exception.GetType().Name, exception.Message);
                wait = wait * 2 < _longestPollInterval ? wait * 2 : _longestPollInterval;
            }

            if (job is null)
            {
                _places.Release();
                await Task.Delay(wait, clock, stoppingToken);
            }
            else
            {
                Start(job);
            }
        }
    }

    private async Task<bool> EnsureAsync()
    {
        foreach (var kind in _kinds.Values.Where(kind => kind.Every is not null))
            await WithDatabaseAsync(db => db.EnsureAsync(kind, CancellationToken.None));
        return true;
    }

    private void Start(Job job)
    {
        var run = new JobRun(job, _kinds[job.Kind].Every);
        var interrupt = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        _running[run.Lease] = (RunInPlaceAsync(), interrupt);
        gate.SetResult();

        async Task RunInPlaceAsync()
        {
            await gate.Task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            try
            {
                await RunAsync(job, run, interrupt.Token);
            }
            catch (Exception exception)
            {
                // What became of it could not be written down: it is taken again when its lease has ended.
                logger.NotRecorded(job.Id, job.Kind, exception.GetType().Name, exception.Message);
            }
            finally
            {
                _running.TryRemove(run.Lease, out _);
                _places.Release();
            }
        }
    }

    private async Task RunAsync(Job job, JobRun run, CancellationToken interrupted)
    {
        using var activity = Trace(job);
        var started = clock.GetTimestamp();
        var outcome = await TryAsync(job, run, interrupted);
        activity.SetTag("job.outcome", outcome);
        metrics.Ran(job.Kind, outcome, clock.GetElapsedTime(started));
    }

    /// <returns>What became of it.</returns>
    private async Task<string> TryAsync(Job job, JobRun run, CancellationToken interrupted)
    {
        try
        {
            if (job.Attempts > options.Value.MaxAttempts && !job.Recurring)
                throw new InvalidOperationException("Each worker that ran it ended before it was done.");
            await using (var scope = scopes.CreateAsyncScope())
                await Instance(scope, job).RunAsync(run, interrupted);
            if (await WithDatabaseAsync(db => db.FinishAsync(run, CancellationToken.None)))
                return "succeeded";
            logger.Lost(job.Id, job.Kind);
            return "lost";
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            await WithDatabaseAsync(db => db.GiveBackAsync(run, CancellationToken.None));
            logger.Interrupted(job.Id, job.Kind);
            return "interrupted";
        }
        catch (Exception exception)
        {
            return await FailAsync(job, run, exception);
        }
    }

    private async Task<string> FailAsync(Job job, JobRun run, Exception exception)
    {
        var (reason, delay) = (exception.GetType().Name, options.Value.DelayAfter(Math.Max(job.Attempts, 1)));
        TimeSpan? retry = run.Every is { } every ? (delay < every ? delay : every) : job.Attempts < options.Value.MaxAttempts ? delay : null;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PrimeTaskDbContext>();
            await db.InTransactionAsync(
                async cancellation =>
                {
                    var isOurs = await db.FailAsync(run, $"{reason}: {exception.Message}", retry, cancellation);
                    if (isOurs && retry is null)
                        await Instance(scope, job).SetAsideAsync(run, cancellation);
                    return isOurs;
                },
                CancellationToken.None);
        }

        if (retry is { } wait)
            logger.Failed(job.Id, job.Kind, job.Attempts, reason, exception.Message, wait.TotalSeconds);
        else
            logger.SetAside(job.Id, job.Kind, job.Attempts, reason, exception.Message);
        return retry is null ? "set_aside" : "failed";
    }

    private IJob Instance(AsyncServiceScope scope, Job job) => (IJob)scope.ServiceProvider.GetRequiredService(_kinds[job.Kind].Type);

    /// <summary>Keeps the leases, and interrupts what another worker has taken meanwhile.</summary>
    private async Task RenewAsync(CancellationToken drained)
    {
        using var timer = new PeriodicTimer(options.Value.Lease / 3, clock);
        while (await timer.WaitForNextTickAsync(drained))
        {
            var leases = _running.Keys.ToArray();
            if (leases.Length == 0)
                continue;
            try
            {
                var kept = await WithDatabaseAsync(db => db.RenewAsync(leases, options.Value.Lease, drained));
                foreach (var lost in leases.Except(kept))
                {
                    if (_running.TryGetValue(lost, out var running))
                        await running.Interrupt.CancelAsync();
                }
            }
            catch (Exception exception) when (!drained.IsCancellationRequested)
            {
                logger.NotRenewed(exception.GetType().Name, exception.Message);
            }
        }
    }

    private async Task DrainAsync()
    {
        var runs = _running.Values.ToArray();
        var all = Task.WhenAll(runs.Select(running => running.Run));
        if (runs.Length > 0)
            logger.Draining(runs.Length);
        if (await EndsWithinAsync(all, _drainLimit))
            return;
        foreach (var running in runs)
            await running.Interrupt.CancelAsync();
        await EndsWithinAsync(all, _interruptLimit);
    }

    private async Task<bool> EndsWithinAsync(Task runs, TimeSpan limit) =>
        await Task.WhenAny(runs, Task.Delay(limit, clock)) == runs;

    /// <summary>The part of the trace of whoever asked for it. Where nobody collects traces, it still gives the log lines their trace's id.</summary>
    private static Activity Trace(Job job)
    {
        ActivityContext.TryParse(job.Traceparent, null, isRemote: true, out var asking);
        var activity = _source.StartActivity($"job {job.Kind}", ActivityKind.Consumer, asking);
        if (activity is null)
        {
            activity = new Activity($"job {job.Kind}");
            if (job.Traceparent is { } parent)
                activity.SetParentId(parent);
            activity.Start();
        }

        return activity.SetTag("job.id", job.Id).SetTag("job.attempt", job.Attempts);
    }

    private async Task<T> WithDatabaseAsync<T>(Func<PrimeTaskDbContext, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PrimeTaskDbContext>());
    }
}
