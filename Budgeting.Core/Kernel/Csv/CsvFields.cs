using System.Reflection;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Kernel.Csv;

/// <summary>Lines of files as inputs, and records as lines of files, by the declared fields.</summary>
internal sealed class CsvFields<TInput, TDto>
    where TInput : class, new()
{
    private readonly Fields<TInput> _fields;
    private readonly IReadOnlyList<PropertyInfo> _read;
    private readonly CompositeCell? _composite;

    /// <param name="fields">Each is a property of <typeparamref name="TDto"/> as well, by its name.</param>
    /// <param name="composite">How a field of several parts is written in one cell.</param>
    /// <param name="informative">Columns that are written, and ignored when they are read.</param>
    public CsvFields(Fields<TInput> fields, CompositeCell? composite = null, params IReadOnlyList<string> informative)
    {
        (_fields, _composite) = (fields, composite);
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
            // What a file doesn't say has its default.
            if (Read(line, field, currency, names) is { } value)
            {
                field.Set(input, value);
            }
        }

        return input;
    }

    /// <summary>What a line says, checked by the rules that hold for every write; what is wrong is said to the line's check.</summary>
    /// <param name="write">Writes it to a row.</param>
    /// <inheritdoc cref="Read(CsvRow, Currency, Func{string, RecordNameIndex})"/>
    public async Task<TInput> ReadAsync(CsvRow line, Currency currency, Func<string, RecordNameIndex> names, Func<TInput, Task> write)
    {
        var input = Read(line, currency, names);
        try
        {
            await write(input);
        }
        catch (InvalidException invalid)
        {
            // A cell that couldn't be read isn't told of twice.
            var told = line.Check.Errors.Select(e => e.Field).ToHashSet(StringComparer.Ordinal);
            foreach (var (field, sentences) in invalid.Errors.Where(e => !told.Contains(ColumnOf(e.Key))))
            {
                line.Check.That(false, ColumnOf(field), string.Join(' ', sentences));
            }
        }

        return input;
    }

    /// <summary>What a record means, in an order that stays: the key of what a file's line says.</summary>
    public IEnumerable<object?> ContentOf(TDto record) => _fields.SelectMany((field, index) => ContentOf(field, _read[index].GetValue(record)));

    /// <summary>A record's cells.</summary>
    /// <inheritdoc cref="Read(CsvRow, Currency, Func{string, RecordNameIndex})"/>
    public IEnumerable<object?> Write(TDto record, Currency currency, Func<string, RecordNameIndex> names) =>
        _fields.Select((field, index) => Cell(field, _read[index].GetValue(record), currency, names));

    private static IEnumerable<object?> ContentOf(Field<TInput> field, object? value) => value switch
    {
        null or "" when field.IsLater => [],
        string text => [text.ReplaceLineEndings("\n")],
        IEnumerable<ICompositePart> parts => parts.SelectMany(p => p.Values),
        _ => [value],
    };

    private object? Read(CsvRow line, Field<TInput> field, Currency currency, Func<string, RecordNameIndex> names) => field.Kind switch
    {
        FieldKind.Amount => line.Amount(field.Column, currency),
        FieldKind.Number => line.Number(field.Column, currency),
        FieldKind.Whole => line.Whole(field.Column),
        FieldKind.Day => line.Date(field.Column),
        FieldKind.Flag => line.Flag(field.Column),
        FieldKind.Choice => line.Choice(field.Property.PropertyType, field.Column),
        FieldKind.Reference => names(field.Noun).Find(line, field.Column),
        FieldKind.Composite => _composite!.Read(line, field.Column, currency, names),
        _ => line.Text(field.Column),
    };

    private object? Cell(Field<TInput> field, object? value, Currency currency, Func<string, RecordNameIndex> names) => (field.Kind, value) switch
    {
        (_, null) => null,
        (FieldKind.Amount, decimal amount) => CsvFile.Amount(amount, currency),
        (FieldKind.Number, decimal number) => CsvFile.Number(number),
        (FieldKind.Reference, Guid id) => names(field.Noun).NameOf(id),
        (FieldKind.Choice, _) => value.ToString(),
        (FieldKind.Composite, _) => _composite!.Write(value, names),
        _ => value,
    };
}

/// <summary>How a field of several parts is written in one cell.</summary>
internal abstract class CompositeCell
{
    public abstract object? Read(CsvRow line, string column, Currency currency, Func<string, RecordNameIndex> names);

    public abstract object? Write(object value, Func<string, RecordNameIndex> names);
}

/// <summary>One part of a field of several.</summary>
internal interface ICompositePart
{
    /// <summary>What it means, in an order that stays.</summary>
    IEnumerable<object?> Values { get; }
}
