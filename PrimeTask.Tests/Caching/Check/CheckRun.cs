using System.Collections.Concurrent;
using System.Globalization;
using PrimeTask.CacheCheck.Checks;
using PrimeTask.CacheCheck.Faults;
using PrimeTask.CacheCheck.Load;
using PrimeTask.CacheCheck.Model;

namespace PrimeTask.CacheCheck;

/// <param name="Answers">So many are checked.</param>
/// <param name="Replicas">Of the API.</param>
/// <param name="Seed">Of all random choices. What the machine does in between is not in it.</param>
/// <param name="Longest">The run ends after this time, also if there were fewer answers.</param>
public sealed record CheckOptions(int Answers, int Replicas, int Seed, TimeSpan Longest)
{
    public int Users { get; init; } = 8;

    public int TasksPerUser { get; init; } = 16;

    public int Readers { get; init; } = 40;

    public int Writers { get; init; } = 4;

    /// <summary>Pauses of a writer and between faults, on average.</summary>
    public TimeSpan WritePause { get; init; } = TimeSpan.FromMilliseconds(80);

    public TimeSpan FaultPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether a slow Redis is timed too, which takes 10 s and a machine that does little else; what is counted is always checked.</summary>
    public bool MeasuresTime { get; init; } = true;

    /// <summary>The part of the answers that must come from the cache, or the run proves little.</summary>
    public double LeastHits { get; init; } = 0.1;
}

/// <param name="Answers">How many were checked.</param>
/// <param name="Hits">How many of them came from the cache.</param>
/// <param name="Violations">How many were wrong.</param>
/// <param name="Text">Everything, to be read.</param>
public sealed record CheckResult(long Answers, long Hits, int Violations, string Text);

/// <summary>Holds the cache to the contract: random reads and writes on several replicas, faults at the worst places, and every answer checked.</summary>
public sealed class CheckRun
{
    private static readonly TimeSpan _stuck = TimeSpan.FromMinutes(2);

    private readonly CheckOptions _options;
    private readonly Cluster _cluster;
    private readonly Action<string> _tell;
    private readonly World _world = new();
    private readonly Disturbances _disturbances = new();
    private readonly ConcurrentQueue<Answer> _answers = new();
    private readonly List<string> _costs = [];
    private readonly Violations _violations;
    private readonly Judge _judge;
    private readonly Writes _writes;
    private readonly TaskWriter _tasks;
    private readonly AccountWriter _accounts;
    private readonly KillBetween _kill;

    private CheckRun(CheckOptions options, Cluster cluster, Action<string> tell)
    {
        (_options, _cluster, _tell) = (options, cluster, tell);
        _violations = new Violations(_disturbances);
        _judge = new Judge(_world, _disturbances, _violations);
        _writes = new Writes(_world, cluster, _disturbances, _violations);
        _tasks = new TaskWriter(_world, cluster, _writes, options.TasksPerUser);
        _accounts = new AccountWriter(_world, cluster, _writes);
        _kill = new KillBetween(_world, _writes, _tasks, _disturbances);
    }

    public static async Task<CheckResult> RunAsync(Servers servers, CheckOptions options, Action<string> tell)
    {
        await using var cluster = await Cluster.StartAsync(servers, options.Replicas);
        var run = new CheckRun(options, cluster, tell);
        return await run.RunAsync();
    }

    private async Task<CheckResult> RunAsync()
    {
        await _accounts.FillAsync(_options.Users);
        await FillTasksAsync();
        await MeasureAsync();
        await LoadAsync();
        await CheckEntriesAsync();
        if (_judge.Hits < _judge.Checked * _options.LeastHits)
            _violations.Add($"Only {_judge.Hits} of {_judge.Checked} answers came from the cache: that proves little.");
        return new CheckResult(_judge.Checked, _judge.Hits, _violations.Count, Describe());
    }

    private void Tell(string line)
    {
        _costs.Add(line);
        _tell(line);
    }

    private async Task FillTasksAsync()
    {
        var random = new Random(_options.Seed);
        foreach (var user in _world.Users.Values)
        {
            for (var task = 0; task < _options.TasksPerUser; task++)
                await _tasks.WriteAsync(user, random);
        }
    }

    private async Task MeasureAsync()
    {
        var costs = new Costs(_cluster, _violations, Tell);
        // Tasks that the model does not know must not stay: the account is deleted.
        var stranger = await _accounts.AddStrangerAsync();
        await costs.CheckHitsAsync(stranger.Access);
        await costs.CheckMissesAsync(stranger.Access);
        if (_options.MeasuresTime)
            await costs.CheckSlownessAsync(stranger.Access);
        await _accounts.RemoveAsync(stranger.User);
    }

    /// <summary>After the faults: when the replicas use the cache again, there are entries to look at.</summary>
    private async Task CheckEntriesAsync()
    {
        var costs = new Costs(_cluster, _violations, Tell);
        // A replica that was killed between commit and invalidation leaves its busy mark, for minutes or until the next write; this is that write.
        await _tasks.CreateAsync(_writes.Operator, Chance(400));
        await costs.WarmAsync("tasks/", _writes.Operator.Access);
        await costs.CheckEntriesAsync();
    }

    private async Task LoadAsync()
    {
        using var stop = new CancellationTokenSource(_options.Longest);
        var reader = new Reader(_world, _cluster, _answers, new Queries(_world));
        var faults = new FaultInjector(_cluster, _disturbances, _kill);
        Task[] load =
        [
            .. Enumerable.Range(0, _options.Readers).Select(number => Task.Run(() => reader.RunAsync(Chance(number), stop.Token))),
            .. Enumerable.Range(0, _options.Writers).Select(number => Task.Run(() => _tasks.RunAsync(Chance(100 + number), _options.WritePause, stop.Token))),
            Task.Run(() => _accounts.RunAsync(Chance(200), _options.WritePause * 4, stop.Token)),
            Task.Run(() => faults.RunAsync(Chance(300), _options.FaultPause, stop.Token)),
        ];
        var judging = Task.Run(() => JudgeAsync(stop));
        var all = Task.WhenAll(load);
        // A part of the load that fails ends the run.
        if (await Task.WhenAny([judging, .. load]) is { IsFaulted: true })
            await stop.CancelAsync();
        await Task.WhenAll(all, judging);
    }

    private Random Chance(int number) => new(unchecked((_options.Seed * 1000) + number));

    /// <summary>Checks answers as soon as the outcome of every write is known that may show in them.</summary>
    private async Task JudgeAsync(CancellationTokenSource stop)
    {
        var (pruned, told, progress, shown) = (Clock.Now, Clock.Now, Clock.Now, 0);
        while (!stop.IsCancellationRequested || !_answers.IsEmpty || _world.Reads.Oldest != long.MaxValue)
        {
            if (_answers.TryPeek(out var answer) && answer.Reply.End < _world.Writes.Oldest && _answers.TryDequeue(out answer))
            {
                _judge.Check(answer);
                _world.Reads.End(answer.Ticket);
                progress = Clock.Now;
            }
            else
            {
                await Task.Delay(2);
            }

            if (_judge.Checked >= _options.Answers && !stop.IsCancellationRequested)
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
                told = Clock.Now;
                _tell($"{Clock.Show(told)}: {Figures()}");
                foreach (var line in _disturbances.Describe(told - (10 * System.Diagnostics.Stopwatch.Frequency), told))
                    _tell("    " + line);
                foreach (var line in _violations.Told.Skip(shown))
                    _tell(line);
                shown = _violations.Told.Count;
            }
        }
    }

    private string Figures() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_judge.Checked} answers checked, {_judge.Hits} from the cache, {_judge.NotModified} not modified, {_judge.Refused} refused as they must be; {_writes.Acknowledged} writes acknowledged, {_writes.Unknown} without an answer; {_violations.Count} violations");

    private string Describe() => string.Join('\n',
    [
        $"seed {_options.Seed}, {_options.Replicas} replicas",
        .. _costs,
        Figures(),
        $"{_judge.Unanswered} reads without an answer while a replica or the database was away; {_kill.Kills} replicas died exactly between commit and invalidation; {_cluster.Replicas.Sum(replica => replica.Redis.StoredLate)} entries were stored late",
        "faults:",
        .. _disturbances.Counts.Select(kind => $"  {kind.Count} x {kind.Kind}"),
        .. _violations.Told,
        _violations.Count == 0 ? "No violation." : $"{_violations.Count} violations; repeat with --seed {_options.Seed} --replicas {_options.Replicas}.",
    ]);
}
