using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>The last lines of a resource's output, with followers.</summary>
internal sealed partial class ResourceLog(SecretMask mask, Action<string> print)
{
    private const int Capacity = 1000;

    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = [];
    private readonly List<Channel<string>> _followers = [];

    internal void Add(string line)
    {
        var masked = mask.Apply(TerminalCodes().Replace(line, ""));
        lock (_gate)
        {
            _lines.Enqueue(masked);
            if (_lines.Count > Capacity)
                _lines.Dequeue();
            foreach (var follower in _followers)
                follower.Writer.TryWrite(masked);
        }

        print(masked);
    }

    internal IReadOnlyList<string> Tail(int count)
    {
        lock (_gate)
            return [.. _lines.TakeLast(count)];
    }

    /// <summary>All lines so far, then each new one. A follower that does not keep up loses the oldest.</summary>
    internal async IAsyncEnumerable<string> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
        {
            foreach (var line in _lines)
                channel.Writer.TryWrite(line);
            _followers.Add(channel);
        }

        try
        {
            await foreach (var line in channel.Reader.ReadAllAsync(cancellationToken))
                yield return line;
        }
        finally
        {
            lock (_gate)
                _followers.Remove(channel);
        }
    }

    // ECMA-48 control sequences: colours and cursor movements would run into the names before the lines.
    [GeneratedRegex(@"\x1B\[[0-?]*[ -/]*[@-~]")]
    private static partial Regex TerminalCodes();
}
