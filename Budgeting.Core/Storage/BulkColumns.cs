using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Budgeting.Core.Storage;

/// <summary>The columns of a kind of row that are written, and each value as the model stores it.</summary>
internal sealed class BulkColumns(IEntityType type)
{
    private readonly IProperty[] _properties = [.. type.GetProperties().Where(p => p.GetComputedColumnSql() is null)];

    public string Table { get; } = type.GetTableName()!;

    public int Count => _properties.Length;

    /// <summary>As a statement lists them.</summary>
    public string Names => string.Join(", ", _properties.Select(p => p.GetColumnName()));

    /// <summary>A statement for one row, whose values are <c>@p0</c> and so on.</summary>
    public string InsertOne => field ??= $"INSERT INTO {Table} ({Names}) VALUES ({string.Join(", ", _properties.Select((_, i) => $"@p{i}"))})";

    /// <summary>What the engine calls the type of one, without its length.</summary>
    public string TypeOf(int column) => _properties[column].GetRelationalTypeMapping().StoreTypeNameBase;

    /// <summary>The values of a column in all rows, as an array of what the engine takes.</summary>
    public Array ValuesOf<T>(int column, IReadOnlyCollection<T> rows)
        where T : class
    {
        var property = _properties[column];
        var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        var element = property.IsNullable && stored.IsValueType && Nullable.GetUnderlyingType(stored) is null ? typeof(Nullable<>).MakeGenericType(stored) : stored;
        var values = Array.CreateInstance(element, rows.Count);
        var next = 0;
        foreach (var row in rows)
        {
            values.SetValue(ValueOf(column, row), next++);
        }

        return values;
    }

    public object? ValueOf(int column, object row) => Stored(_properties[column], _properties[column].GetGetter().GetClrValue(row));

    public static object? Stored(IProperty property, object? value) =>
        property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
}
