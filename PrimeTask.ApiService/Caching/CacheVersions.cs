using System.Globalization;
using System.Security.Cryptography;
using PrimeTask.ApiService.Access;
using StackExchange.Redis;

namespace PrimeTask.ApiService.Caching;

/// <summary>
/// The versions that make the output cache invisible. A version is part of every cache key and is read before the query;
/// a write changes it before it is acknowledged. So a response that a slow reader stores late lands under a version that nobody asks for any more.
/// </summary>
/// <remarks>
/// <para>Versions are random, never counters: a Redis that forgot everything could count up to an old value again.</para>
/// <para>While a write is under way its versions are busy markers, and readers bypass the cache. A replica that dies between commit and new version leaves
/// the marker behind, which outlives any transaction.</para>
/// <para>A write that Redis did not hear of makes all replicas lose their trust in the cache (<see cref="CacheTrust"/>) before it is acknowledged.</para>
/// </remarks>
public sealed class CacheVersions(RedisGate redis, CacheTrust trust)
{
    public const string AllTasks = "primetask:v:all";

    private const string Busy = "busy:";

    /// <summary>Longer than the longest transaction with all its retries.</summary>
    private static readonly TimeSpan _busyLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Longer than any entry of the cache lives; a version that expired is replaced by a new random one.</summary>
    private static readonly TimeSpan _versionLifetime = TimeSpan.FromHours(1);

    public static string TasksOf(long userId) => string.Create(CultureInfo.InvariantCulture, $"primetask:v:{userId}");

    public static string SessionsOf(long userId) => string.Create(CultureInfo.InvariantCulture, $"primetask:s:{userId}");

    /// <summary>What a change of these owners' tasks changes.</summary>
    public static IReadOnlyCollection<string> Changed(IEnumerable<long> owners) => [AllTasks, .. owners.Distinct().Select(TasksOf)];

    /// <summary>What a caller's cached responses depend on, in one round trip.</summary>
    public async ValueTask<CallerVersions> ReadAsync(CurrentUser caller)
    {
        var keys = CallerKeys.Of(caller);
        if (!trust.IsTrusted)
            return new(caller, keys, null, null, null);

        var values = await ReadAsync(keys);
        if (values is not null && values.AsSpan(0, 3).Contains(RedisValue.Null))
        {
            await CreateMissingAsync([CacheTrust.Epoch, keys.Sessions, keys.Tasks], values);
            values = await ReadAsync(keys);
        }

        return values is not null && trust.IsTrusted
            ? new(caller, keys, Version(values[0], values[1]), Version(values[0], values[2]), values[3])
            : new(caller, keys, null, null, null);
    }

    private Task<RedisValue[]?> ReadAsync(CallerKeys keys) =>
        redis.TryAsync(database => database.StringGetAsync([CacheTrust.Epoch, keys.Sessions, keys.Tasks, keys.State]));

    /// <summary>Brackets a write: begin before its transaction, dispose after its end however it ended, and only then acknowledge it.</summary>
    public async Task<IAsyncDisposable> BeginChangeAsync(params IReadOnlyCollection<string> names)
    {
        var marker = Busy + New();
        await SetAsync(names.Select(name => KeyValuePair.Create(name, marker)), _busyLifetime);
        return new Change(this, trust, names);
    }

    internal static string New() => RandomNumberGenerator.GetHexString(24, lowercase: true);

    private static string? Version(string? epoch, string? value) =>
        epoch is null || value is null || value.StartsWith(Busy, StringComparison.Ordinal) ? null : $"{epoch}:{value}";

    private Task<bool> CreateMissingAsync(string[] names, RedisValue[] values) =>
        redis.TryDoAsync(database => Task.WhenAll(names.Where((_, index) => values[index].IsNull)
            .Select(name => database.StringSetAsync(name, New(), name == CacheTrust.Epoch ? null : _versionLifetime, When.NotExists))));

    private Task<bool> SetAsync(IEnumerable<KeyValuePair<string, string>> versions, TimeSpan lifetime) =>
        redis.TryDoAsync(database =>
            Task.WhenAll(versions.Select(version => database.StringSetAsync(version.Key, version.Value, lifetime))));

    private sealed class Change(CacheVersions versions, CacheTrust trust, IReadOnlyCollection<string> names) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (!await versions.SetAsync(names.Select(name => KeyValuePair.Create(name, New())), _versionLifetime))
                await trust.RevokeEverywhereAsync();
        }
    }
}

/// <summary>Where Redis keeps what a caller's cached responses depend on.</summary>
public sealed record CallerKeys(string Sessions, string Tasks, string State)
{
    public static CallerKeys Of(CurrentUser caller) => new(
        CacheVersions.SessionsOf(caller.Id),
        caller.OnlyOwner() is { } owner ? CacheVersions.TasksOf(owner) : CacheVersions.AllTasks,
        string.Create(CultureInfo.InvariantCulture, $"primetask:session:{caller.SessionId}"));
}

/// <summary>The versions that stood after a request began: what is computed from now on is at least as new. Null where the cache must be bypassed.</summary>
/// <param name="Caller">Whose they are.</param>
/// <param name="Keys">Where they are.</param>
/// <param name="Sessions">Changes with every change of the user's sessions, role or state.</param>
/// <param name="Tasks">Changes with every change of the tasks that the caller sees.</param>
/// <param name="State">What <c>SessionGuard</c> keeps of the session.</param>
public sealed record CallerVersions(CurrentUser Caller, CallerKeys Keys, string? Sessions, string? Tasks, string? State);
