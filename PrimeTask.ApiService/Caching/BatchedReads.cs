using System.Diagnostics;
using PrimeTask.ApiService.Telemetry;
using StackExchange.Redis;

namespace PrimeTask.ApiService.Caching;

/// <summary>
/// Reads values from Redis for many requests with one command. Few commands are under way at a time, and whoever asks meanwhile shares the next: so a value is
/// never older than the call that asked for it, and under load a round trip costs a request a fraction of one.
/// </summary>
public sealed class BatchedReads(RedisGate redis)
{
    /// <summary>One would leave the processor idle while everybody waits for it.</summary>
    private const int MaxSenders = 2;

    private readonly Lock _lock = new();
    private Batch? _open;
    private int _senders;

    /// <returns>The values in the order of the keys, null for keys that are not there; null when Redis did not answer in time.</returns>
    public async ValueTask<string?[]?> ReadAsync(params string[] keys)
    {
        Batch batch;
        lock (_lock)
        {
            batch = _open ??= new Batch();
            batch.Add(keys, BatchTraces.Requester);
            if (_senders < MaxSenders)
            {
                _senders++;
                // Not in the name of this request, as it sends for others too.
                ThreadPool.UnsafeQueueUserWorkItem(static reads => _ = reads.SendAsync(), this, preferLocal: false);
            }
        }

        return await batch.Values is { } values ? batch.Pick(values, keys) : null;
    }

    private async Task SendAsync()
    {
        while (true)
        {
            // A command leaves when the requests that are ready to run now have had their turn, and asked as well.
            await Task.Yield();
            if (Take(orEnd: true) is not { } batch)
                return;
            using var span = BatchTraces.Start("read_versions", batch.Requesters, static requester => requester);
            try
            {
                var values = await redis.TryAsync(database => database.StringGetAsync(batch.Keys()));
                batch.Complete(values);
                // Who waited for this command has waited long enough: nobody waits for a slow Redis twice.
                if (values is null)
                    Take(orEnd: false)?.Complete(null);
            }
            catch (Exception exception)
            {
                // It belongs to the requests that wait, and nobody else would see it.
                batch.Fail(exception);
            }
        }
    }

    /// <param name="orEnd">Whether sending ends when nothing waits.</param>
    private Batch? Take(bool orEnd)
    {
        lock (_lock)
        {
            var batch = _open;
            _open = null;
            if (batch is null && orEnd)
                _senders--;
            return batch;
        }
    }

    private sealed class Batch
    {
        private readonly Dictionary<string, int> _places = [];
        private readonly TaskCompletionSource<string?[]?> _values = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string?[]?> Values => _values.Task;

        /// <summary>None when nobody collects traces.</summary>
        public List<Activity> Requesters { get; } = [];

        public void Add(ReadOnlySpan<string> keys, Activity? requester)
        {
            if (requester is not null)
                Requesters.Add(requester);
            foreach (var key in keys)
                _places.TryAdd(key, _places.Count);
        }

        public RedisKey[] Keys() => [.. _places.Keys.Select(key => (RedisKey)key)];

        public string?[] Pick(string?[] values, ReadOnlySpan<string> keys)
        {
            var picked = new string?[keys.Length];
            for (var index = 0; index < keys.Length; index++)
                picked[index] = values[_places[keys[index]]];
            return picked;
        }

        public void Complete(RedisValue[]? values) => _values.SetResult(values is null ? null : [.. values.Select(value => (string?)value)]);

        public void Fail(Exception exception) => _values.SetException(exception);
    }
}
