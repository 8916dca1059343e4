using PrimeTask.CacheCheck.Load;
using StackExchange.Redis;

namespace PrimeTask.CacheCheck.Faults;

/// <summary>Disturbs the replicas at random, at the worst places, one after another and at times two at once.</summary>
public sealed class FaultInjector(Cluster cluster, Disturbances disturbances, KillBetween kill)
{
    private (RedisKey Key, RedisValue Value)[] _snapshot = [];

    /// <summary>Each kind once in a random order, then again.</summary>
    public async Task RunAsync(Random random, TimeSpan quiet, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var faults = All();
            random.Shuffle(faults);
            foreach (var fault in faults)
            {
                if (stop.IsCancellationRequested)
                    return;
                var second = faults[random.Next(faults.Length)];
                var together = second.Method != fault.Method
                    && !new[] { LosesRedis(), Kills() }.Any(apart => apart.Contains(fault) && apart.Contains(second));
                await (random.Next(4) == 0 && together ? Task.WhenAll(fault(random), second(random)) : fault(random));
                await Task.Delay(quiet * (0.5 + random.NextDouble()), CancellationToken.None);
            }
        }
    }

    private Func<Random, Task>[] All() =>
    [
        StoreLateAsync, DelayVersionsAsync, DelayVersionsLongAsync, DelayRedisAnswersAsync, SlowRedisAsync, CutRedisAsync, SilentRedisAsync, DeafRedisAsync,
        LoseRedisWithDataAsync, LoseRedisWithOldDataAsync, EmptyRedisAsync, DelayDatabaseAnswersAsync, DelayDatabaseRequestsAsync, CutDatabaseAsync,
        KillBetweenAsync, KillAsync,
    ];

    /// <summary>
    /// Never two of these at once: the end of one would connect replicas while the other puts old data back, and no Redis changes its data
    /// under those who are connected.
    /// </summary>
    private Func<Random, Task>[] LosesRedis() =>
        [SilentRedisAsync, DeafRedisAsync, LoseRedisWithDataAsync, LoseRedisWithOldDataAsync, EmptyRedisAsync];

    /// <summary>Never both at once: somebody must serve.</summary>
    private Func<Random, Task>[] Kills() => [KillBetweenAsync, KillAsync];

    /// <summary>Between query and store.</summary>
    private Task StoreLateAsync(Random random) => OnEachAsync(random, "entries stored 20 to 1500 ms late", 3, (replica, on) =>
        replica.Redis.StoreLag = on ? () => Milliseconds(random, 20, 1500) : null);

    /// <summary>Between commit and invalidation, within the time that a replica waits.</summary>
    private Task DelayVersionsAsync(Random random) => OnEachAsync(random, "versions delayed by 5 to 80 ms", 2, (replica, on) =>
        replica.Redis.VersionDelay = on ? () => Milliseconds(random, 5, 80) : null);

    /// <summary>Between commit and invalidation, longer than a replica waits.</summary>
    private Task DelayVersionsLongAsync(Random random) => OnEachAsync(random, "versions delayed by 80 to 600 ms", 2, (replica, on) =>
        replica.Redis.VersionDelay = on ? () => Milliseconds(random, 80, 600) : null);

    private Task DelayRedisAnswersAsync(Random random) => OnEachAsync(random, "Redis's answers delayed by 1 to 60 ms", 2, (replica, on) =>
        replica.Redis.ReplyDelay = on ? () => Milliseconds(random, 1, 60) : null);

    private Task SlowRedisAsync(Random random) => OnEachAsync(random, "Redis's answers delayed by 2 s", 3, (replica, on) =>
        replica.Redis.ReplyDelay = on ? () => TimeSpan.FromSeconds(2) : null);

    private async Task CutRedisAsync(Random random)
    {
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var replica = Some(random);
            using (disturbances.Begin("connections to Redis cut", replica, false))
                replica.Redis.Reset();
            await Task.Delay(Milliseconds(random, 20, 400));
        }
    }

    private Task SilentRedisAsync(Random random) => OnOneAsync(random, "Redis half open: nothing arrives", 2.5, (replica, on) => Mute(replica, on, LinkState.Silent));

    private Task DeafRedisAsync(Random random) => OnOneAsync(random, "Redis half open: no answer arrives", 2.5, (replica, on) => Mute(replica, on, LinkState.Deaf));

    private static void Mute(Replica replica, bool on, LinkState state)
    {
        replica.Redis.State = on ? state : LinkState.Open;
        // What was swallowed leaves the connection in the middle of nowhere.
        replica.Redis.Reset();
    }

    private Task LoseRedisWithDataAsync(Random random) => LoseRedisAsync(random, "Redis gone and back with its data", () => Task.CompletedTask);

    private Task EmptyRedisAsync(Random random) =>
        LoseRedisAsync(random, cluster.Servers.KillRedisAsync is null ? "Redis gone and back empty" : "Redis killed and started again, empty", EmptyAsync);

    /// <summary>As when Redis was started again from a backup: old versions come back, and the entries that belong to them.</summary>
    private Task LoseRedisWithOldDataAsync(Random random) => LoseRedisAsync(random, "Redis gone and back with older data", async () =>
    {
        var old = _snapshot;
        await EmptyAsync();
        foreach (var (key, value) in old)
            await cluster.Redis.StringSetAsync(key, value, TimeSpan.FromMinutes(1));
    });

    private async Task LoseRedisAsync(Random random, string kind, Func<Task> meanwhile)
    {
        using var disturbance = disturbances.Begin(kind, null, false);
        _snapshot = await SnapshotAsync();
        // Some writes between the copy and the loss, so that the copy is old.
        await Task.Delay(Milliseconds(random, 200, 600));
        foreach (var replica in cluster.Replicas)
            replica.Redis.State = LinkState.Refused;
        await meanwhile();
        await Task.Delay(Milliseconds(random, 100, 1500));
        // Not all at once: who has it back first must not believe too much.
        foreach (var replica in cluster.Replicas.OrderBy(_ => random.Next()))
        {
            replica.Redis.State = LinkState.Open;
            await Task.Delay(Milliseconds(random, 0, 400));
        }
    }

    private async Task EmptyAsync()
    {
        if (cluster.Servers.KillRedisAsync is { } killRedis)
        {
            await killRedis();
            while (!await AnswersAsync())
                await Task.Delay(50);
        }
        else
        {
            await cluster.RedisServer.FlushDatabaseAsync(cluster.Redis.Database);
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await cluster.Redis.PingAsync();
            return true;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            return false;
        }
    }

    private async Task<(RedisKey, RedisValue)[]> SnapshotAsync()
    {
        var keys = new List<RedisKey>();
        await foreach (var key in cluster.RedisServer.KeysAsync(cluster.Redis.Database))
            keys.Add(key);
        var values = await cluster.Redis.StringGetAsync([.. keys]);
        return [.. keys.Zip(values).Where(pair => !pair.Second.IsNull)];
    }

    /// <summary>Between query and store for readers, between commit and invalidation for writers.</summary>
    private Task DelayDatabaseAnswersAsync(Random random) => OnEachAsync(random, "the database's answers delayed by 1 to 200 ms", 3, (replica, on) =>
        replica.Postgres.ReplyDelay = on ? () => Seldom(random, 1, 200) : null);

    /// <summary>Between version and query.</summary>
    private Task DelayDatabaseRequestsAsync(Random random) => OnEachAsync(random, "requests to the database delayed by 1 to 200 ms", 3, (replica, on) =>
        replica.Postgres.RequestDelay = on ? () => Seldom(random, 1, 200) : null);

    private async Task CutDatabaseAsync(Random random)
    {
        var replica = Some(random);
        using (disturbances.Begin("connections to the database cut", replica, true))
            replica.Postgres.Reset();
        await Task.Delay(Milliseconds(random, 50, 300));
    }

    private async Task KillBetweenAsync(Random random)
    {
        if (cluster.Replicas.Count(replica => replica.IsUp) > 1)
            await kill.RunAsync(Some(random), random);
    }

    private async Task KillAsync(Random random)
    {
        if (cluster.Replicas.Count(replica => replica.IsUp) < 2)
            return;
        var replica = Some(random);
        using var disturbance = disturbances.Begin("API killed at a random moment", replica, true);
        await replica.KillAsync();
        await replica.StartAsync();
    }

    private async Task OnEachAsync(Random random, string kind, double seconds, Action<Replica, bool> turn)
    {
        var replicas = random.Next(2) == 0 ? [Some(random)] : cluster.Replicas.ToArray();
        using var disturbance = disturbances.Begin(kind, replicas.Length == 1 ? replicas[0] : null, false);
        await ForAWhileAsync(random, seconds, replicas, turn);
    }

    private async Task OnOneAsync(Random random, string kind, double seconds, Action<Replica, bool> turn)
    {
        var replica = Some(random);
        using var disturbance = disturbances.Begin(kind, replica, false);
        await ForAWhileAsync(random, seconds, [replica], turn);
    }

    private static async Task ForAWhileAsync(Random random, double seconds, Replica[] replicas, Action<Replica, bool> turn)
    {
        foreach (var replica in replicas)
            turn(replica, true);
        await Task.Delay(TimeSpan.FromSeconds(seconds * (0.3 + (0.7 * random.NextDouble()))));
        foreach (var replica in replicas)
            turn(replica, false);
    }

    private Replica Some(Random random) => cluster.Pick(random);

    private static TimeSpan Milliseconds(Random random, int least, int most)
    {
        // Called by many connections at once, and Random is not made for that.
        lock (random)
            return TimeSpan.FromMilliseconds(random.Next(least, most));
    }

    /// <summary>One packet in six, so that a replica still answers while others wait.</summary>
    private static TimeSpan Seldom(Random random, int least, int most)
    {
        lock (random)
            return random.Next(6) == 0 ? TimeSpan.FromMilliseconds(random.Next(least, most)) : TimeSpan.Zero;
    }
}
