using System.Globalization;
using PrimeTask.CacheCheck.Faults;
using PrimeTask.CacheCheck.Load;

namespace PrimeTask.CacheCheck.Checks;

/// <summary>What the cache costs, counted at the proxies of one replica while nobody else asks it.</summary>
public sealed class Costs(Cluster cluster, Violations violations, Action<string> tell)
{
    private const int Requests = 100;
    private const int Concurrent = 20;
    private const int MostRoundTrips = 2;
    private const int Attempts = 5;
    private const int MostEntryBytes = (256 * 1024) + 4096;

    /// <summary>A replica's own upkeep may fall into the time of counting.</summary>
    private const int Upkeep = 5;

    /// <summary>What a slow Redis may cost a request before the database is asked, and what a busy machine of two cores adds to that.</summary>
    private static readonly TimeSpan _limit = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _noise = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _slow = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _measured = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan _entryLifetime = TimeSpan.FromSeconds(61);
    private static readonly TimeSpan _versionLifetime = TimeSpan.FromHours(1);

    private Replica Replica => cluster.Replicas[0];

    /// <summary>A cached list is one or two round trips to Redis, or none, and no query.</summary>
    public async Task CheckHitsAsync(string token)
    {
        foreach (var path in new[] { "tasks/", "tasks/?status=pending&ordering=title", "tasks/stats/" })
        {
            var cost = await BestAsync(() => CountHitsAsync(path, token), IsCheap);
            tell(string.Create(CultureInfo.InvariantCulture, $"a hit of {path}: {cost.Trips:0.00} round trips to Redis ({cost.Commands:0.00} commands), {cost.Queries} queries in {Requests} requests, {cost.Hits} hits"));
            if (!IsCheap(cost))
                violations.Add($"A cached {path} costs {cost.Trips:0.00} round trips to Redis; {Requests} of them {cost.Queries} queries with {cost.Hits} hits. Expected: at most {MostRoundTrips}, no query, only hits.");
        }
    }

    /// <summary>Many who ask the same at once cost what one costs.</summary>
    public async Task CheckMissesAsync(string token)
    {
        Replica.Postgres.ReplyDelay = () => TimeSpan.FromMilliseconds(100);
        var one = await CountMissAsync(1, token);
        var many = await BestAsync(() => CountMissAsync(Concurrent, token), queries => queries <= one + Upkeep);
        Replica.Postgres.ReplyDelay = null;
        tell($"a miss: {one} queries for one request, {many} for {Concurrent} at once");
        if (many > one + Upkeep)
            violations.Add($"{Concurrent} requests for the same at once cost {many} queries, one costs {one}.");
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
        Replica.Redis.ReplyDelay = () => _slow;
        var slow = await MeasureAsync(token, _measured);
        commands = Replica.Redis.Commands - commands;
        Replica.Redis.ReplyDelay = null;
        var (median, worst) = (Quantile(slow, 0.5) - Quantile(without, 0.5), slow[^1] - Quantile(without, 0.5));
        tell(string.Create(
            CultureInfo.InvariantCulture,
            $"Redis 2 s slow: p50 {Show(median)} more than without Redis, p99 {Show(Quantile(slow, 0.99) - Quantile(without, 0.99))}, worst {Show(worst)} more than its p50; {commands} commands for {slow.Length} requests"));
        if (median > _limit / 2 || worst > _limit + _noise + (without[^1] - Quantile(without, 0.5)))
            violations.Add($"A slow Redis costs {Show(median)} in the median and {Show(worst)} at worst. Expected: hardly anything, and at most {Show(_limit)} (with {Show(_noise)} for the machine).");
        if (commands > slow.Length / 4)
            violations.Add($"A slow Redis was asked {commands} times for {slow.Length} requests: nothing stops asking it.");
        await WarmAsync("tasks/", token);
    }

    /// <summary>Every entry is small and has its end.</summary>
    public async Task CheckEntriesAsync()
    {
        var (entries, versions, largest) = (0, 0, 0L);
        await foreach (var key in cluster.RedisServer.KeysAsync(cluster.Redis.Database))
        {
            var (lifetime, length) = (await cluster.Redis.KeyTimeToLiveAsync(key), await cluster.Redis.StringLengthAsync(key));
            if (length == 0 || key.ToString() is "cache-check:placeholder" or "primetask:epoch")
                continue;
            var ours = key.ToString().StartsWith("primetask:", StringComparison.Ordinal);
            (entries, versions, largest) = (entries + (ours ? 0 : 1), versions + (ours ? 1 : 0), Math.Max(largest, length));
            if (lifetime is null || lifetime > (ours ? _versionLifetime : _entryLifetime) || length > MostEntryBytes)
                violations.Add($"The key {key} lives {lifetime?.ToString() ?? "for ever"} and has {length} bytes.");
        }

        tell($"in Redis: {entries} entries, all with an end within {_entryLifetime.TotalSeconds} s, {versions} versions and sessions, the largest value has {largest} bytes");
        if (entries == 0)
            violations.Add("There was not one entry in Redis.");
    }

    private static bool IsCheap(HitCost cost) => cost.Trips <= MostRoundTrips + 0.1 && cost.Queries <= Upkeep && cost.Hits >= Requests - 1;

    /// <summary>
    /// When the machine stands still for longer than the replica waits for Redis, the database answers, as it must. That says nothing of the costs with Redis,
    /// so they are counted again then.
    /// </summary>
    private static async Task<T> BestAsync<T>(Func<Task<T>> countAsync, Predicate<T> isGood)
    {
        var cost = await countAsync();
        for (var attempt = 1; attempt < Attempts && !isGood(cost); attempt++)
            cost = await countAsync();
        return cost;
    }

    private async Task<HitCost> CountHitsAsync(string path, string token)
    {
        await WarmAsync(path, token);
        var (trips, commands, queries) = (Replica.Redis.RoundTrips, Replica.Redis.Commands, Replica.Postgres.Queries);
        var hits = 0;
        for (var request = 0; request < Requests; request++)
            hits += (await GetAsync(path, token)).Age is null ? 0 : 1;
        return new((double)(Replica.Redis.RoundTrips - trips) / Requests, (double)(Replica.Redis.Commands - commands) / Requests, Replica.Postgres.Queries - queries, hits);
    }

    private async Task<long> CountMissAsync(int requests, string token)
    {
        // By another replica, so that its queries are not counted; then the session is known again, but not the list.
        var other = cluster.Replicas[^1];
        var created = await other.SendAsync(HttpMethod.Post, "tasks/", token, new { title = "Makes a miss" });
        if (created.Status != 201)
            throw new InvalidOperationException($"No task could be created: {created.Status} {created.Failure}");
        await WarmAsync("tasks/stats/", token);
        var before = Replica.Postgres.Queries;
        await Task.WhenAll(Enumerable.Range(0, requests).Select(_ => GetAsync("tasks/?page_size=7", token)));
        return Replica.Postgres.Queries - before;
    }

    /// <summary>Asks until the answer comes from the cache.</summary>
    public async Task WarmAsync(string path, string token)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if ((await GetAsync(path, token)).Age is not null)
                return;
            await Task.Delay(50);
        }

        // A busy mark is what a killed replica leaves; without one, the replica does not trust Redis.
        var versions = new List<string>();
        await foreach (var key in cluster.RedisServer.KeysAsync(cluster.Redis.Database, "primetask:v:*"))
            versions.Add($"{key}={await cluster.Redis.StringGetAsync(key)}");
        violations.Add($"{path} never came from the cache within 10 s. Versions: {string.Join(", ", versions)}");
    }

    private async Task<TimeSpan[]> MeasureAsync(string token, TimeSpan time)
    {
        var took = new List<TimeSpan>();
        var end = Model.Clock.After(time);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            while (Model.Clock.Now < end)
            {
                var reply = await GetAsync("tasks/", token);
                lock (took)
                    took.Add(reply.Took);
                // A pace that leaves the machine room, so that waiting is waiting for Redis.
                await Task.Delay(5);
            }
        }));
        return [.. took.Order()];
    }

    private async Task<Reply> GetAsync(string path, string token)
    {
        var reply = await Replica.SendAsync(HttpMethod.Get, path, token);
        if (reply.Status != 200)
            violations.Add($"GET {path} gave {reply.Status} {reply.Failure} while costs were measured.", reply, Replica, path);
        return reply;
    }

    private static TimeSpan Quantile(TimeSpan[] sorted, double part) => sorted[(int)(part * (sorted.Length - 1))];

    private static string Show(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");

    private sealed record HitCost(double Trips, double Commands, long Queries, int Hits);
}
