using Microsoft.Extensions.Caching.Memory;

namespace PrimeTask.ApiService.Http;

/// <summary>Counters and marks that all replicas share through Redis; while it is away every replica keeps its own.</summary>
public sealed class SharedCounters(RedisGate redis, TimeProvider clock) : IDisposable
{
    private const string Prefix = "primetask:limit:";

    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = 100_000 });
    private readonly Lock _lock = new();

    /// <summary>Counts one more; the counter starts anew after <paramref name="lifetime"/>.</summary>
    public async Task<long> IncrementAsync(string name, TimeSpan lifetime)
    {
        var counts = await redis.TryAsync(async database =>
        {
            var count = database.StringIncrementAsync(Prefix + name);
            await Task.WhenAll(count, database.KeyExpireAsync(Prefix + name, lifetime));
            return await count;
        });
        return counts > 0 ? counts : IncrementInMemory(name, lifetime);
    }

    public async Task MarkAsync(string name, TimeSpan lifetime)
    {
        if (!await redis.TryAsync(database => database.StringSetAsync(Prefix + name, "1", lifetime)))
            _memory.Set(name, clock.GetUtcNow() + lifetime, Options(lifetime));
    }

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

    private long IncrementInMemory(string name, TimeSpan lifetime)
    {
        lock (_lock)
        {
            var count = _memory.TryGetValue(name, out long known) ? known + 1 : 1;
            _memory.Set(name, count, Options(lifetime));
            return count;
        }
    }

    private static MemoryCacheEntryOptions Options(TimeSpan lifetime) => new() { Size = 1, AbsoluteExpirationRelativeToNow = lifetime };
}
