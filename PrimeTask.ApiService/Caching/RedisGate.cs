using Polly;
using Polly.CircuitBreaker;
using StackExchange.Redis;

namespace PrimeTask.ApiService.Caching;

/// <summary>The only way to Redis: no use of it costs a request more than <see cref="Limit"/>, and one that fails is answered from the database.</summary>
public sealed class RedisGate
{
    public static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    private readonly IConnectionMultiplexer _redis;
    private readonly ILogger<RedisGate> _logger;
    private readonly ResiliencePipeline _pipeline;

    public RedisGate(IConnectionMultiplexer redis, TimeProvider clock, ILogger<RedisGate> logger)
    {
        (_redis, _logger) = (redis, logger);
        _redis.ConnectionFailed += (_, _) => ConnectionLost?.Invoke();
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<Exception>(IsOutage),
                FailureRatio = 0.5,
                MinimumThroughput = 4,
                SamplingDuration = TimeSpan.FromSeconds(5),
                BreakDuration = TimeSpan.FromSeconds(1),
                OnOpened = opened =>
                {
                    RedisLog.Opened(_logger, Reason(opened.Outcome.Exception));
                    return ValueTask.CompletedTask;
                },
                OnClosed = _ =>
                {
                    RedisLog.Closed(_logger);
                    return ValueTask.CompletedTask;
                },
            })
            .AddTimeout(Limit)
            .Build();
    }

    /// <summary>Raised when a connection broke: what this replica sent last may never have arrived.</summary>
    public event Action? ConnectionLost;

    /// <returns>False when Redis did not do it in time.</returns>
    public async Task<bool> TryDoAsync(Func<IDatabase, Task> use) =>
        await TryAsync(async database =>
        {
            await use(database);
            return true;
        });

    /// <returns>The default of <typeparamref name="T"/> when Redis did not answer in time.</returns>
    public async Task<T?> TryAsync<T>(Func<IDatabase, Task<T>> use)
    {
        try
        {
            // StackExchange.Redis takes no cancellation tokens: a command that is late is left behind.
            return await _pipeline.ExecuteAsync(async cancellation => await use(_redis.GetDatabase()).WaitAsync(cancellation));
        }
        catch (Exception exception) when (IsOutage(exception))
        {
            RedisLog.Skipped(_logger, exception.GetType().Name);
            return default;
        }
    }

    /// <summary>
    /// A command on a connection that breaks at that moment fails with what its transport says, a completed pipe or a reset socket, not with a RedisException;
    /// or its task is cancelled: no caller's token comes in here, so nobody else can have given it up.
    /// </summary>
    private static bool IsOutage(Exception exception) =>
        exception is RedisException or IOException or InvalidOperationException or TimeoutException or ExecutionRejectedException or OperationCanceledException;

    /// <summary>Such as UnableToConnect or AuthenticationFailure. The client's own log is off: while Redis is away it would repeat this every second.</summary>
    private static string Reason(Exception? exception) =>
        exception is RedisConnectionException connection
            ? ((connection.InnerException as RedisConnectionException) ?? connection).FailureType.ToString()
            : exception?.GetType().Name ?? "";
}

internal static partial class RedisLog
{
    [LoggerMessage(10, LogLevel.Warning, "Redis does not answer in time: the database answers instead ({Reason})")]
    internal static partial void Opened(ILogger logger, string reason);

    [LoggerMessage(11, LogLevel.Information, "Redis answers again")]
    internal static partial void Closed(ILogger logger);

    [LoggerMessage(12, LogLevel.Debug, "Did without Redis: {Reason}")]
    internal static partial void Skipped(ILogger logger, string reason);
}
