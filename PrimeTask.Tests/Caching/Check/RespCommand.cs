using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace PrimeTask.CacheCheck.Faults;

public enum CommandKind
{
    /// <summary>What a client sends to open, keep and describe its connection.</summary>
    Housekeeping,
    Read,

    /// <summary>An answer, or a session's state, put into the cache.</summary>
    Store,

    /// <summary>A version or the epoch replaced: what makes older entries unreachable.</summary>
    Version,
}

/// <summary>One request of the Redis protocol: an array of strings.</summary>
public sealed record RespCommand(byte[] Bytes, IReadOnlyList<Range> Parts)
{
    private static readonly HashSet<string> _reads = ["GET", "MGET", "EXISTS", "TTL", "PTTL", "STRLEN", "GETRANGE"];
    private static readonly HashSet<string> _stores = ["SET", "SETEX", "PSETEX"];
    private static readonly HashSet<string> _versions = ["SET", "SETEX", "PSETEX", "MSET", "MSETEX", "DEL", "UNLINK", "INCR", "INCRBY", "GETSET", "EVAL", "EVALSHA"];

    private static readonly string[] _versionKeys = ["primetask:"];

    public string Name => Text(0).ToUpperInvariant();

    public CommandKind Kind
    {
        get
        {
            var name = Name;
            if (_reads.Contains(name))
                return CommandKind.Read;
            var keyed = Parts.Count > 1 && _versions.Contains(name) && Enumerable.Range(1, Math.Min(Parts.Count - 1, 4)).Any(IsVersionKey);
            if (keyed)
                return CommandKind.Version;
            return _stores.Contains(name) ? CommandKind.Store : CommandKind.Housekeeping;
        }
    }

    /// <summary>Whether it only puts one value under one key, and so can be done later by itself.</summary>
    public bool IsSimpleStore => Kind == CommandKind.Store && Parts.Count > 2;

    public string Text(int part) => Encoding.UTF8.GetString(Bytes.AsSpan(Parts[part]));

    public byte[] Value(int part) => Bytes[Parts[part]];

    /// <summary>Takes one command from the front of <paramref name="arrived"/>.</summary>
    /// <returns>Null when it has not arrived whole.</returns>
    public static RespCommand? Take(ref ReadOnlySequence<byte> arrived)
    {
        var reader = new SequenceReader<byte>(arrived);
        if (ReadNumber(ref reader, (byte)'*') is not { } count)
            return null;

        var parts = new List<Range>(count);
        for (var part = 0; part < count; part++)
        {
            if (ReadNumber(ref reader, (byte)'$') is not { } length || reader.Remaining < length + 2)
                return null;
            parts.Add((int)reader.Consumed..(int)(reader.Consumed + length));
            reader.Advance(length + 2);
        }

        var bytes = arrived.Slice(0, reader.Consumed).ToArray();
        arrived = arrived.Slice(reader.Consumed);
        return new RespCommand(bytes, parts);
    }

    public static byte[] Write(params IEnumerable<byte[]> parts)
    {
        var all = parts.ToArray();
        using var buffer = new MemoryStream();
        buffer.Write(Encoding.ASCII.GetBytes($"*{all.Length}\r\n"));
        foreach (var part in all)
        {
            buffer.Write(Encoding.ASCII.GetBytes($"${part.Length}\r\n"));
            buffer.Write(part);
            buffer.Write("\r\n"u8);
        }

        return buffer.ToArray();
    }

    private bool IsVersionKey(int part)
    {
        var text = Parts[part].End.Value - Parts[part].Start.Value > 200 ? "" : Text(part);
        return _versionKeys.Any(prefix => text.StartsWith(prefix, StringComparison.Ordinal)) && !text.StartsWith("primetask:session:", StringComparison.Ordinal);
    }

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
