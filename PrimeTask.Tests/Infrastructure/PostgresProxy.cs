using System.Buffers;
using System.Buffers.Binary;

namespace PrimeTask.Tests.Infrastructure;

/// <summary>Between one replica and Postgres: counts queries, and delays what is asked and answered.</summary>
public sealed class PostgresProxy(string host, int port) : TcpProxy(host, port)
{
    private const int HeaderLength = 5;

    /// <summary>ReadyForQuery, before the byte that says whether a transaction is open.</summary>
    private static readonly byte[] _ready = [(byte)'Z', 0, 0, 0, 5];

    /// <summary>CommandComplete of BEGIN, and ReadyForQuery.</summary>
    private static readonly byte[] _begun = [(byte)'C', 0, 0, 0, 10, .. "BEGIN\0"u8, .. _ready, (byte)'T'];

    private long _queries;
    private int _untilLoss;

    /// <returns>This connection string of the server, through the proxy.</returns>
    public string Through(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = Port }.ConnectionString;

    /// <summary>How long what is asked takes on its way, more than it needs.</summary>
    public Func<TimeSpan>? RequestDelay { get; set; }

    /// <summary>Statements that were executed, in the simple and the extended protocol.</summary>
    public long Queries => Interlocked.Read(ref _queries);

    /// <summary>Loses the response with this number, counted over all connections and without the greetings, and cuts its connection; 0 loses none.</summary>
    public void LoseResponse(int number) => Volatile.Write(ref _untilLoss, number);

    /// <summary>Whether the response that was to be lost has not come yet.</summary>
    public bool WillLose => Volatile.Read(ref _untilLoss) > 0;

    internal override bool Loses(Connection connection, ReadOnlySpan<byte> response)
    {
        // The response to BEGIN comes alone or with the next one, as it happens.
        if (response.SequenceEqual(_begun) || response.Length <= _ready.Length || !response[^(_ready.Length + 1)..^1].SequenceEqual(_ready))
            return false;
        if (connection.Welcome)
            return WillLose && Interlocked.Decrement(ref _untilLoss) == 0;
        connection.Welcome = true;
        return false;
    }

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
