using System.Buffers;
using System.Globalization;
using System.Text;
using StackExchange.Redis;

namespace PrimeTask.CacheCheck.Faults;

/// <summary>Between one replica and Redis: counts commands and delays them by what they are for.</summary>
public sealed class RedisProxy(string host, int port, IDatabase aside) : TcpProxy(host, port)
{
    private readonly long[] _commands = new long[Enum.GetValues<CommandKind>().Length];
    private long _roundTrips;
    private long _stored;

    /// <summary>Entries are stored so much later; the replica is told at once that they are.</summary>
    public Func<TimeSpan>? StoreLag { get; set; }

    /// <summary>Versions, and all that is sent after them on the same connection, arrive so much later.</summary>
    public Func<TimeSpan>? VersionDelay { get; set; }

    /// <summary>Asked before a version is sent on; nothing else is sent on that connection until it has ended.</summary>
    public Func<RespCommand, Task>? Trap { get; set; }

    /// <summary>Entries that were stored late.</summary>
    public long StoredLate => Interlocked.Read(ref _stored);

    /// <summary>Commands that requests caused.</summary>
    public long Commands => Count(CommandKind.Read) + Count(CommandKind.Store) + Count(CommandKind.Version);

    /// <summary>Commands that were sent after an answer had come: what was sent together counts once.</summary>
    public long RoundTrips => Interlocked.Read(ref _roundTrips);

    public long Count(CommandKind kind) => Interlocked.Read(ref _commands[(int)kind]);

    internal override async ValueTask<SequencePosition> ForwardAsync(Connection connection, ReadOnlySequence<byte> arrived, CancellationToken stop)
    {
        while (RespCommand.Take(ref arrived) is { } command)
        {
            var kind = command.Kind;
            Count(connection, kind);
            if (kind == CommandKind.Version && Trap is { } trap)
                await trap(command);
            var bytes = kind == CommandKind.Store && command.IsSimpleStore && StoreLag?.Invoke() is { } lag ? Postpone(command, lag) : command.Bytes;
            connection.Out.Send(bytes, kind == CommandKind.Version && VersionDelay is { } delay ? delay() : TimeSpan.Zero);
        }

        return arrived.Start;
    }

    internal override void Replied(Connection connection) => connection.Answered = true;

    private void Count(Connection connection, CommandKind kind)
    {
        Interlocked.Increment(ref _commands[(int)kind]);
        if (kind == CommandKind.Housekeeping || !connection.Answered)
            return;
        connection.Answered = false;
        Interlocked.Increment(ref _roundTrips);
    }

    /// <summary>Sends the same command for another key, so that its answer comes in its turn, and the real one later.</summary>
    private byte[] Postpone(RespCommand command, TimeSpan lag)
    {
        _ = StoreLaterAsync(command, lag);
        return RespCommand.Write("SET"u8.ToArray(), Encoding.ASCII.GetBytes("cache-check:placeholder"), [], "PX"u8.ToArray(), "1"u8.ToArray());
    }

    private async Task StoreLaterAsync(RespCommand command, TimeSpan lag)
    {
        await Task.Delay(lag);
        object[] arguments = [.. Enumerable.Range(1, command.Parts.Count - 1).Select(command.Value)];
        try
        {
            await aside.ExecuteAsync(command.Name, arguments);
            Interlocked.Increment(ref _stored);
        }
        catch (RedisException)
        {
            // Redis went away meanwhile: the entry is lost, as it may be.
        }
    }

    public override string ToString() => string.Join(
        ", ", Enum.GetValues<CommandKind>().Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind} {Count(kind)}")));
}
