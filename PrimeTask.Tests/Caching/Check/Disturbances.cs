using System.Collections.Concurrent;
using PrimeTask.CacheCheck.Load;
using PrimeTask.CacheCheck.Model;

namespace PrimeTask.CacheCheck.Faults;

/// <summary>What was done to the replicas, and when: to explain answers, and to know where a failure is no surprise.</summary>
public sealed class Disturbances
{
    /// <summary>A request may suffer from what ended so long ago.</summary>
    private static readonly TimeSpan _aftermath = TimeSpan.FromSeconds(3);

    private readonly ConcurrentQueue<Disturbance> _all = new();

    public IEnumerable<(string Kind, int Count)> Counts => _all.GroupBy(one => one.Kind).OrderBy(kind => kind.Key).Select(kind => (kind.Key, kind.Count()));

    /// <param name="kind">For the report.</param>
    /// <param name="replica">Null for all.</param>
    /// <param name="excuses">Whether requests may fail: where the database or the replica itself is away, not where Redis is.</param>
    public Disturbance Begin(string kind, Replica? replica, bool excuses)
    {
        var disturbance = new Disturbance(kind, replica, excuses, Clock.Now);
        _all.Enqueue(disturbance);
        return disturbance;
    }

    /// <summary>Whether a request to that replica, in that time, may have failed without anybody's fault.</summary>
    public bool Excuse(Replica replica, long start, long end) =>
        _all.Any(one => one.Excuses && (one.Replica is null || one.Replica == replica) && one.Start <= end && Clock.Between(one.End, start) <= _aftermath);

    public IReadOnlyList<string> Describe(long start, long end) =>
        [.. _all.Where(one => one.Start <= end && Clock.Between(one.End, start) <= _aftermath)
            .Select(one => $"{one.Kind} on {one.Replica?.Name ?? "all replicas"} from {Clock.Show(one.Start)} to {Clock.Show(one.End)}")];
}

public sealed class Disturbance(string kind, Replica? replica, bool excuses, long start) : IDisposable
{
    public string Kind => kind;

    public Replica? Replica => replica;

    public bool Excuses => excuses;

    public long Start => start;

    public long End { get; private set; } = long.MaxValue;

    public void Dispose() => End = Clock.Now;
}
