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

    /// <summary>What the engine calls the type of one, without its length.</summary>
    public string TypeOf(int column) => _properties[column].GetRelationalTypeMapping().StoreTypeNameBase;

    public object? ValueOf(int column, object row) => Stored(_properties[column], _properties[column].GetGetter().GetClrValue(row));

    public static object? Stored(IProperty property, object? value) =>
        property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
}
