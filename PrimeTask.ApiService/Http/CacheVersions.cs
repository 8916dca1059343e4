using System.Security.Cryptography;
using StackExchange.Redis;

namespace PrimeTask.ApiService.Http;

/// <summary>
/// The versions that make the output cache invisible. A version is part of every cache key and is read before the query;
/// a write changes it before it is acknowledged. So an answer that a slow reader stores late lands under a version that nobody asks for any more.
/// </summary>
/// <remarks>
/// <para>Versions are random, never counters: a Redis that forgot everything could count up to an old value again.</para>
/// <para>While a write is under way its versions are busy markers, and readers bypass the cache. A replica that dies between commit and new version leaves
/// the marker behind, which outlives any transaction.</para>
/// <para>A write that Redis did not hear of makes all replicas lose their trust in the cache (<see cref="CacheTrust"/>) before it is acknowledged.</para>
/// </remarks>
public sealed class CacheVersions(RedisGate redis, CacheTrust trust)
{
    private const string Busy = "busy:";

    /// <summary>Longer than the longest transaction with all its retries.</summary>
    private static readonly TimeSpan _busyLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Longer than any entry of the cache lives; a version that expired is replaced by a new random one.</summary>
    private static readonly TimeSpan _versionLifetime = TimeSpan.FromHours(1);

    public const string AllTasks = "primetask:v:all";

    public static string TasksOf(long userId) => $"primetask:v:{userId}";

    public static string SessionsOf(long userId) => $"primetask:s:{userId}";

    /// <summary>The version for a cache key, or null when the cache must be bypassed.</summary>
    public async Task<string?> ReadAsync(string name)
    {
        if (!trust.Holds)
            return null;

        RedisKey[] keys = [CacheTrust.Epoch, name];
        var values = await redis.TryAsync(database => database.StringGetAsync(keys));
        if (values is not null && values.Any(value => value.IsNull))
            values = await redis.TryAsync(database => CreateMissingAsync(database, keys, values));

        return values is null || !trust.Holds || values.Any(value => value.IsNull || value.StartsWith(Busy))
            ? null
            : $"{values[0]}:{values[1]}";
    }

    /// <summary>Brackets a write: begin before its transaction, dispose after its end however it ended, and only then acknowledge it.</summary>
    public async Task<IAsyncDisposable> BeginChangeAsync(params IReadOnlyCollection<string> names)
    {
        var marker = Busy + New();
        await SetAsync(names.Select(name => KeyValuePair.Create(name, marker)), _busyLifetime);
        return new Change(this, trust, names);
    }

    internal static string New() => RandomNumberGenerator.GetHexString(24, lowercase: true);

    private static async Task<RedisValue[]> CreateMissingAsync(IDatabase database, RedisKey[] keys, RedisValue[] values)
    {
        await Task.WhenAll(keys.Where((_, index) => values[index].IsNull)
            .Select(key => database.StringSetAsync(key, New(), key == CacheTrust.Epoch ? null : _versionLifetime, When.NotExists)));
        return await database.StringGetAsync(keys);
    }

    private Task<bool> SetAsync(IEnumerable<KeyValuePair<string, string>> versions, TimeSpan lifetime) =>
        redis.TryDoAsync(database =>
            Task.WhenAll(versions.Select(version => database.StringSetAsync(version.Key, version.Value, lifetime))));

    private sealed class Change(CacheVersions versions, CacheTrust trust, IReadOnlyCollection<string> names) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (!await versions.SetAsync(names.Select(name => KeyValuePair.Create(name, New())), _versionLifetime))
                await trust.LoseEverywhereAsync();
        }
    }
}
