using System.Buffers;
using StackExchange.Redis;

namespace PrimeTask.Tests.Caching.Check;

/// <summary>Between one replica and Redis: counts commands and delays them by what they are for.</summary>
internal sealed class RedisProxy(string host, int port, IDatabase aside) : TcpProxy(host, port)
{
    public const string Placeholder = "cache-check:placeholder";

    // Sets another key for a millisecond, so that the response to a postponed command comes in its turn.
    private static readonly byte[] _placeholder = [.. "*5\r\n$3\r\nSET\r\n$23\r\ncache-check:placeholder\r\n$0\r\n\r\n$2\r\nPX\r\n$1\r\n1\r\n"u8];

    private long _commands;
    private long _roundTrips;
    private long _storedLate;

    /// <summary>Entries are stored so much later; the replica is told at once that they are.</summary>
    public Func<TimeSpan>? StoreLag { get; set; }

    /// <summary>Versions, and all that is sent after them on the same connection, arrive so much later.</summary>
    public Func<TimeSpan>? VersionDelay { get; set; }

    /// <summary>Asked before a version is sent on; nothing else is sent on that connection until it has ended.</summary>
    public Func<RespCommand, Task>? Trap { get; set; }

    /// <summary>Entries that were stored late.</summary>
    public long StoredLate => Interlocked.Read(ref _storedLate);

    /// <summary>Commands that requests caused.</summary>
    public long Commands => Interlocked.Read(ref _commands);

    /// <summary>Commands that were sent after a response had come: what was sent together counts once.</summary>
    public long RoundTrips => Interlocked.Read(ref _roundTrips);

    internal override async ValueTask<SequencePosition> ForwardAsync(Connection connection, ReadOnlySequence<byte> arrived, CancellationToken stop)
    {
        while (RespCommand.Take(ref arrived) is { } command)
        {
            var kind = command.Kind;
            if (kind != CommandKind.Housekeeping)
                Count(connection);
            if (kind == CommandKind.Version && Trap is { } trap)
                await trap(command);
            var lag = kind == CommandKind.Store ? StoreLag?.Invoke() : null;
            if (lag is not null)
                _ = StoreLaterAsync(command, lag.Value);
            connection.Out.Send(lag is null ? command.Bytes : _placeholder, kind == CommandKind.Version && VersionDelay is { } delay ? delay() : TimeSpan.Zero);
        }

        return arrived.Start;
    }

    internal override void Replied(Connection connection) => connection.Answered = true;

    private void Count(Connection connection)
    {
        Interlocked.Increment(ref _commands);
        if (connection.Answered)
            Interlocked.Increment(ref _roundTrips);
        connection.Answered = false;
    }

    private async Task StoreLaterAsync(RespCommand command, TimeSpan lag)
    {
        await Task.Delay(lag);
        try
        {
            await aside.ExecuteAsync(command.Name, [.. command.Parts.Skip(1)]);
            Interlocked.Increment(ref _storedLate);
        }
        catch (RedisException)
        {
            // Redis went away meanwhile: the entry is lost, as it may be.
        }
    }
}
