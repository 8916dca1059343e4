using System.Globalization;
using Npgsql;
using PrimeTask.ApiService.Data;

namespace PrimeTask.ApiService.Caching;

/// <summary>
/// Whether this replica may use the cache. It may while it holds a shared lock in Postgres that it took before it replaced the epoch in Redis. A writer that
/// cannot reach Redis tells all replicas through Postgres, and waits until none holds the lock any more, before its write is acknowledged.
/// </summary>
/// <remarks>
/// Needs a session of its own in Postgres (advisory locks and LISTEN): where <c>primetask</c> leads to a pooler, the connection string
/// <c>primetask-session</c> has to lead to Postgres itself.
/// </remarks>
public sealed partial class CacheTrust : BackgroundService
{
    /// <summary>Where the epoch stands in Redis. It is part of every cache key: a new one makes all entries unreachable.</summary>
    public const string Epoch = "primetask:epoch";

    /// <summary>How long a request may take to tell all replicas.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    internal const string Channel = "primetask_cache_revoked";

    /// <summary>Arbitrary, but the same in every replica.</summary>
    internal const long LockId = 7_306_364_883;

    private const int MaxAttempts = 5;

    private static readonly TimeSpan _firstWait = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan _poolerPause = TimeSpan.FromSeconds(10);

    private readonly RedisGate _redis;
    private readonly ILogger<CacheTrust> _logger;
    private readonly string _connectionString;
    private readonly string _session;

    private bool _toldOfPooler;

    // The cache is trusted while the epoch was replaced after the last invalidation.
    private long _invalidations = 1;
    private long _established;

    public CacheTrust(RedisGate redis, IConfiguration configuration, ILogger<CacheTrust> logger)
    {
        (_redis, _logger) = (redis, logger);
        _connectionString = Database.Tune(configuration.GetConnectionString("primetask")) ?? "";
        _session = configuration.GetConnectionString("primetask-session") is { Length: > 0 } direct ? direct : _connectionString;
        _redis.ConnectionLost += Invalidate;
    }

    public bool IsTrusted => Interlocked.Read(ref _invalidations) == Interlocked.Read(ref _established);

    /// <summary>After a write that Redis did not hear of: returns when no replica answers from entries that are older than the write.</summary>
    /// <exception cref="NpgsqlException">The database does not answer, so the write must not be acknowledged.</exception>
    /// <exception cref="TimeoutException">A replica kept its lock for too long, or the database hangs. Telling goes on.</exception>
    public Task RevokeEverywhereAsync() => TellAllAsync().WaitAsync(Limit);

    private async Task TellAllAsync()
    {
        Invalidate();
        try
        {
            await TellEverybodyAsync();
        }
        catch (NpgsqlException exception) when (exception is not PostgresException)
        {
            // The pool keeps connections that broke while nobody used them. The write is done: it must not fail for that.
            NpgsqlConnection.ClearPool(new NpgsqlConnection(_connectionString));
            await TellEverybodyAsync();
        }
    }

    public override void Dispose()
    {
        _redis.ConnectionLost -= Invalidate;
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause);
        do
        {
            try
            {
                await HoldAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                // Once, and not at every attempt.
                if (IsTrusted)
                    Interrupted(_logger, exception.GetType().Name);
                Invalidate();
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TellEverybodyAsync()
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            // Again each time: a replica may have begun to listen after the last one. Longer each time: all must have released the lock within one wait, since
            // those that did take it again after it.
            if (await NobodyHoldsLockAsync(connection, _firstWait * (1 << attempt)))
                return;
        }

        throw new TimeoutException("A replica did not stop using the cache in time.");
    }

    private static async Task<bool> NobodyHoldsLockAsync(NpgsqlConnection connection, TimeSpan wait)
    {
        // In one request, so that this waits for the lock before a replica that hears of it has released the lock and takes it again.
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                // The barrier commits: the notification is sent then.
                new($"NOTIFY {Channel}") { AppendErrorBarrier = true },
                new(string.Create(CultureInfo.InvariantCulture, $"SELECT set_config('lock_timeout', '{wait.TotalMilliseconds}', true)")),
                new($"SELECT pg_advisory_xact_lock({LockId})"),
            },
        };
        try
        {
            await batch.ExecuteNonQueryAsync();
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken = default)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private void Invalidate() => Interlocked.Increment(ref _invalidations);

    private async Task HoldAsync(CancellationToken stop)
    {
        var session = new NpgsqlConnectionStringBuilder(_session) { Pooling = false, KeepAlive = 5 };
        await using var connection = new NpgsqlConnection(session.ConnectionString);
        connection.Notification += (_, _) => Invalidate();
        await connection.OpenAsync(stop);
        if (!await IsOwnSessionAsync(connection, stop))
        {
            await Task.Delay(_poolerPause, stop);
            return;
        }

        await ExecuteAsync(connection, $"LISTEN {Channel}", stop);
        while (true)
        {
            // Without Redis there is nothing to hold the lock for, and writers would have to wait for it.
            if (await _redis.TryDoAsync(database => database.PingAsync()))
                await EstablishAsync(connection, stop);
            do
                await connection.WaitAsync(_pause, stop);
            while (IsTrusted);
            await ExecuteAsync(connection, "SELECT pg_advisory_unlock_all()", stop);
        }
    }

    /// <summary>
    /// A pooler hands out process ids of its own. Behind one in transaction mode the lock would belong to a session that can end, or serve others, unnoticed.
    /// </summary>
    private async Task<bool> IsOwnSessionAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
        var own = await command.ExecuteScalarAsync(stop) is int id && id == connection.ProcessID;
        if (!own && !_toldOfPooler)
            BehindPooler(_logger);
        _toldOfPooler = !own;
        return own;
    }

    // The order matters: invalidations are counted before, and the lock is held when the epoch is replaced.
    private async Task EstablishAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        var invalidations = Interlocked.Read(ref _invalidations);
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock_shared({LockId})", stop);
        if (await _redis.TryAsync(database => database.StringSetAsync(Epoch, CacheVersions.New())))
            Interlocked.Exchange(ref _established, invalidations);
    }

    [LoggerMessage(13, LogLevel.Warning, "The cache is not used until the database answers again ({Reason})")]
    private static partial void Interrupted(ILogger logger, string reason);

    [LoggerMessage(14, LogLevel.Warning, "The cache is not used: the database is reached through a pooler. Name Postgres itself in ConnectionStrings__primetask-session")]
    private static partial void BehindPooler(ILogger logger);
}
