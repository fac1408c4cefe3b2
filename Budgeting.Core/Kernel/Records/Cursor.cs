using System.Buffers;
using System.Buffers.Text;
using System.Linq.Expressions;
using System.Text.Json;

namespace Budgeting.Core.Kernel;

/// <summary>
/// Where a page of a list ended: the key that the list is sorted by, and the id that decides where keys are equal. It holds the key
/// itself, so that the next page is right even if the row is deleted, edited or moved meanwhile (keyset pagination).
/// </summary>
public readonly record struct Cursor<TKey>(TKey Key, Guid Id)
    where TKey : notnull
{
    /// <summary>As a text for the client, who only gives it back.</summary>
    public string Encode() => Cursor.Encode(Id, JsonSerializer.SerializeToUtf8Bytes(Key, JsonFormat.Options));
}

/// <summary>Cursors as texts: base64url of the id's 16 bytes and, in lists by a key, that key as JSON.</summary>
public static class Cursor
{
    private const int IdBytes = 16;

    // A key is a day, a number or a name.
    private const int MostCharacters = 1024;

    /// <summary>Rows behind the page before, in the order of their ids.</summary>
    /// <exception cref="Errors.InvalidException">The cursor is of a list in another order.</exception>
    public static IQueryable<TRow> After<TRow>(this IQueryable<TRow> rows, PageRequest page)
        where TRow : Audit.ITenantRow
    {
        if (page.After is { } last)
        {
            rows = rows.Where(r => r.Id.CompareTo(last) > 0);
        }

        return rows.OrderBy(r => r.Id);
    }

    /// <summary>Rows behind the page before, in the order of a key and then of their ids.</summary>
    /// <exception cref="Errors.InvalidException">The cursor is of a list in another order.</exception>
    public static IQueryable<TRow> After<TRow, TKey>(this IQueryable<TRow> rows, PageRequest page, Expression<Func<TRow, TKey>> key)
        where TRow : Audit.ITenantRow
        where TKey : notnull
    {
        if (page.AfterKey<TKey>() is { } last)
        {
            rows = rows.Where(Behind(last, key));
        }

        return rows.OrderBy(key).ThenBy(r => r.Id);
    }

    internal static string Encode(Guid id, ReadOnlySpan<byte> key = default) => Base64Url.EncodeToString([.. id.ToByteArray(bigEndian: true), .. key]);

    internal static bool IsOne(string cursor) => TryRead(cursor, out var bytes) && bytes.Length >= IdBytes;

    internal static bool TryDecode(string cursor, out Guid id)
    {
        var isById = TryRead(cursor, out var bytes) && bytes.Length == IdBytes;
        id = isById ? new Guid(bytes, bigEndian: true) : default;
        return isById;
    }

    internal static bool TryDecode<TKey>(string cursor, out Cursor<TKey> decoded)
        where TKey : notnull
    {
        decoded = default;
        if (!TryRead(cursor, out var bytes) || bytes.Length <= IdBytes)
        {
            return false;
        }

        try
        {
            var key = JsonSerializer.Deserialize<TKey>(bytes.AsSpan(IdBytes), JsonFormat.Options);
            decoded = key is null ? default : new Cursor<TKey>(key, new Guid(bytes.AsSpan(0, IdBytes), bigEndian: true));
            return key is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryRead(string cursor, out byte[] bytes)
    {
        bytes = [];
        if (cursor.Length > MostCharacters)
        {
            return false;
        }

        // TryDecode throws on what isn't base64url; this answers a status.
        var buffer = new byte[Base64Url.GetMaxDecodedLength(cursor.Length)];
        if (Base64Url.DecodeFromChars(cursor, buffer, out _, out var written) != OperationStatus.Done)
        {
            return false;
        }

        bytes = buffer[..written];
        return true;
    }

    // row => row.Key > key || (row.Key == key && row.Id > id)
    private static Expression<Func<TRow, bool>> Behind<TRow, TKey>(Cursor<TKey> cursor, Expression<Func<TRow, TKey>> key)
        where TRow : Audit.ITenantRow
        where TKey : notnull
    {
        // As fields of an object, they become parameters of the query rather than constants in it.
        var place = Expression.Constant(new Place<TKey>(cursor.Key, cursor.Id));
        var (last, lastId) = (Expression.Property(place, nameof(Place<TKey>.Key)), Expression.Property(place, nameof(Place<TKey>.Id)));
        var row = key.Parameters[0];
        var isBehindId = Expression.GreaterThan(
            Expression.Call(Expression.Property(row, nameof(Audit.ITenantRow.Id)), nameof(Guid.CompareTo), typeArguments: null, lastId), Expression.Constant(0));
        return Expression.Lambda<Func<TRow, bool>>(
            Expression.OrElse(Greater(key.Body, last), Expression.AndAlso(Expression.Equal(key.Body, last), isBehindId)), row);
    }

    private static BinaryExpression Greater(Expression key, Expression last) => key.Type == typeof(string)
        ? Expression.GreaterThan(Expression.Call(typeof(string), nameof(string.Compare), typeArguments: null, key, last), Expression.Constant(0))
        : Expression.GreaterThan(key, last);

    private sealed record Place<TKey>(TKey Key, Guid Id);
}
