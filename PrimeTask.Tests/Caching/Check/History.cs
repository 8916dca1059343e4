namespace PrimeTask.CacheCheck.Model;

/// <summary>
/// What something was, over time. Changes of one thing follow one another; each took effect at an unknown moment between
/// the start of its request and its acknowledgement.
/// </summary>
public sealed class History<T>
{
    /// <summary>So many are kept to explain a violation.</summary>
    private const int Remembered = 6;

    private readonly Lock _lock = new();
    private readonly List<Change> _changes = [];

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
            _changes.Add(new Change(value, start, acknowledged));
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
            var possible = new List<T>(1);
            for (var index = Math.Max(first, 0); index < _changes.Count && (index == first || _changes[index].Start < to); index++)
                possible.Add(_changes[index].Value);
            return possible;
        }
    }

    /// <summary>Forgets what no request that began at <paramref name="moment"/> or later can have seen.</summary>
    public void Prune(long moment)
    {
        lock (_lock)
        {
            var kept = _changes.FindLastIndex(change => change.Acknowledged <= moment);
            _changes.RemoveRange(0, Math.Max(0, Math.Min(kept, _changes.Count - Remembered)));
        }
    }

    /// <summary>Whether it has been as it is now since before <paramref name="moment"/>.</summary>
    public bool IsSettled(long moment)
    {
        lock (_lock)
            return _changes[^1].Acknowledged <= moment;
    }

    public IReadOnlyList<string> Describe(Func<long, string> time)
    {
        lock (_lock)
            return [.. _changes.TakeLast(Remembered).Select(change => $"sent {time(change.Start)}, acknowledged {time(change.Acknowledged)}: {change.Value?.ToString() ?? "gone"}")];
    }

    private readonly record struct Change(T Value, long Start, long Acknowledged);
}
