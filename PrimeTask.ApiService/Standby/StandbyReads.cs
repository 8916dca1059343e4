using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using NpgsqlTypes;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Standby;

/// <summary>
/// Lets the standby answer, if there is one, where it has all that the response must show, and the primary otherwise. Nobody notices but the primary.
/// </summary>
/// <remarks>
/// A version that stands (<see cref="CacheVersions"/>) was set after the commit of every acknowledged write that it covers. So what the primary's log held
/// when this replica had seen the version is enough for any response under that version, for as long as it stands and whoever asks.
/// </remarks>
public sealed class StandbyReads(StandbyPosition? position = null, PooledDbContextFactory<PrimeTaskDbContext>? standby = null) : IDisposable
{
    /// <summary>Versions. One that was forgotten counts as seen for the first time again.</summary>
    private const int MaxKnown = 100_000;

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MaxKnown });

    /// <summary>For what has versions: a list or stats of tasks.</summary>
    /// <param name="context">The request, with the versions that stood after it began.</param>
    /// <param name="primary">The database that is never behind.</param>
    /// <param name="read">Called again for the primary when the standby could not do it.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<T> ReadTasksAsync<T>(
        HttpContext context, PrimeTaskDbContext primary, Func<PrimeTaskDbContext, Task<T>> read, CancellationToken cancellationToken) =>
        position is not null && context.Features.Get<CallerVersions>() is { Tasks: { } version }
            && Known(version, position) is { } needed && position.Covers(needed)
            ? TryAsync(position, needed, primary, read, cancellationToken)
            : read(primary);

    /// <summary>For what has no versions: everything that was committed before the call is seen.</summary>
    /// <inheritdoc cref="ReadTasksAsync"/>
    public async Task<T> ReadLatestAsync<T>(PrimeTaskDbContext primary, Func<PrimeTaskDbContext, Task<T>> read, CancellationToken cancellationToken) =>
        position is not null && await position.AskPrimaryAsync(cancellationToken) is { } needed
            ? await TryAsync(position, needed, primary, read, cancellationToken)
            : await read(primary);

    public void Dispose() => _known.Dispose();

    private NpgsqlLogSequenceNumber? Known(string version, StandbyPosition follow)
    {
        if (!_known.TryGetValue(version, out FirstSeen? seen))
            _known.Set(version, seen = new FirstSeen(follow.Now), new MemoryCacheEntryOptions { Size = 1 });
        return seen!.Needed(follow.Primary);
    }

    private async Task<T> TryAsync<T>(
        StandbyPosition follow, NpgsqlLogSequenceNumber needed, PrimeTaskDbContext primary, Func<PrimeTaskDbContext, Task<T>> read,
        CancellationToken cancellationToken)
    {
        try
        {
            StandbyCheck.Need(needed);
            await using var db = await standby!.CreateDbContextAsync(cancellationToken);
            return await read(db);
        }
        catch (Exception exception) when (IsOfServer(exception) && !cancellationToken.IsCancellationRequested)
        {
            // A statement that is behind or refused says nothing about the next one: a standby ends those that keep it from replaying the log.
            if ((exception.InnerException ?? exception) is not (StandbyBehindException or PostgresException))
                follow.Lose(exception);
        }

        return await read(primary);
    }

    /// <summary>EF wraps what may pass by itself.</summary>
    private static bool IsOfServer(Exception exception) =>
        exception is StandbyBehindException or NpgsqlException or TimeoutException
            or InvalidOperationException { InnerException: NpgsqlException or TimeoutException };

    /// <summary>When this replica first saw a version, and what the primary's log held after that.</summary>
    private sealed class FirstSeen(long at)
    {
        private volatile LogSample? _enough;

        public NpgsqlLogSequenceNumber? Needed(LogSample? latest)
        {
            if (_enough is null && latest?.At >= at)
                _enough = latest;
            return _enough?.End;
        }
    }
}
