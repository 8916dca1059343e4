namespace PrimeTask.Tests.Caching.Check;

/// <summary>What the cache costs, counted at the proxies of one replica while nobody else asks it.</summary>
internal sealed class Costs(Cluster cluster, Violations violations, Action<string> tell)
{
    private const int Requests = 100;
    private const int Concurrent = 20;
    private const int MaxRoundTrips = 2;
    private const int Attempts = 5;
    private const int MaxEntryBytes = (256 * 1024) + 4096;

    /// <summary>A replica's own upkeep may fall into the time of counting.</summary>
    private const int Upkeep = 5;

    /// <summary>What a slow Redis may cost a request before the database is asked, and what a busy machine of two cores adds to that.</summary>
    private static readonly TimeSpan _limit = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _noise = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _measured = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan _entryLifetime = TimeSpan.FromSeconds(61);
    private static readonly TimeSpan _versionLifetime = TimeSpan.FromHours(1);

    private Replica Replica => cluster.Replicas[0];

    /// <summary>A cached list is one or two round trips to Redis, or none, and no query.</summary>
    public async Task CheckHitsAsync(string token)
    {
        foreach (var path in new[] { "tasks/", "tasks/?status=pending&ordering=title", "tasks/stats/" })
        {
            var cost = await BestAsync(() => CountHitsAsync(path, token), cost => cost.Trips <= MaxRoundTrips * 1.05 * Requests && cost.Queries <= Upkeep && cost.Hits >= Requests - 1);
            Tell(cost.IsGood, $"{Requests} hits of {path}: {cost.Value.Trips} round trips to Redis, at most {MaxRoundTrips} each; {cost.Value.Queries} queries, none; {cost.Value.Hits} from the cache");
        }
    }

    /// <summary>Many who ask the same at once cost what one costs.</summary>
    public async Task CheckMissesAsync(string token)
    {
        Replica.Postgres.ReplyDelay = () => TimeSpan.FromMilliseconds(100);
        var one = await CountMissAsync(1, token);
        var many = await BestAsync(() => CountMissAsync(Concurrent, token), queries => queries <= one + Upkeep);
        Replica.Postgres.ReplyDelay = null;
        Tell(many.IsGood, $"a miss: {one} queries for one request, {many.Value} for {Concurrent} at once");
    }

    /// <summary>A slow Redis costs little, and is soon asked no more.</summary>
    public async Task CheckSlownessAsync(string token)
    {
        Replica.Redis.State = LinkState.Refused;
        await MeasureAsync(token, TimeSpan.FromSeconds(1));
        var without = await MeasureAsync(token, _measured);
        Replica.Redis.State = LinkState.Open;
        await WarmAsync("tasks/", token);

        var commands = Replica.Redis.Commands;
        Replica.Redis.ReplyDelay = () => TimeSpan.FromSeconds(2);
        var slow = await MeasureAsync(token, _measured);
        commands = Replica.Redis.Commands - commands;
        Replica.Redis.ReplyDelay = null;
        var normal = without[without.Length / 2];
        var (median, worst) = (slow[slow.Length / 2] - normal, slow[^1] - normal);
        Tell(
            median <= _limit / 2 && worst <= _limit + _noise + (without[^1] - normal) && commands <= slow.Length / 4,
            $"Redis 2 s slow: p50 {median.TotalMilliseconds:0.0} ms more than without Redis, worst {worst.TotalMilliseconds:0.0} ms more than its p50; {commands} commands for {slow.Length} requests");
        await WarmAsync("tasks/", token);
    }

    /// <summary>Every entry is small and has its end.</summary>
    public async Task CheckEntriesAsync()
    {
        var (entries, largest) = (0, 0L);
        foreach (var (key, value) in await cluster.ReadRedisAsync())
        {
            var left = await cluster.Redis.KeyTimeToLiveAsync(key);
            // The last may have ended since.
            if (key is RedisProxy.Placeholder or "primetask:epoch" || !await cluster.Redis.KeyExistsAsync(key))
                continue;
            var isEntry = !key.StartsWith("primetask:", StringComparison.Ordinal);
            (entries, largest) = (entries + (isEntry ? 1 : 0), Math.Max(largest, value.Length()));
            if (left is null || left > (isEntry ? _entryLifetime : _versionLifetime) || value.Length() > MaxEntryBytes)
                violations.Add($"The key {key} lives {left?.ToString() ?? "for ever"} and has {value.Length()} bytes.");
        }

        Tell(entries > 0, $"in Redis: {entries} entries, all with an end within {_entryLifetime.TotalSeconds} s, the largest value has {largest} bytes");
    }

    /// <summary>Asks for up to 10 s whether the response comes from the cache.</summary>
    public async Task<bool> IsWarmAsync(string path, string token)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if ((await GetAsync(path, token)).Age is not null)
                return true;
            await Task.Delay(50);
        }

        return false;
    }

    /// <summary>Asks until the response comes from the cache.</summary>
    public async Task WarmAsync(string path, string token)
    {
        if (await IsWarmAsync(path, token))
            return;
        // A busy mark is what a killed replica leaves; without one, the replica does not trust Redis.
        var versions = (await cluster.ReadRedisAsync()).Where(pair => pair.Key.StartsWith("primetask:v:", StringComparison.Ordinal)).Select(pair => $"{pair.Key}={pair.Value}");
        violations.Add($"{path} never came from the cache within 10 s. Versions: {string.Join(", ", versions)}");
    }

    private void Tell(bool isGood, FormattableString cost)
    {
        var text = cost.ToString(CultureInfo.InvariantCulture);
        tell(text);
        if (!isGood)
            violations.Add($"Too dear: {text}.");
    }

    /// <summary>
    /// When the machine stands still for longer than the replica waits for Redis, the database answers, as it must. That says nothing of the costs with Redis,
    /// so they are counted again then.
    /// </summary>
    private static async Task<(T Value, bool IsGood)> BestAsync<T>(Func<Task<T>> countAsync, Predicate<T> isGood)
    {
        var cost = await countAsync();
        for (var attempt = 1; attempt < Attempts && !isGood(cost); attempt++)
            cost = await countAsync();
        return (cost, isGood(cost));
    }

    private async Task<(long Trips, long Queries, int Hits)> CountHitsAsync(string path, string token)
    {
        await WarmAsync(path, token);
        var (trips, queries, hits) = (Replica.Redis.RoundTrips, Replica.Postgres.Queries, 0);
        for (var request = 0; request < Requests; request++)
            hits += (await GetAsync(path, token)).Age is null ? 0 : 1;
        return (Replica.Redis.RoundTrips - trips, Replica.Postgres.Queries - queries, hits);
    }

    private async Task<long> CountMissAsync(int requests, string token)
    {
        // By another replica, so that its queries are not counted; then the session is known again, but not the list.
        await cluster.Replicas[^1].SendAsync(new Request(HttpMethod.Post, "tasks/", new { title = "Makes a miss" }), token);
        await WarmAsync("tasks/stats/", token);
        var before = Replica.Postgres.Queries;
        await Task.WhenAll(Enumerable.Range(0, requests).Select(_ => GetAsync("tasks/?page_size=7", token)));
        return Replica.Postgres.Queries - before;
    }

    private async Task<TimeSpan[]> MeasureAsync(string token, TimeSpan time)
    {
        var took = new List<TimeSpan>();
        for (var end = Clock.After(time); Clock.Now < end;)
        {
            took.Add((await GetAsync("tasks/", token)).Took);
            // A pace that leaves the machine room, so that waiting is waiting for Redis.
            await Task.Delay(5);
        }

        return [.. took.Order()];
    }

    private async Task<Reply> GetAsync(string path, string token)
    {
        var reply = await Replica.SendAsync(new Request(HttpMethod.Get, path), token);
        if (reply.Status != 200)
            violations.Add("A read failed while costs were measured.", reply, Replica, path, ["200"]);
        return reply;
    }
}
