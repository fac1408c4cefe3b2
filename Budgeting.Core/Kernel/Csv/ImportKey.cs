using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Budgeting.Core.Kernel.Csv;

/// <summary>Names a line of a file by what it says, so that the same line adds nothing twice, in whichever way the file was written.</summary>
public static class ImportKey
{
    /// <param name="values">What the line means, in an order that stays; ids rather than names.</param>
    /// <param name="occurrence">Counts equal lines of one file from 1: each is something of its own.</param>
    public static Guid Of(IEnumerable<object?> values, int occurrence)
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var value in values.Append(occurrence))
        {
            Append(bytes, value switch
            {
                null => null,
                decimal amount => Amounts.WithoutTrailingZeros(amount).ToString(CultureInfo.InvariantCulture),
                DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
                IFormattable other => other.ToString(format: null, CultureInfo.InvariantCulture),
                _ => CanonicalText.Of(value.ToString() ?? ""),
            });
        }

        return new Guid(SHA256.HashData(bytes.WrittenSpan).AsSpan(0, 16));
    }

    // With its length in front, so that two values never run into one another.
    private static void Append(ArrayBufferWriter<byte> bytes, string? text)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        bytes.Advance(sizeof(int));
        Encoding.UTF8.GetBytes(text ?? "", bytes);
    }
}
