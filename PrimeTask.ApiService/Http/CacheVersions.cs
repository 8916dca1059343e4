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
/// <para>A replica that could not tell Redis about a write replaces the epoch, which is part of every key, before it trusts the cache again.</para>
/// </remarks>
public sealed class CacheVersions : IDisposable
{
    private const string EpochKey = "primetask:epoch";
    private const string Busy = "busy:";

    /// <summary>Longer than the longest transaction with all its retries.</summary>
    private static readonly TimeSpan _busyLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Longer than any entry of the cache lives; a version that expired is replaced by a new random one.</summary>
    private static readonly TimeSpan _versionLifetime = TimeSpan.FromHours(1);

    private readonly RedisGate _redis;
    private readonly ITimer _repair;

    // The cache is trusted while the epoch was replaced after the last doubt.
    private long _doubts = 1;
    private long _settled;

    public CacheVersions(RedisGate redis, TimeProvider clock)
    {
        _redis = redis;
        _redis.ConnectionLost += Doubt;
        _repair = clock.CreateTimer(_ => _ = ReplaceEpochAsync(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(250));
    }

    private bool Trusted => Interlocked.Read(ref _doubts) == Interlocked.Read(ref _settled);

    public const string AllTasks = "primetask:v:all";

    public static string TasksOf(long userId) => $"primetask:v:{userId}";

    public static string SessionsOf(long userId) => $"primetask:s:{userId}";

    /// <summary>The version for a cache key, or null when the cache must be bypassed.</summary>
    public async Task<string?> ReadAsync(string name)
    {
        if (!Trusted)
            return null;

        RedisKey[] keys = [EpochKey, name];
        var values = await _redis.TryAsync(database => database.StringGetAsync(keys));
        if (values is not null && values.Any(value => value.IsNull))
            values = await _redis.TryAsync(database => CreateMissingAsync(database, keys, values));

        return values is null || !Trusted || values.Any(value => value.IsNull || value.StartsWith(Busy))
            ? null
            : $"{values[0]}:{values[1]}";
    }

    /// <summary>Brackets a write: begin before its transaction, dispose after its end however it ended, and only then acknowledge it.</summary>
    public async Task<IAsyncDisposable> BeginChangeAsync(params IReadOnlyCollection<string> names)
    {
        var marker = Busy + NewVersion();
        await SetAsync(names.Select(name => KeyValuePair.Create(name, marker)), _busyLifetime);
        return new Change(this, names);
    }

    public void Dispose()
    {
        _redis.ConnectionLost -= Doubt;
        _repair.Dispose();
    }

    private static async Task<RedisValue[]> CreateMissingAsync(IDatabase database, RedisKey[] keys, RedisValue[] values)
    {
        await Task.WhenAll(keys.Where((_, index) => values[index].IsNull)
            .Select(key => database.StringSetAsync(key, NewVersion(), key == EpochKey ? null : _versionLifetime, When.NotExists)));
        return await database.StringGetAsync(keys);
    }

    private static string NewVersion() => RandomNumberGenerator.GetHexString(24, lowercase: true);

    private async Task SetAsync(IEnumerable<KeyValuePair<string, string>> versions, TimeSpan lifetime)
    {
        var done = await _redis.TryAsync(database =>
            Task.WhenAll(versions.Select(version => database.StringSetAsync(version.Key, version.Value, lifetime))));
        if (done is null)
            Doubt();
    }

    private void Doubt() => Interlocked.Increment(ref _doubts);

    private async Task ReplaceEpochAsync()
    {
        var doubts = Interlocked.Read(ref _doubts);
        if (doubts != Interlocked.Read(ref _settled) && await _redis.TryAsync(database => database.StringSetAsync(EpochKey, NewVersion())))
            Interlocked.Exchange(ref _settled, doubts);
    }

    private sealed class Change(CacheVersions versions, IReadOnlyCollection<string> names) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() =>
            await versions.SetAsync(names.Select(name => KeyValuePair.Create(name, NewVersion())), _versionLifetime);
    }
}
