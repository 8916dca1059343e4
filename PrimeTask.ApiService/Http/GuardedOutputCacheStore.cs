using Microsoft.AspNetCore.OutputCaching;

namespace PrimeTask.ApiService.Http;

/// <summary>Keeps a slow or missing Redis out of the requests: what it can't give is a miss, what it can't take is not stored.</summary>
internal sealed class GuardedOutputCacheStore(IOutputCacheStore store, RedisGate redis, PrimeTaskMetrics metrics) : IOutputCacheStore
{
    public async ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) =>
        await redis.TryAsync(_ => store.GetAsync(key, CancellationToken.None).AsTask());

    public async ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        if (!await redis.TryDoAsync(_ => store.SetAsync(key, value, tags, validFor, CancellationToken.None).AsTask()))
            metrics.CacheEntryLost();
    }

    public async ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) =>
        await redis.TryDoAsync(_ => store.EvictByTagAsync(tag, CancellationToken.None).AsTask());

    /// <summary>Wraps the store that was registered last.</summary>
    internal static void Decorate(IServiceCollection services)
    {
        var inner = services.Last(service => service.ServiceType == typeof(IOutputCacheStore));
        services.Remove(inner);
        services.AddSingleton<IOutputCacheStore>(provider => new GuardedOutputCacheStore(
            (IOutputCacheStore)(inner.ImplementationFactory?.Invoke(provider)
                ?? inner.ImplementationInstance
                ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!)),
            provider.GetRequiredService<RedisGate>(),
            provider.GetRequiredService<PrimeTaskMetrics>()));
    }
}
