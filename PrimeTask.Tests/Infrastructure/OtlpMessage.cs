using System.Buffers.Binary;

namespace PrimeTask.Tests.Infrastructure;

/// <summary>One message of the protocol buffers' wire format: just enough to read what OTLP exporters send, by field numbers.</summary>
internal sealed class OtlpMessage
{
    private readonly List<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> _fields = [];

    public OtlpMessage(ReadOnlyMemory<byte> content)
    {
        for (var place = 0; place < content.Length;)
        {
            var key = ReadVarint(content.Span, ref place);
            var field = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    _fields.Add((field, ReadVarint(content.Span, ref place), default));
                    break;
                case 1:
                    _fields.Add((field, BinaryPrimitives.ReadUInt64LittleEndian(content.Span[place..]), default));
                    place += 8;
                    break;
                case 2:
                    var length = (int)ReadVarint(content.Span, ref place);
                    _fields.Add((field, 0, content.Slice(place, length)));
                    place += length;
                    break;
                case 5:
                    place += 4;
                    break;
                default:
                    throw new InvalidDataException($"Wire type {key & 7}.");
            }
        }
    }

    public IEnumerable<OtlpMessage> Messages(int field) => All(field).Select(found => new OtlpMessage(found.Bytes));

    public ulong Number(int field) => All(field).LastOrDefault().Number;

    public string Text(int field) => Encoding.UTF8.GetString(All(field).LastOrDefault().Bytes.Span);

    public string Hex(int field) => Convert.ToHexStringLower(All(field).LastOrDefault().Bytes.Span);

    /// <summary>Attributes whose values are texts or whole numbers (opentelemetry/proto/common/v1).</summary>
    public Dictionary<string, string> Attributes(int field) =>
        Messages(field).ToDictionary(pair => pair.Text(1), pair => pair.Messages(2).Select(value => value.Text(1) is { Length: > 0 } text ? text : $"{value.Number(3)}").Single());

    private IEnumerable<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> All(int field) => _fields.Where(found => found.Field == field);

    private static ulong ReadVarint(ReadOnlySpan<byte> content, ref int place)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = content[place++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }
}
