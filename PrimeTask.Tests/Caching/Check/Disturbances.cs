using System.Collections.Concurrent;

namespace PrimeTask.Tests.Caching.Check;

/// <summary>What was done to the replicas, and when: to explain responses, and to know where a failure is no surprise.</summary>
internal sealed class Disturbances
{
    /// <summary>A request may suffer from what ended so long ago.</summary>
    private static readonly TimeSpan _aftermath = TimeSpan.FromSeconds(3);

    private readonly ConcurrentQueue<Disturbance> _all = new();

    public IEnumerable<string> Counts => _all.CountBy(one => one.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Value} x {kind.Key}");

    /// <param name="kind">For the report.</param>
    /// <param name="replica">Null for all.</param>
    /// <param name="excuses">Whether requests may fail: where the database or the replica itself is away, not where Redis is.</param>
    public IDisposable Begin(string kind, Replica? replica, bool excuses = false)
    {
        var disturbance = new Disturbance(kind, replica, excuses);
        _all.Enqueue(disturbance);
        return disturbance;
    }

    /// <summary>Whether a request to that replica, in that time, may have failed without anybody's fault.</summary>
    public bool Excuse(Replica replica, long start, long end) => During(start, end).Any(one => one.Excuses && (one.Replica is null || one.Replica == replica));

    public IEnumerable<string> Describe(long start, long end) =>
        During(start, end).Select(one => $"{one.Kind} on {one.Replica?.Name ?? "all replicas"} from {Clock.Show(one.Start)} to {Clock.Show(one.End)}");

    private IEnumerable<Disturbance> During(long start, long end) => _all.Where(one => one.Start <= end && Clock.Between(one.End, start) <= _aftermath);

    private sealed record Disturbance(string Kind, Replica? Replica, bool Excuses) : IDisposable
    {
        public long Start { get; } = Clock.Now;

        public long End { get; private set; } = long.MaxValue;

        public void Dispose() => End = Clock.Now;
    }
}
