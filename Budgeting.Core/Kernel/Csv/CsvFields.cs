using System.Reflection;

namespace Budgeting.Core.Kernel.Csv;

/// <summary>Lines of files as inputs, and records as lines of files, by the declared fields.</summary>
internal sealed class CsvFields<TInput, TDto>
    where TInput : class, new()
{
    private readonly Fields<TInput> _fields;
    private readonly IReadOnlyList<PropertyInfo> _read;

    /// <param name="fields">Each is a property of <typeparamref name="TDto"/> as well, by its name.</param>
    /// <param name="informative">Columns that are written, and ignored when they are read.</param>
    public CsvFields(Fields<TInput> fields, params IReadOnlyList<string> informative)
    {
        _fields = fields;
        _read = [.. fields.Select(f => typeof(TDto).GetProperty(f.Property.Name) ?? throw new ArgumentException($"{typeof(TDto).Name} has no {f.Property.Name}.", nameof(fields)))];
        Columns = new CsvColumns([.. fields.Select(f => f.Column)], [.. fields.Where(f => f.IsRequired).Select(f => f.Column)], informative);
    }

    public CsvColumns Columns { get; }

    /// <summary>The column of a field, by the field's JSON name; the name itself for anything else.</summary>
    public string ColumnOf(string field) => _fields.FirstOrDefault(f => f.Name == field)?.Column ?? field;

    /// <summary>What a line says; what can't be read is said to the line's check.</summary>
    /// <param name="line">The line.</param>
    /// <param name="currency">Of its amounts.</param>
    /// <param name="names">What references name, by the noun.</param>
    public TInput Read(CsvRow line, Currency currency, Func<string, RecordNameIndex> names)
    {
        var input = new TInput();
        foreach (var field in _fields)
        {
            field.Set(input, Read(line, field, currency, names));
        }

        return input;
    }

    /// <summary>A record's cells.</summary>
    /// <inheritdoc cref="Read(CsvRow, Currency, Func{string, RecordNameIndex})"/>
    public IEnumerable<object?> Write(TDto record, Currency currency, Func<string, RecordNameIndex> names) =>
        _fields.Select((field, index) => Cell(field, _read[index].GetValue(record), currency, names));

    private static object? Read(CsvRow line, Field<TInput> field, Currency currency, Func<string, RecordNameIndex> names) => field.Kind switch
    {
        FieldKind.Amount => line.Amount(field.Column, currency),
        FieldKind.Number => line.Number(field.Column, currency),
        FieldKind.Day => line.Date(field.Column),
        FieldKind.Flag => line.Flag(field.Column),
        FieldKind.Choice => line.Choice(field.Property.PropertyType, field.Column),
        FieldKind.Reference => names(field.Noun).Find(line, field.Column),
        _ => line.Text(field.Column),
    };

    private static object? Cell(Field<TInput> field, object? value, Currency currency, Func<string, RecordNameIndex> names) => (field.Kind, value) switch
    {
        (_, null) => null,
        (FieldKind.Amount, decimal amount) => CsvFile.Amount(amount, currency),
        (FieldKind.Number, decimal number) => CsvFile.Number(number),
        (FieldKind.Reference, Guid id) => names(field.Noun).NameOf(id),
        (FieldKind.Choice, _) => value.ToString(),
        _ => value,
    };
}
