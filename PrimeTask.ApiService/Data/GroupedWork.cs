using System.Diagnostics;
using PrimeTask.ApiService.Telemetry;

namespace PrimeTask.ApiService.Data;

/// <summary>
/// Does together what many requests ask for at the same time. While as many groups are under way as may be, what arrives waits and becomes the next one; so
/// nobody waits for company, and the more there is to do the less each item costs.
/// </summary>
/// <param name="operation">Its name in traces and metrics.</param>
/// <param name="metrics">Gets the sizes of the groups.</param>
/// <param name="parallel">How many groups may be under way.</param>
/// <param name="largest">The most items of one group.</param>
/// <param name="work">Gives one result an item, in their order. What is wrong with one item is its result; what is thrown, every item of the group gets.</param>
internal sealed class GroupedWork<TItem, TResult>(
    string operation, PrimeTaskMetrics metrics, int parallel, int largest, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> work)
{
    private readonly Lock _lock = new();
    private readonly Queue<Entry> _waiting = new();
    private int _running;

    /// <remarks>What has been asked for is done, also when nobody waits for it any more.</remarks>
    public Task<TResult> DoAsync(TItem item)
    {
        var entry = new Entry(item, BatchTraces.Requester);
        lock (_lock)
        {
            _waiting.Enqueue(entry);
            if (_running == parallel)
                return entry.Task;
            _running++;
        }

        // The group is closed when the requests that are ready to run now have had their turn, and asked as well.
        ThreadPool.UnsafeQueueUserWorkItem(static groups => _ = groups.RunAsync(), this, preferLocal: false);
        return entry.Task;
    }

    private async Task RunAsync()
    {
        while (Next() is { } group)
        {
            using var span = BatchTraces.Start(operation, group.Select(static entry => entry.Requester));
            metrics.BatchStarted(operation, group.Length);
            try
            {
                var results = await work([.. group.Select(entry => entry.Item)]);
                for (var index = 0; index < group.Length; index++)
                    group[index].SetResult(results[index]);
            }
            catch (Exception exception)
            {
                // It belongs to the requests that wait, and nobody else would see it.
                foreach (var entry in group)
                    entry.TrySetException(exception);
            }
        }
    }

    private Entry[]? Next()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _running--;
                return null;
            }

            var group = new Entry[Math.Min(_waiting.Count, largest)];
            for (var index = 0; index < group.Length; index++)
                group[index] = _waiting.Dequeue();
            return group;
        }
    }

    private sealed class Entry(TItem item, Activity? requester) : TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public TItem Item => item;

        public Activity? Requester => requester;
    }
}
