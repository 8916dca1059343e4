using StackExchange.Redis;

namespace PrimeTask.Tests.Caching.Check;

/// <summary>Disturbs the replicas at random, at the worst places, one after another and at times two at once.</summary>
internal sealed class FaultInjector
{
    private readonly Cluster _cluster;
    private readonly Disturbances _disturbances;
    private readonly KillBetween _kill;
    private readonly Func<Task>[] _faults;

    /// <summary>
    /// Never two of these at once: the end of one would connect replicas while the other puts old data back, and no Redis changes its data
    /// under those who are connected.
    /// </summary>
    private readonly Func<Task>[] _losesRedis;

    /// <summary>Never both at once: somebody must serve.</summary>
    private readonly Func<Task>[] _kills;

    private (string Key, RedisValue Value)[] _snapshot = [];

    public FaultInjector(Cluster cluster, Disturbances disturbances, KillBetween kill)
    {
        (_cluster, _disturbances, _kill) = (cluster, disturbances, kill);
        _losesRedis =
        [
            () => OnAsync("Redis half open: nothing arrives", 2.5, [_cluster.Pick()], (replica, on) => Mute(replica, on, LinkState.Silent)),
            () => OnAsync("Redis half open: no response arrives", 2.5, [_cluster.Pick()], (replica, on) => Mute(replica, on, LinkState.Deaf)),
            () => LoseRedisAsync("Redis gone and back with its data", () => Task.CompletedTask),
            () => LoseRedisAsync("Redis gone and back with older data", PutOldDataBackAsync),
            () => LoseRedisAsync("Redis gone and back empty", _cluster.EmptyRedisAsync),
        ];
        _kills = [KillBetweenAsync, KillAsync];
        _faults =
        [
            // Between query and store.
            () => OnEachAsync("entries stored 20 to 1500 ms late", 3, (replica, on) => replica.Redis.StoreLag = on ? () => Milliseconds(20, 1500) : null),
            // Between commit and invalidation, within the time that a replica waits, and longer.
            () => OnEachAsync("versions delayed by 5 to 80 ms", 2, (replica, on) => replica.Redis.VersionDelay = on ? () => Milliseconds(5, 80) : null),
            () => OnEachAsync("versions delayed by 80 to 600 ms", 2, (replica, on) => replica.Redis.VersionDelay = on ? () => Milliseconds(80, 600) : null),
            () => OnEachAsync("Redis's responses delayed by 1 to 60 ms", 2, (replica, on) => replica.Redis.ReplyDelay = on ? () => Milliseconds(1, 60) : null),
            () => OnEachAsync("Redis's responses delayed by 2 s", 3, (replica, on) => replica.Redis.ReplyDelay = on ? () => TimeSpan.FromSeconds(2) : null),
            CutRedisAsync,
            // Between query and store for readers, between commit and invalidation for writers.
            () => OnEachAsync("the database's responses delayed by 1 to 200 ms", 3, (replica, on) => replica.Postgres.ReplyDelay = on ? Seldom : null),
            // Between version and query.
            () => OnEachAsync("requests to the database delayed by 1 to 200 ms", 3, (replica, on) => replica.Postgres.RequestDelay = on ? Seldom : null),
            CutDatabaseAsync,
            .. _losesRedis,
            .. _kills,
        ];
    }

    /// <summary>Each kind once in a random order, then again.</summary>
    public async Task RunAsync(TimeSpan quiet, CancellationToken stop)
    {
        while (true)
        {
            foreach (var fault in _faults.OrderBy(_ => Random.Shared.Next()))
            {
                if (stop.IsCancellationRequested)
                    return;
                var second = World.Any(_faults);
                var together = second != fault && !new[] { _losesRedis, _kills }.Any(apart => apart.Contains(fault) && apart.Contains(second));
                await (Random.Shared.Next(4) == 0 && together ? Task.WhenAll(fault(), second()) : fault());
                await Task.Delay(quiet * (0.5 + Random.Shared.NextDouble()), CancellationToken.None);
            }
        }
    }

    private async Task CutRedisAsync()
    {
        for (var times = Random.Shared.Next(1, 5); times > 0; times--)
        {
            var replica = _cluster.Pick();
            using (_disturbances.Begin("connections to Redis cut", replica))
                replica.Redis.Reset();
            await Task.Delay(Milliseconds(20, 400));
        }
    }

    private static void Mute(Replica replica, bool on, LinkState state)
    {
        replica.Redis.State = on ? state : LinkState.Open;
        // What was swallowed leaves the connection in the middle of nowhere.
        replica.Redis.Reset();
    }

    private async Task LoseRedisAsync(string kind, Func<Task> meanwhile)
    {
        using var disturbance = _disturbances.Begin(kind, null);
        _snapshot = await _cluster.ReadRedisAsync();
        // Some writes between the copy and the loss, so that the copy is old.
        await Task.Delay(Milliseconds(200, 600));
        foreach (var replica in _cluster.Replicas)
            replica.Redis.State = LinkState.Refused;
        await meanwhile();
        await Task.Delay(Milliseconds(100, 1500));
        // Not all at once: who has it back first must not believe too much.
        foreach (var replica in _cluster.Replicas.OrderBy(_ => Random.Shared.Next()))
        {
            replica.Redis.State = LinkState.Open;
            await Task.Delay(Milliseconds(0, 400));
        }
    }

    /// <summary>As when Redis was started again from a backup: old versions come back, and the entries that belong to them.</summary>
    private async Task PutOldDataBackAsync()
    {
        await _cluster.EmptyRedisAsync();
        foreach (var (key, value) in _snapshot)
            await _cluster.Redis.StringSetAsync(key, value, TimeSpan.FromMinutes(1));
    }

    private async Task CutDatabaseAsync()
    {
        var replica = _cluster.Pick();
        using (_disturbances.Begin("connections to the database cut", replica, excuses: true))
            replica.Postgres.Reset();
        await Task.Delay(Milliseconds(50, 300));
    }

    private Task KillBetweenAsync() => _cluster.Replicas.Count(replica => replica.IsUp) > 1 ? _kill.RunAsync(_cluster.Pick()) : Task.CompletedTask;

    private async Task KillAsync()
    {
        if (_cluster.Replicas.Count(replica => replica.IsUp) < 2)
            return;
        var replica = _cluster.Pick();
        using var disturbance = _disturbances.Begin("API killed at a random moment", replica, excuses: true);
        await replica.KillAsync();
        await replica.StartAsync();
    }

    private Task OnEachAsync(string kind, double seconds, Action<Replica, bool> turn) =>
        OnAsync(kind, seconds, Random.Shared.Next(2) == 0 ? [_cluster.Pick()] : [.. _cluster.Replicas], turn);

    private async Task OnAsync(string kind, double seconds, Replica[] replicas, Action<Replica, bool> turn)
    {
        using var disturbance = _disturbances.Begin(kind, replicas is [var only] ? only : null);
        Array.ForEach(replicas, replica => turn(replica, true));
        await Task.Delay(TimeSpan.FromSeconds(seconds * (0.3 + (0.7 * Random.Shared.NextDouble()))));
        Array.ForEach(replicas, replica => turn(replica, false));
    }

    private static TimeSpan Milliseconds(int least, int most) => TimeSpan.FromMilliseconds(Random.Shared.Next(least, most));

    /// <summary>One packet in six, so that a replica still answers while others wait.</summary>
    private static TimeSpan Seldom() => Random.Shared.Next(6) == 0 ? Milliseconds(1, 200) : TimeSpan.Zero;
}
