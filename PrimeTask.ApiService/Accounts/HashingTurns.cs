using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace PrimeTask.ApiService.Accounts;

/// <summary>Lets few passwords be hashed at a time, so that a crowd of sign-ins leaves processors to everybody else.</summary>
public sealed class HashingTurns(IOptions<PasswordOptions> options, PrimeTaskMetrics metrics) : IDisposable
{
    /// <summary>How soon a request that found the queue full may come back.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.Value.ConcurrentHashes is > 0 and var number ? number : Math.Max(1, Environment.ProcessorCount / 2),
        QueueLimit = options.Value.QueueLength,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Runs <paramref name="work"/> when its turn comes.</summary>
    /// <returns>The default of <typeparamref name="T"/> when too many wait already.</returns>
    public async Task<T?> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        using var turn = await WaitAsync(cancellationToken);
        if (!turn.IsAcquired)
        {
            metrics.RequestRefused("password_hashing");
            return default;
        }

        // A thread of its own: the pool's threads serve the other requests.
        return await Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public void Dispose() => _limiter.Dispose();

    private async Task<RateLimitLease> WaitAsync(CancellationToken cancellationToken)
    {
        metrics.PasswordHashingQueueChanged(1);
        try
        {
            return await _limiter.AcquireAsync(1, cancellationToken);
        }
        finally
        {
            metrics.PasswordHashingQueueChanged(-1);
        }
    }
}
