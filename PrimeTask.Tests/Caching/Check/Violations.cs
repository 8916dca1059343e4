using System.Collections.Concurrent;

namespace PrimeTask.Tests.Caching.Check;

/// <summary>What was wrong, told so that it can be followed.</summary>
internal sealed class Violations(Disturbances disturbances)
{
    private const int MaxTold = 40;
    private const int LogLines = 25;

    private readonly ConcurrentQueue<string> _told = new();
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public IReadOnlyCollection<string> Told => _told;

    public void Add(string what)
    {
        if (Interlocked.Increment(ref _count) <= MaxTold)
            _told.Enqueue(what);
    }

    public void Add(string what, Reply reply, Replica replica, string request, IEnumerable<string> expected) => Add(string.Join('\n',
    [
        what,
        $"  request: {request} to {replica.Name}, sent {Clock.Show(reply.Start)}, answered {Clock.Show(reply.End)} ({reply.WallEnd:O})",
        $"  response: {reply.Status} {reply.Failure}{(reply.Age is { } age ? $" from the cache, Age {age}" : "")} {reply.ETag}",
        .. expected.Select(line => $"  expected: {line}"),
        .. reply.IsUnknown ? Log(replica) : [],
        .. disturbances.Describe(reply.Start, reply.End).Select(line => $"  meanwhile: {line}"),
    ]));

    /// <summary>The end of what the replica logged: why it failed.</summary>
    private static IEnumerable<string> Log(Replica replica) => replica.Output.TrimEnd().Split('\n')
        .Where(line => line.Contains("PrimeTask", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal)).TakeLast(LogLines).Select(line => $"  log: {line}");
}
