using System.Buffers.Binary;

namespace Budgeting.Core.Kernel.Audit;

/// <summary>
/// The id of one write, a whole unit of work: its audit entries have the ids that follow it, so that they can be found together and
/// nobody learns from it how many there are.
/// </summary>
internal static class WriteId
{
    private const int Size = 16;
    private const int CounterAt = Size - sizeof(uint);

    public static Guid New(DateTimeOffset now) => WithCounter(Guid.CreateVersion7(now), 0);

    /// <summary>The write that an entry belongs to.</summary>
    public static Guid Of(Guid entryId) => WithCounter(entryId, 0);

    /// <param name="write">The write.</param>
    /// <param name="number">1 for its first entry.</param>
    public static Guid EntryId(Guid write, uint number) => WithCounter(write, number);

    /// <summary>No entry of the write has a greater one.</summary>
    public static Guid LastEntryId(Guid write) => WithCounter(write, uint.MaxValue);

    private static Guid WithCounter(Guid id, uint counter)
    {
        Span<byte> bytes = stackalloc byte[Size];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[CounterAt..], counter);
        return new Guid(bytes, bigEndian: true);
    }
}
