using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Kernel;

/// <summary>One page of a list. <paramref name="NextCursor"/> is <c>null</c> on the last one.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>Which page of a list: up to <see cref="Limit"/> items after a cursor.</summary>
public sealed record PageRequest
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    private string? _cursor;

    public static PageRequest First { get; } = new();

    /// <summary>1–<see cref="MaxLimit"/>.</summary>
    public int Limit { get; private init; } = DefaultLimit;

    /// <summary>In a list by id, the last item of the page before; ids of version 7 sort by creation. <c>null</c>: the first page.</summary>
    /// <exception cref="InvalidException">The cursor is of a list in another order.</exception>
    public Guid? After => _cursor is null ? null : Cursor.TryDecode(_cursor, out var id) ? id : throw NotOfThisList();

    /// <summary>In a list by a key and then by id, where the page before ended; <c>null</c>: the first page.</summary>
    /// <typeparam name="TKey">The key's type, which JSON can hold: a day, a number, a text.</typeparam>
    /// <exception cref="InvalidException">The cursor is of a list in another order.</exception>
    public Cursor<TKey>? AfterKey<TKey>()
        where TKey : notnull =>
        _cursor is null ? null : Cursor.TryDecode<TKey>(_cursor, out var cursor) ? cursor : throw NotOfThisList();

    /// <exception cref="InvalidException">The limit is out of range, or the cursor isn't one of ours.</exception>
    public static PageRequest Of(int? limit, string? cursor)
    {
        var check = new Check();
        check.That(limit is null or (>= 1 and <= MaxLimit), "limit", $"Ask for 1 to {MaxLimit} items.");
        check.That(cursor is null || Cursor.IsOne(cursor), "cursor", "Take the cursor from a page's nextCursor.");
        check.ThrowIfAny();
        return new PageRequest { Limit = limit ?? DefaultLimit, _cursor = cursor };
    }

    /// <summary>Makes a page of <paramref name="rows"/> by id, of which one more than <see cref="Limit"/> was asked for.</summary>
    public Page<T> ToPage<T>(IReadOnlyList<T> rows, Func<T, Guid> id) => PageOf(rows, row => Cursor.Encode(id(row)));

    /// <summary>Makes a page of <paramref name="rows"/> by a key, of which one more than <see cref="Limit"/> was asked for.</summary>
    public Page<T> ToPage<T, TKey>(IReadOnlyList<T> rows, Func<T, Cursor<TKey>> cursor)
        where TKey : notnull => PageOf(rows, row => cursor(row).Encode());

    private Page<T> PageOf<T>(IReadOnlyList<T> rows, Func<T, string> cursor) =>
        rows.Count <= Limit ? new Page<T>(rows, NextCursor: null) : new Page<T>(rows.Take(Limit).ToList(), cursor(rows[Limit - 1]));

    private static InvalidException NotOfThisList() => new("cursor", "Take the cursor from a page of this list.");
}
