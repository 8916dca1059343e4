using Microsoft.Extensions.Options;
using PrimeTask.ApiService.RateLimiting;
using PrimeTask.ApiService.Telemetry;

namespace PrimeTask.ApiService.Accounts;

/// <summary>Who wants a password hashed.</summary>
/// <param name="Network">See <see cref="ClientNetwork"/>.</param>
/// <param name="Account">A digest of its email address; null where the account's other attempts must not make this one wait.</param>
public sealed record HashingParty(string Network, string? Account);

/// <summary>
/// Lets few passwords be hashed at a time, so that a crowd of sign-ins leaves processors to everybody else. Next is whose network and account had their last
/// turn longest ago: however many requests wait, those of others do not wait behind them.
/// </summary>
public sealed class PasswordHashLimiter(IOptions<PasswordOptions> options, IOptions<RateLimitingOptions> limits, PrimeTaskMetrics metrics)
{
    /// <summary>How soon a request that found the queue full may come back.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Turns that are remembered: minutes of hashing.</summary>
    private const int Memory = 1000;

    private readonly int _parallel =
        options.Value.ConcurrentHashes is > 0 and var number ? number : Math.Max(1, Environment.ProcessorCount / 2);

    private readonly int _perNetwork = limits.Value.Enabled ? options.Value.QueueLengthPerAddress : options.Value.QueueLength;

    private readonly Lock _lock = new();
    private readonly List<Waiter> _waiting = [];
    private readonly Dictionary<string, long> _lastTurns = [];
    private long _arrivals;
    private long _turns;
    private int _running;

    /// <summary>Runs <paramref name="work"/> when its turn comes.</summary>
    /// <returns>The default of <typeparamref name="T"/> when too many wait already.</returns>
    public async Task<T?> RunAsync<T>(HashingParty party, Func<T> work, CancellationToken cancellationToken)
    {
        if (!await WaitAsync(party, cancellationToken))
        {
            metrics.RequestRefused("password_hashing");
            return default;
        }

        try
        {
            // A thread of its own: the pool's threads serve the other requests.
            return await Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            lock (_lock)
            {
                _running--;
                StartNext();
            }
        }
    }

    /// <returns>False when it is refused.</returns>
    private async Task<bool> WaitAsync(HashingParty party, CancellationToken cancellationToken)
    {
        metrics.PasswordHashingQueueChanged(1);
        try
        {
            var waiter = Enter(party);
            await using var leave = cancellationToken.Register(() => Leave(waiter, cancellationToken));
            return await waiter.Task;
        }
        finally
        {
            metrics.PasswordHashingQueueChanged(-1);
        }
    }

    private Waiter Enter(HashingParty party)
    {
        lock (_lock)
        {
            var waiter = new Waiter(party, _arrivals++);
            if (_running == _parallel && _waiting.Count(other => other.Party.Network == party.Network) >= _perNetwork)
            {
                waiter.SetResult(false);
                return waiter;
            }

            _waiting.Add(waiter);
            StartNext();
            if (_waiting.Count > options.Value.QueueLength)
                Refuse(_waiting.MaxBy(Rank)!);
            return waiter;
        }
    }

    private void Leave(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // Who has a turn already gives it back by itself.
            if (_waiting.Remove(waiter))
                waiter.SetCanceled(cancellationToken);
        }
    }

    private void Refuse(Waiter waiter)
    {
        _waiting.Remove(waiter);
        waiter.SetResult(false);
    }

    private void StartNext()
    {
        if (_running >= _parallel || _waiting.MinBy(Rank) is not { } next)
            return;

        _waiting.Remove(next);
        _running++;
        _turns++;
        foreach (var name in Names(next.Party))
            _lastTurns[name] = _turns;
        if (_lastTurns.Count > 4 * Memory)
        {
            foreach (var (name, _) in _lastTurns.Where(turn => turn.Value < _turns - Memory).ToList())
                _lastTurns.Remove(name);
        }

        next.SetResult(true);
    }

    /// <summary>The least is next: by the last turn of the network or the account, whichever was later; then by how many of the network wait; then by arrival.</summary>
    private (long LastTurn, int Waiting, long Arrival) Rank(Waiter waiter) => (
        Names(waiter.Party).Max(name => _lastTurns.GetValueOrDefault(name)),
        _waiting.Count(other => other.Party.Network == waiter.Party.Network),
        waiter.Arrival);

    private static IEnumerable<string> Names(HashingParty party) =>
        party.Account is { } account ? [$"network {party.Network}", $"account {account}"] : [$"network {party.Network}"];

    private sealed class Waiter(HashingParty party, long arrival) : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public HashingParty Party => party;

        public long Arrival => arrival;
    }
}
