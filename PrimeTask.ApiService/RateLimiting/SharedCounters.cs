using Microsoft.Extensions.Caching.Memory;
using PrimeTask.ApiService.Caching;
using StackExchange.Redis;

namespace PrimeTask.ApiService.RateLimiting;

/// <summary>Counters and marks that all replicas share through Redis; while it is away every replica keeps its own.</summary>
public sealed class SharedCounters(RedisGate redis, TimeProvider clock) : IDisposable
{
    private const string Prefix = "primetask:limit:";

    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = 100_000 });
    private readonly Lock _lock = new();

    /// <summary>Counts one more; the counter starts anew after <paramref name="lifetime"/>.</summary>
    public async Task<long> IncrementAsync(string name, TimeSpan lifetime)
    {
        if (await AddAsync(name, 1, lifetime) is not (> 0 and var counts))
            return CountAlone(name, lifetime);

        var uncounted = Uncounted(name, counts, lifetime);
        if (uncounted > 0)
            await AddAsync(name, uncounted, lifetime);
        return counts + uncounted;
    }

    /// <summary>Takes one back that was counted.</summary>
    public async Task DecrementAsync(string name, TimeSpan lifetime)
    {
        var isShared = await AddAsync(name, -1, lifetime) is not null;
        lock (_lock)
        {
            if (_memory.TryGetValue(name, out Count known))
                _memory.Set(name, new Count(known.Value - 1, isShared && known.IsShared), Options(lifetime));
        }
    }

    /// <returns>False when there is such a mark already: of several simultaneous callers one sets it.</returns>
    public async Task<bool> TryMarkAsync(string name, TimeSpan lifetime) =>
        await redis.TryAsync<bool?>(async database => await database.StringSetAsync(Prefix + name, "1", lifetime, When.NotExists))
        ?? TryMarkInMemory(name, lifetime);

    /// <summary>How long a mark still stands; zero when there is none.</summary>
    public async Task<TimeSpan> LeftAsync(string name)
    {
        var shared = await redis.TryAsync(database => database.KeyTimeToLiveAsync(Prefix + name)) ?? TimeSpan.Zero;
        var own = _memory.TryGetValue(name, out DateTimeOffset until) ? until - clock.GetUtcNow() : TimeSpan.Zero;
        return shared > own ? shared : own;
    }

    public async Task ForgetAsync(string name)
    {
        _memory.Remove(name);
        await redis.TryDoAsync(database => database.KeyDeleteAsync(Prefix + name));
    }

    public void Dispose() => _memory.Dispose();

    /// <returns>What Redis counts then; null when it did not answer in time.</returns>
    private Task<long?> AddAsync(string name, long change, TimeSpan lifetime) => redis.TryAsync<long?>(async database =>
    {
        var count = database.StringIncrementAsync(Prefix + name, change);
        // The time with each change, because the counter may have ended before it: one that never ends must not come of this.
        await Task.WhenAll(count, database.KeyExpireAsync(Prefix + name, lifetime));
        return await count;
    });

    private long CountAlone(string name, TimeSpan lifetime)
    {
        lock (_lock)
        {
            var count = _memory.TryGetValue(name, out Count known) ? known.Value + 1 : 1;
            _memory.Set(name, new Count(count, IsShared: false), Options(lifetime));
            return count;
        }
    }

    /// <summary>
    /// Remembers what Redis counts, where this replica goes on from when Redis is late.
    /// One that was late may have counted nonetheless: what is missing is the difference to this replica's own count.
    /// </summary>
    /// <returns>How many this replica counted alone that Redis has not.</returns>
    private long Uncounted(string name, long counts, TimeSpan lifetime)
    {
        lock (_lock)
        {
            var uncounted = _memory.TryGetValue(name, out Count known) && !known.IsShared ? Math.Max(known.Value + 1 - counts, 0) : 0;
            _memory.Set(name, new Count(counts + uncounted, IsShared: true), Options(lifetime));
            return uncounted;
        }
    }

    private bool TryMarkInMemory(string name, TimeSpan lifetime)
    {
        lock (_lock)
        {
            if (_memory.TryGetValue(name, out _))
                return false;
            _memory.Set(name, clock.GetUtcNow() + lifetime, Options(lifetime));
            return true;
        }
    }

    private static MemoryCacheEntryOptions Options(TimeSpan lifetime) => new() { Size = 1, AbsoluteExpirationRelativeToNow = lifetime };

    /// <param name="Value">As this replica knows it.</param>
    /// <param name="IsShared">Whether Redis had that count when it answered last.</param>
    private readonly record struct Count(long Value, bool IsShared);
}
