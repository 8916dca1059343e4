using System.Buffers.Binary;
using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Caching.Memory;
using PrimeTask.ApiService.Telemetry;

namespace PrimeTask.ApiService.Caching;

/// <summary>
/// Where the output cache keeps responses: in this process's memory and, for all replicas, in Redis. A slow or missing Redis fails no request: what it can't
/// give is a miss, what it can't take is not stored.
/// </summary>
/// <remarks>An entry ends at a point in time, which it carries: Redis counts a lifetime from its arrival there, which may be late.</remarks>
internal sealed class ListCacheStore(IOutputCacheStore store, RedisGate redis, PrimeTaskMetrics metrics, TimeProvider clock) : IOutputCacheStore, IDisposable
{
    /// <summary>In bytes: lists of a thousand or two callers.</summary>
    private const long MaxMemory = 8 * 1024 * 1024;

    /// <summary>Of what memory holds beside an entry, in bytes, with some to spare.</summary>
    private const long Overhead = 1024;

    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = MaxMemory });

    /// <summary>How a policy tells this store when an entry ends: a policy's tags are all that reaches a store.</summary>
    public static string EndTag(DateTimeOffset end) => end.UtcTicks.ToString(CultureInfo.InvariantCulture);

    public async ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
    {
        var entry = Fresh(_memory.Get<Entry>(key)) ?? await GetFromRedisAsync(key);
        if (entry is null)
            metrics.CacheMiss();
        else
            metrics.CacheHit();
        return entry?.Value;
    }

    public async ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        var entry = new Entry(new DateTimeOffset(long.Parse(tags!.Single(), CultureInfo.InvariantCulture), TimeSpan.Zero), value);
        // Memory takes what is asked for again.
        if (Fresh(entry) is not null && !await redis.TryDoAsync(_ => store.SetAsync(key, entry.Write(), tags: null, validFor, CancellationToken.None).AsTask()))
            metrics.CacheEntryLost();
    }

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Entries are not evicted: every write changes the version in their keys.");

    public void Dispose() => _memory.Dispose();

    /// <summary>Wraps the store that was registered last.</summary>
    internal static void Decorate(IServiceCollection services)
    {
        var inner = services.Last(service => service.ServiceType == typeof(IOutputCacheStore));
        services.Remove(inner);
        services.AddSingleton<IOutputCacheStore>(provider => ActivatorUtilities.CreateInstance<ListCacheStore>(
            provider,
            (IOutputCacheStore)(inner.ImplementationFactory?.Invoke(provider)
                ?? inner.ImplementationInstance
                ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!))));
    }

    private async Task<Entry?> GetFromRedisAsync(string key)
    {
        var entry = Fresh(Entry.Read(await redis.TryAsync(_ => store.GetAsync(key, CancellationToken.None).AsTask())));
        if (entry is not null)
            _memory.Set(key, entry, new MemoryCacheEntryOptions { Size = entry.Value.Length + Overhead, AbsoluteExpiration = entry.End });
        return entry;
    }

    private Entry? Fresh(Entry? entry) => entry?.End > clock.GetUtcNow() ? entry : null;

    private sealed record Entry(DateTimeOffset End, byte[] Value)
    {
        public static Entry? Read(byte[]? stored) => stored is { Length: > sizeof(long) }
            ? new(new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(stored), TimeSpan.Zero), stored[sizeof(long)..])
            : null;

        public byte[] Write()
        {
            var stored = new byte[sizeof(long) + Value.Length];
            BinaryPrimitives.WriteInt64LittleEndian(stored, End.UtcTicks);
            Value.CopyTo(stored, sizeof(long));
            return stored;
        }
    }
}
