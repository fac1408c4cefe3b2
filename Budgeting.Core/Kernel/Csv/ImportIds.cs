namespace Budgeting.Core.Kernel.Csv;

/// <summary>
/// Ids of version 7 in the order of a file's lines. Lists are in the order of ids, and those of one moment are in no order among
/// themselves: the twelve bits behind the milliseconds count the lines.
/// </summary>
internal static class ImportIds
{
    public static Guid Of(DateTimeOffset now, int index)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(now.AddMilliseconds(index >> 12)).TryWriteBytes(bytes, bigEndian: true, out _);
        (bytes[6], bytes[7]) = ((byte)(0x70 | ((index >> 8) & 0xF)), (byte)index);
        return new Guid(bytes, bigEndian: true);
    }
}
