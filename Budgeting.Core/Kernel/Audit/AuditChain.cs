using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Budgeting.Core.Kernel.Audit;

/// <summary>
/// The hash chain of an organization's audit trail: SHA-256 over every field of an entry and the hash of the one before, so
/// that an entry that is changed, left out or put in later doesn't fit.
/// </summary>
public static class AuditChain
{
    /// <summary>The hash before the first entry: 32 zero bytes.</summary>
    public static byte[] Start { get; } = new byte[SHA256.HashSizeInBytes];

    public static byte[] HashOf(AuditEntry entry)
    {
        var bytes = new ArrayBufferWriter<byte>();
        bytes.Write(entry.PreviousHash);
        string?[] fields =
        [
            entry.Id.ToString("N"),
            entry.OrganizationId.ToString("N"),
            entry.Sequence.ToString(CultureInfo.InvariantCulture),
            entry.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            entry.MemberId?.ToString("N"),
            entry.TokenId?.ToString("N"),
            entry.Entity,
            entry.EntityId.ToString("N"),
            entry.Action.ToString(),
            entry.Before,
            entry.After,
            entry.TopicName,
            entry.TopicId?.ToString("N"),
            entry.TraceId,
        ];
        foreach (var field in fields)
        {
            Append(bytes, field);
        }

        return SHA256.HashData(bytes.WrittenSpan);
    }

    /// <summary>The first entry that doesn't fit, in order of sequence; <c>null</c> when the whole chain holds.</summary>
    public static AuditEntry? FirstBroken(IEnumerable<AuditEntry> entries)
    {
        var (sequence, hash) = (0L, Start);
        foreach (var entry in entries)
        {
            if (BreakIn(entry, sequence, hash) is not null)
            {
                return entry;
            }

            (sequence, hash) = (entry.Sequence, entry.Hash);
        }

        return null;
    }

    /// <summary>Why an entry doesn't fit behind the one before, in a sentence; <c>null</c>: it does.</summary>
    /// <param name="sequence">The number of the one before; 0: there is none.</param>
    /// <param name="hash">The hash of the one before.</param>
    internal static string? BreakIn(AuditEntry entry, long sequence, byte[] hash) =>
        entry.Sequence != sequence + 1 ? $"entry {sequence + 1} is missing before it, or stands elsewhere."
        : !entry.Hash.AsSpan().SequenceEqual(HashOf(entry)) ? "it was changed: its hash is of other contents."
        : !entry.PreviousHash.AsSpan().SequenceEqual(hash) ? "it doesn't follow the entry before, which was changed or put in its place."
        : null;

    // The length goes first, and null is −1: no two different lists of fields make the same bytes.
    private static void Append(ArrayBufferWriter<byte> bytes, string? field)
    {
        BitConverter.TryWriteBytes(bytes.GetSpan(sizeof(int)), field is null ? -1 : Encoding.UTF8.GetByteCount(field));
        bytes.Advance(sizeof(int));
        Encoding.UTF8.GetBytes(field ?? "", bytes);
    }
}
