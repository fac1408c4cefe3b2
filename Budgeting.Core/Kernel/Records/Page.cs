using System.Buffers;
using System.Buffers.Text;

namespace Budgeting.Core.Kernel;

/// <summary>One page of a list. <paramref name="NextCursor"/> is <c>null</c> on the last one.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>Which page of a list: up to <see cref="Limit"/> items after <see cref="After"/>.</summary>
public sealed record PageRequest
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    public static PageRequest First { get; } = new();

    /// <summary>1–<see cref="MaxLimit"/>.</summary>
    public int Limit { get; private init; } = DefaultLimit;

    /// <summary>The id of the last item of the page before; ids of version 7 sort by creation.</summary>
    public Guid? After { get; private init; }

    /// <exception cref="Errors.InvalidException">The limit is out of range, or the cursor isn't one of ours.</exception>
    public static PageRequest Of(int? limit, string? cursor)
    {
        var check = new Errors.Check();
        check.That(limit is null or (>= 1 and <= MaxLimit), "limit", $"Ask for 1 to {MaxLimit} items.");
        Guid after = default;
        check.That(cursor is null || TryDecode(cursor, out after), "cursor", "Take the cursor from a page's nextCursor.");
        check.ThrowIfAny();
        return new PageRequest { Limit = limit ?? DefaultLimit, After = cursor is null ? null : after };
    }

    /// <summary>Makes a page of <paramref name="rows"/>, of which one more than <see cref="Limit"/> was asked for.</summary>
    public Page<T> ToPage<T>(IReadOnlyList<T> rows, Func<T, Guid> id) =>
        rows.Count <= Limit
            ? new Page<T>(rows, NextCursor: null)
            : new Page<T>(rows.Take(Limit).ToList(), Base64Url.EncodeToString(id(rows[Limit - 1]).ToByteArray(bigEndian: true)));

    private static bool TryDecode(string cursor, out Guid after)
    {
        after = default;
        Span<byte> bytes = stackalloc byte[16];
        // TryDecode throws on what isn't base64url; this answers a status.
        if (cursor.Length != 22 || Base64Url.DecodeFromChars(cursor, bytes, out _, out var written) != OperationStatus.Done || written != 16)
        {
            return false;
        }

        after = new Guid(bytes, bigEndian: true);
        return true;
    }
}
