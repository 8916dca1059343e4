using System.Collections.Concurrent;

namespace PrimeTask.Tests.Caching.Check;

/// <param name="Responses">So many are checked.</param>
/// <param name="Replicas">Of the API.</param>
/// <param name="Longest">The run ends after this time, also if there were fewer responses, but not before more than a tenth of them.</param>
internal sealed record CheckOptions(int Responses, int Replicas, TimeSpan Longest)
{
    public int Users { get; init; } = 8;

    public int TasksPerUser { get; init; } = 16;

    public int Readers { get; init; } = 40;

    public int Writers { get; init; } = 4;

    public TimeSpan WritePause { get; init; } = TimeSpan.FromMilliseconds(80);

    public TimeSpan FaultPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether a slow Redis is timed too, which takes 10 s and a machine that does little else; what is counted is always checked.</summary>
    public bool MeasuresTime { get; init; } = true;

    /// <summary>The part of the responses that must come from the cache, or the run proves little.</summary>
    public double LeastHits { get; init; } = 0.1;
}

/// <summary>Holds the cache to the contract: random reads and writes on several replicas, faults at the worst places, and every response checked.</summary>
internal sealed class CheckRun
{
    private const int WritesUntilWarm = 3;

    private static readonly TimeSpan _stuck = TimeSpan.FromMinutes(2);

    private readonly CheckOptions _options;
    private readonly Cluster _cluster;
    private readonly Action<string> _tell;
    private readonly World _world = new();
    private readonly Disturbances _disturbances = new();
    private readonly ConcurrentQueue<ApiResponse> _responses = new();
    private readonly Violations _violations;
    private readonly Judge _judge;
    private readonly Writes _writes;
    private readonly TaskWriter _tasks;
    private readonly AccountWriter _accounts;
    private readonly KillBetween _kill;
    private readonly Costs _costs;

    private CheckRun(CheckOptions options, Cluster cluster, Action<string> tell)
    {
        (_options, _cluster, _tell) = (options, cluster, tell);
        _violations = new Violations(_disturbances);
        _judge = new Judge(_world, _disturbances, _violations);
        _writes = new Writes(_world, cluster, _disturbances, _violations);
        _tasks = new TaskWriter(_world, _writes, options.TasksPerUser);
        _accounts = new AccountWriter(_world, cluster, _writes);
        _kill = new KillBetween(_world, _writes, _tasks, _disturbances);
        _costs = new Costs(cluster, _violations, tell);
    }

    /// <returns>How many responses were checked, and how many were wrong.</returns>
    public static async Task<(long Responses, int Violations)> RunAsync(PrimeTaskApp app, CheckOptions options, Action<string> tell)
    {
        await using var cluster = await Cluster.StartAsync(app, options.Replicas);
        var run = new CheckRun(options, cluster, tell);
        await run.RunAsync();
        return (run._judge.Checked, run._violations.Count);
    }

    private async Task RunAsync()
    {
        await _accounts.FillAsync(_options.Users);
        foreach (var user in _world.Users.Values)
        {
            for (var task = 0; task < _options.TasksPerUser; task++)
                await _tasks.WriteAsync(user);
        }

        await MeasureAsync();
        await LoadAsync();
        // A replica that was killed between commit and invalidation, or did not reach Redis, leaves its busy mark, for minutes or until the next write; this is that
        // write. Redis can still be slow for the first of them.
        for (var write = 0; write < WritesUntilWarm; write++)
        {
            await _tasks.CreateAsync(_writes.Operator, _tasks.Title());
            if (await _costs.IsWarmAsync("tasks/", _writes.Operator.Access))
                break;
        }

        await _costs.WarmAsync("tasks/", _writes.Operator.Access);
        await _costs.CheckEntriesAsync();
        if (_judge.Hits < _judge.Checked * _options.LeastHits)
            _violations.Add($"Only {_judge.Hits} of {_judge.Checked} responses came from the cache: that proves little.");
        Describe();
    }

    private async Task MeasureAsync()
    {
        // Tasks that the model does not know must not stay: the account is deleted.
        var stranger = await _accounts.AddStrangerAsync();
        await _costs.CheckHitsAsync(stranger.Access);
        await _costs.CheckMissesAsync(stranger.Access);
        if (_options.MeasuresTime)
            await _costs.CheckSlownessAsync(stranger.Access);
        await _accounts.RemoveAsync(stranger.User);
    }

    private async Task LoadAsync()
    {
        using var stop = new CancellationTokenSource();
        var reader = new Reader(_world, _cluster, _responses);
        var faults = new FaultInjector(_cluster, _disturbances, _kill);
        Task[] load =
        [
            .. Enumerable.Range(0, _options.Readers).Select(_ => Task.Run(() => reader.RunAsync(stop.Token))),
            .. Enumerable.Range(0, _options.Writers).Select(_ => Task.Run(() => _tasks.RunAsync(_options.WritePause, stop.Token))),
            Task.Run(() => _accounts.RunAsync(_options.WritePause * 4, stop.Token)),
            Task.Run(() => faults.RunAsync(_options.FaultPause, stop.Token)),
            Task.Run(() => JudgeAsync(stop)),
        ];
        // A part of the load that fails ends the run.
        if (await Task.WhenAny(load) is { IsFaulted: true })
            await stop.CancelAsync();
        await Task.WhenAll(load);
    }

    /// <summary>Checks responses as soon as the outcome of every write is known that may show in them.</summary>
    private async Task JudgeAsync(CancellationTokenSource stop)
    {
        var (started, pruned, told, progress, shown) = (Clock.Now, Clock.Now, Clock.Now, Clock.Now, 0);
        while (!stop.IsCancellationRequested || !_responses.IsEmpty || _world.Reads.Oldest != long.MaxValue)
        {
            if (_responses.TryPeek(out var response) && response.Reply.End < _world.Writes.Oldest && _responses.TryDequeue(out response))
            {
                _judge.Check(response);
                _world.Reads.End(response.Ticket);
                progress = Clock.Now;
            }
            else
            {
                await Task.Delay(2);
            }

            var wanted = Clock.Between(started, Clock.Now) < _options.Longest ? _options.Responses : (_options.Responses / 10) + 1;
            if (_judge.Checked >= wanted && !stop.IsCancellationRequested)
                await stop.CancelAsync();
            if (Clock.Between(progress, Clock.Now) > _stuck)
                throw new TimeoutException($"A write that was sent {Clock.Show(_world.Writes.Oldest)} has no outcome since {_stuck.TotalMinutes} minutes.");
            if (Clock.Between(pruned, Clock.Now) > TimeSpan.FromSeconds(1))
            {
                _world.Prune();
                pruned = Clock.Now;
            }

            if (Clock.Between(told, Clock.Now) > TimeSpan.FromSeconds(10))
            {
                _tell($"{Clock.Show(Clock.Now)}: {Counts()}");
                foreach (var line in _disturbances.Describe(told, Clock.Now).Select(line => "    " + line).Concat(_violations.Told.Skip(shown)))
                    _tell(line);
                (told, shown) = (Clock.Now, _violations.Told.Count);
            }
        }
    }

    private string Counts() =>
        $"{_judge.Checked} responses checked, {_judge.Hits} from the cache, {_judge.NotModified} not modified, {_judge.Refused} refused as they must be; {_writes.Acknowledged} writes acknowledged, {_writes.Unknown} without a response; {_violations.Count} violations";

    private void Describe()
    {
        foreach (var line in _violations.Told)
            _tell(line);
        _tell(
            $"""
            {Counts()}
            {_judge.Unanswered} reads without a response while a replica or the database was away; {_kill.Kills} replicas died exactly between commit and invalidation; {_cluster.Replicas.Sum(replica => replica.Redis.StoredLate)} entries were stored late
            faults: {string.Join(", ", _disturbances.Counts)}
            {(_violations.Count == 0 ? "No violation." : $"{_violations.Count} violations.")}
            """);
    }
}
