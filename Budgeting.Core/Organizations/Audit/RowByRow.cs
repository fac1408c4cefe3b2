using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Organizations;

/// <summary>Reads rows at once, and one by one where something stands in one of them that no value is made of.</summary>
internal static class RowByRow
{
    /// <summary>Each of some rows, or why it can't be read.</summary>
    /// <param name="keys">Theirs, which can be read.</param>
    /// <param name="rows">All of them.</param>
    /// <param name="keyOf">The key of one.</param>
    /// <param name="one">The one of a key.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<(TKey Key, TRow? Row, string? Fault)>> ReadAsync<TKey, TRow>(
        IReadOnlyList<TKey> keys, IQueryable<TRow> rows, Func<TRow, TKey> keyOf, Func<TKey, IQueryable<TRow>> one, CancellationToken cancellationToken)
        where TRow : class
    {
        var (all, fault) = await TryAsync(() => rows.ToListAsync(cancellationToken));
        if (fault is null)
        {
            return [.. all!.Select(row => (keyOf(row), (TRow?)row, (string?)null))];
        }

        var read = new List<(TKey, TRow?, string?)>();
        foreach (var key in keys)
        {
            var (row, wrong) = await TryAsync(() => one(key).FirstAsync(cancellationToken));
            read.Add((key, row, wrong));
        }

        return read;
    }

    /// <summary>What was read, or what is wrong with what is stored; whatever else fails, fails.</summary>
    public static async Task<(T? Read, string? Fault)> TryAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return (await read(), null);
        }
        catch (Exception wrong) when (IsOfContent(wrong))
        {
            return (null, wrong.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>Whether something is stored that is of another kind, outside the range of its kind, or nothing where something must be.</summary>
    public static bool IsOfContent(Exception wrong) =>
        wrong is FormatException or InvalidCastException or ArgumentException or OverflowException or JsonException or (InvalidOperationException and not ObjectDisposedException) ||
        IsOverflow(wrong as DbException);

    // A sum that is more than the engine's integers; one of them has no code for it.
    private static bool IsOverflow(DbException? refused) =>
        refused is { SqlState: "22003" } || refused?.Message.Contains("integer overflow", StringComparison.Ordinal) == true;
}
