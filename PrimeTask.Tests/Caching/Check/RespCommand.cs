using System.Buffers;
using System.Buffers.Text;

namespace PrimeTask.Tests.Caching.Check;

internal enum CommandKind
{
    /// <summary>What a client sends to open, keep and describe its connection.</summary>
    Housekeeping,
    Read,

    /// <summary>A response, or a session's state, put into the cache.</summary>
    Store,

    /// <summary>A version or the epoch replaced: what makes older entries unreachable.</summary>
    Version,
}

/// <summary>One request of the Redis protocol: an array of strings.</summary>
internal sealed record RespCommand(byte[] Bytes, IReadOnlyList<byte[]> Parts)
{
    private static readonly string[] _reads = ["GET", "MGET"];
    private static readonly string[] _stores = ["SET", "SETEX", "PSETEX"];

    public string Name => Text(0).ToUpperInvariant();

    public CommandKind Kind => Parts.Count < 2 ? CommandKind.Housekeeping
        : _reads.Contains(Name) ? CommandKind.Read
        : IsOfVersions(Text(1)) ? CommandKind.Version
        : _stores.Contains(Name) ? CommandKind.Store
        : CommandKind.Housekeeping;

    public string Text(int part) => Encoding.UTF8.GetString(Parts[part]);

    /// <summary>Takes one command from the front of <paramref name="arrived"/>.</summary>
    /// <returns>Null when it has not arrived whole.</returns>
    public static RespCommand? Take(ref ReadOnlySequence<byte> arrived)
    {
        var reader = new SequenceReader<byte>(arrived);
        if (ReadNumber(ref reader, (byte)'*') is not { } count)
            return null;

        var parts = new List<byte[]>(count);
        for (var part = 0; part < count; part++)
        {
            if (ReadNumber(ref reader, (byte)'$') is not { } length || reader.Remaining < length + 2)
                return null;
            parts.Add(reader.UnreadSequence.Slice(0, length).ToArray());
            reader.Advance(length + 2);
        }

        var bytes = arrived.Slice(0, reader.Consumed).ToArray();
        arrived = arrived.Slice(reader.Consumed);
        return new RespCommand(bytes, parts);
    }

    private static bool IsOfVersions(string key) =>
        key.StartsWith("primetask:", StringComparison.Ordinal) && !key.StartsWith("primetask:session:", StringComparison.Ordinal);

    /// <exception cref="InvalidDataException">It is not the Redis protocol, as clients' libraries speak it.</exception>
    private static int? ReadNumber(ref SequenceReader<byte> reader, byte kind)
    {
        if (!reader.TryReadTo(out ReadOnlySpan<byte> line, "\r\n"u8))
            return null;
        return line.Length > 1 && line[0] == kind && Utf8Parser.TryParse(line[1..], out int number, out var used) && used == line.Length - 1
            ? number
            : throw new InvalidDataException($"Not a Redis command: {Encoding.Latin1.GetString(line)}");
    }
}
