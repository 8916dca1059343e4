using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using NpgsqlTypes;

namespace PrimeTask.ApiService.Standby;

/// <summary>Where the primary's log stood. It holds every change that was committed before <paramref name="At"/>, a time of this process's own clock.</summary>
public sealed record LogSample(long At, NpgsqlLogSequenceNumber End);

/// <summary>Follows how far the log has got on the primary and on the standby (setting <c>ConnectionStrings:primetask-readonly</c>).</summary>
public sealed partial class StandbyPosition(string primary, string standby, TimeProvider clock, ILogger<StandbyPosition> logger)
    : BackgroundService, IHealthCheck
{
    /// <summary>
    /// After every commit that others see already, whether or not it has reached the disk. Where a new page of the log begins, the place after its header
    /// is given, and nobody can replay up to there before something follows.
    /// </summary>
    private const string End =
        """
        SELECT place - CASE WHEN mod(place - '0/0', current_setting('wal_block_size')::numeric) = 24 THEN 24 ELSE 0 END
        FROM pg_current_wal_insert_lsn() AS place
        """;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    /// <summary>A standby that lacks what was committed so long ago is worth a word.</summary>
    private static readonly TimeSpan _maxLag = TimeSpan.FromSeconds(10);

    private readonly NpgsqlDataSource _primary = Create(primary);
    private readonly NpgsqlDataSource _standby = Create(standby);

    private LogSample? _target;
    private long _fresh = clock.GetTimestamp();
    private volatile LogSample? _last;
    private volatile object? _replayed;
    private int _serves = 1;

    /// <summary>This process's own clock.</summary>
    public long Now => clock.GetTimestamp();

    /// <summary>The last that the primary said.</summary>
    public LogSample? Primary => _last;

    /// <summary>Whether it is worth asking the standby for what the log holds up to there.</summary>
    public bool Covers(NpgsqlLogSequenceNumber end) => _replayed is NpgsqlLogSequenceNumber replayed && replayed >= end;

    /// <summary>Where the primary's log ends now, or null when it does not say so or when there is no standby to compare it with.</summary>
    public async Task<NpgsqlLogSequenceNumber?> AskPrimaryAsync(CancellationToken cancellationToken) =>
        _replayed is not null && await SampleAsync(cancellationToken) is { } sample ? sample.End : null;

    /// <summary>The standby is not asked again before it has shown that it answers.</summary>
    public void Lose(Exception reason)
    {
        _replayed = null;
        Report(serves: false, reason.GetType().Name);
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Volatile.Read(ref _serves) == 1 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("The standby is away or far behind: the primary answers instead."));

    public override void Dispose()
    {
        _primary.Dispose();
        _standby.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, clock);
        do
        {
            _last = await SampleAsync(stoppingToken) ?? _last;
            await FollowAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<LogSample?> SampleAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The time before the question: what was committed by then is in the response.
            var at = Now;
            return await AskAsync(_primary, End, cancellationToken) is { } end ? new LogSample(at, end) : null;
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            // What was known stays true; requests notice by themselves that the primary is away, and say so.
            PrimaryAway(logger, exception.GetType().Name);
            return null;
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            var replayed = await AskAsync(_standby, StandbyCheck.Replayed, cancellationToken);
            _replayed = replayed;
            Judge(replayed);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            Lose(exception);
        }
    }

    /// <summary>One position of the primary's is waited for at a time; when the standby has reached it, its time says how old the standby's data are at most.</summary>
    private void Judge(NpgsqlLogSequenceNumber? replayed)
    {
        _target ??= _last;
        if (_target is { } target && replayed >= target.End)
            (_fresh, _target) = (target.At, null);
        if (replayed is null)
            Report(serves: false, "it is no standby");
        else
            Report(clock.GetElapsedTime(_fresh) < _maxLag, "it is far behind");
    }

    private void Report(bool serves, string reason)
    {
        // Requests and the follower find out at the same time; one of them says so.
        if (Interlocked.Exchange(ref _serves, serves ? 1 : 0) == (serves ? 1 : 0))
            return;
        if (serves)
            Serves(logger);
        else
            ServesNot(logger, reason);
    }

    /// <summary>Questions that take longer than a second count as unanswered.</summary>
    private static NpgsqlDataSource Create(string connectionString) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            Timeout = 1,
            CommandTimeout = 1,
            CancellationTimeout = -1,
            MaxPoolSize = 4,
            MinPoolSize = 0,
        });

    private static async Task<NpgsqlLogSequenceNumber?> AskAsync(NpgsqlDataSource server, string question, CancellationToken cancellationToken)
    {
        await using var command = server.CreateCommand(question);
        return await command.ExecuteScalarAsync(cancellationToken) as NpgsqlLogSequenceNumber?;
    }

    [LoggerMessage(50, LogLevel.Warning, "The primary answers instead of the standby: {Reason}")]
    private static partial void ServesNot(ILogger logger, string reason);

    [LoggerMessage(51, LogLevel.Information, "The standby answers again")]
    private static partial void Serves(ILogger logger);

    [LoggerMessage(52, LogLevel.Debug, "The primary did not say where its log ends: {Reason}")]
    private static partial void PrimaryAway(ILogger logger, string reason);
}
