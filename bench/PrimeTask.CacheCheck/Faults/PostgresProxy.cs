using System.Buffers;
using System.Buffers.Binary;

namespace PrimeTask.CacheCheck.Faults;

/// <summary>Between one replica and Postgres: counts queries, and delays what is asked and answered.</summary>
public sealed class PostgresProxy(string host, int port) : TcpProxy(host, port)
{
    private const int HeaderLength = 5;

    private long _queries;

    /// <summary>How long what is asked takes on its way, more than it needs.</summary>
    public Func<TimeSpan>? RequestDelay { get; set; }

    /// <summary>Statements that were executed, in the simple and the extended protocol.</summary>
    public long Queries => Interlocked.Read(ref _queries);

    // https://www.postgresql.org/docs/current/protocol-message-formats.html: a byte that says what, and a length that counts itself.
    internal override ValueTask<SequencePosition> ForwardAsync(Connection connection, ReadOnlySequence<byte> arrived, CancellationToken stop)
    {
        var rest = arrived;
        while (rest.Length > 0)
        {
            if (connection.Passing > 0)
            {
                var passed = Math.Min(connection.Passing, rest.Length);
                connection.Passing -= passed;
                rest = rest.Slice(passed);
            }
            else if (!TryBegin(connection, ref rest))
            {
                break;
            }
        }

        var whole = arrived.Slice(0, rest.Start);
        if (whole.Length > 0)
            connection.Out.Send(whole.ToArray(), RequestDelay?.Invoke() ?? TimeSpan.Zero);
        return ValueTask.FromResult(rest.Start);
    }

    private bool TryBegin(Connection connection, ref ReadOnlySequence<byte> rest)
    {
        // The very first message has no type.
        var typeLength = connection.Started ? 1 : 0;
        if (rest.Length < HeaderLength - 1 + typeLength)
            return false;

        Span<byte> header = stackalloc byte[HeaderLength];
        rest.Slice(0, typeLength + 4).CopyTo(header);
        if (connection.Started && header[0] is (byte)'E' or (byte)'Q')
            Interlocked.Increment(ref _queries);
        connection.Passing = BinaryPrimitives.ReadInt32BigEndian(header[typeLength..]) - 4;
        connection.Started = true;
        rest = rest.Slice(typeLength + 4);
        return true;
    }
}
