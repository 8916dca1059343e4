namespace PrimeTask.Tests.Caching.Check;

/// <summary>
/// What something was, over time. Changes of one thing follow one another; each took effect at an unknown moment between
/// the start of its request and its acknowledgement.
/// </summary>
internal sealed class History<T>
{
    /// <summary>So many are kept to explain a violation.</summary>
    private const int Remembered = 6;

    private readonly Lock _lock = new();
    private readonly List<(T Value, long Start, long Acknowledged)> _changes = [];

    /// <summary>What it is after everything that was acknowledged.</summary>
    public T Latest
    {
        get
        {
            lock (_lock)
                return _changes[^1].Value;
        }
    }

    public void Add(T value, long start, long acknowledged)
    {
        lock (_lock)
            _changes.Add((value, start, acknowledged));
    }

    /// <summary>What a request that ran between two moments may have seen.</summary>
    /// <param name="from">Before the request was sent: whatever was acknowledged until then must be seen.</param>
    /// <param name="to">After it was answered: whatever began after that can't be seen.</param>
    /// <param name="before">Whether it may have seen what was there before the first change.</param>
    public List<T> Possible(long from, long to, out bool before)
    {
        lock (_lock)
        {
            var first = _changes.FindLastIndex(change => change.Acknowledged <= from);
            before = first < 0;
            return [.. _changes.Skip(first).TakeWhile((change, index) => (index == 0 && first >= 0) || change.Start < to).Select(change => change.Value)];
        }
    }

    /// <summary>Forgets what no request that began at <paramref name="moment"/> or later can have seen.</summary>
    /// <returns>Whether it has been as it is now since before that moment.</returns>
    public bool Prune(long moment)
    {
        lock (_lock)
        {
            var kept = _changes.FindLastIndex(change => change.Acknowledged <= moment);
            var isSettled = kept == _changes.Count - 1;
            _changes.RemoveRange(0, Math.Max(0, Math.Min(kept, _changes.Count - Remembered)));
            return isSettled;
        }
    }

    public IReadOnlyList<string> Describe()
    {
        lock (_lock)
            return [.. _changes.TakeLast(Remembered).Select(change => $"sent {Clock.Show(change.Start)}, acknowledged {Clock.Show(change.Acknowledged)}: {change.Value?.ToString() ?? "gone"}")];
    }
}
