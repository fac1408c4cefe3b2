using System.Buffers.Binary;
using System.Text;

namespace Budgeting.Bench.Load;

/// <summary>Writes one message of the hub protocol “blazorpack”: a MessagePack array behind its length.</summary>
internal sealed class HubMessage
{
    private readonly MemoryStream _bytes = new();

    /// <summary>Calls a method of the server, which answers where an id is given.</summary>
    public static HubMessage Call(string method, string? id, int arguments)
    {
        var message = new HubMessage().Array(6).Integer(1).EmptyMap();
        return (id is null ? message.Nil() : message.Text(id)).Text(method).Array(arguments);
    }

    public HubMessage Text(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Span<byte> head = [0xdb, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(head[1..], utf8.Length);
        return Bytes(head).Bytes(utf8);
    }

    public HubMessage Integer(long value)
    {
        Span<byte> number = [0xd3, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt64BigEndian(number[1..], value);
        return Bytes(number);
    }

    public HubMessage Nil() => Bytes([0xc0]);

    public HubMessage True() => Bytes([0xc3]);

    /// <summary>The message with its length before it. Ends a call with the list of its streams, of which there are none.</summary>
    public byte[] ToFrame()
    {
        Array(0);
        var body = _bytes.ToArray();
        var frame = new List<byte>(body.Length + 5);
        var length = (uint)body.Length;
        for (; length > 0x7f; length >>= 7)
        {
            frame.Add((byte)(length | 0x80));
        }

        frame.Add((byte)length);
        frame.AddRange(body);
        return [.. frame];
    }

    private HubMessage EmptyMap() => Bytes([0x80]);

    private HubMessage Array(int length) => Bytes([(byte)(0x90 | length)]);

    private HubMessage Bytes(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }
}
