using System.Buffers.Binary;
using System.Text;

namespace Budgeting.Bench.Load;

/// <summary>Reads the values of one message of the hub protocol, as far as a circuit's client needs them.</summary>
internal ref struct HubReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;

    /// <summary>Takes the next whole message off the front of what was received; <c>false</c> while it isn't there yet.</summary>
    public static bool TryTake(ReadOnlySpan<byte> received, out ReadOnlySpan<byte> message, out int used)
    {
        var (length, digits) = (0, 0);
        message = [];
        used = 0;
        while (digits < received.Length && digits < 5)
        {
            length |= (received[digits] & 0x7f) << (7 * digits);
            if ((received[digits++] & 0x80) != 0)
            {
                continue;
            }

            if (received.Length < digits + length)
            {
                return false;
            }

            message = received.Slice(digits, length);
            used = digits + length;
            return true;
        }

        return false;
    }

    public int ReadArray() => Take() switch
    {
        var head when (head & 0xf0) == 0x90 => head & 0x0f,
        0xdc => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
        var head => throw Unexpected(head),
    };

    public void SkipEmptyMap() => Take();

    public long ReadInteger() => Take() switch
    {
        var head when head < 0x80 => head,
        var head when head >= 0xe0 => (sbyte)head,
        0xcc => Take(1)[0],
        0xcd => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
        0xce => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
        0xcf or 0xd3 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
        0xd0 => (sbyte)Take(1)[0],
        0xd1 => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
        0xd2 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
        var head => throw Unexpected(head),
    };

    /// <summary>A text; <c>null</c> where there is none.</summary>
    public string? ReadText() => _rest[0] == 0xc0 ? Nothing() : Encoding.UTF8.GetString(ReadBytes());

    /// <summary>Binary, or a text's bytes.</summary>
    public ReadOnlySpan<byte> ReadBytes() => Take() switch
    {
        var head when (head & 0xe0) == 0xa0 => Take(head & 0x1f),
        0xc4 or 0xd9 => Take(Take(1)[0]),
        0xc5 or 0xda => Take(BinaryPrimitives.ReadUInt16BigEndian(Take(2))),
        0xc6 or 0xdb => Take(BinaryPrimitives.ReadInt32BigEndian(Take(4))),
        var head => throw Unexpected(head),
    };

    private string? Nothing()
    {
        Take();
        return null;
    }

    private byte Take() => Take(1)[0];

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private static InvalidDataException Unexpected(byte head) => new($"The server sent a value that begins with {head:x2}.");
}
