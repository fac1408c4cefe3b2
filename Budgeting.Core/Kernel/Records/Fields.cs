using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;

namespace Budgeting.Core.Kernel;

/// <summary>How a field is typed, shown, and written in files.</summary>
public enum FieldKind
{
    Text,

    /// <summary>Money, in the organization's currency.</summary>
    Amount,

    /// <summary>A number with up to six decimals.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,
    Day,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A member of an enum.</summary>
    Choice,

    /// <summary>The id of another record.</summary>
    Reference,

    /// <summary>Something of several parts, which has a field and a cell of its own.</summary>
    Composite,
}

/// <summary>One field that can be written of a record.</summary>
/// <param name="Name">Its JSON name: in REST, in errors and in the audit trail.</param>
/// <param name="Label">What people call it, in forms, lists and histories.</param>
public sealed record Field<TInput>(string Name, string Label, FieldKind Kind, PropertyInfo Property)
{
    /// <summary>The name of its column in files.</summary>
    public string Column { get; init; } = Name;

    /// <summary>Whether a file must have its column.</summary>
    public bool IsRequired { get; init; }

    /// <summary>How many characters a text has at most; 0: there is no such limit.</summary>
    public int MaxLength { get; init; }

    /// <summary>What a reference names, such as <c>owner</c>.</summary>
    public string Noun { get; init; } = "";

    /// <summary>Whether files were imported before there was such a field: what its line means hasn't changed where it is empty.</summary>
    public bool IsLater { get; init; }

    /// <summary>What its form says below it.</summary>
    public string? Hint { get; init; }

    /// <summary>An example that stands in its form until something is typed.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Whether a browser may offer what was typed there before.</summary>
    public bool MayAutocomplete { get; init; } = true;

    /// <summary>How many lines of a text its form shows.</summary>
    public int Lines { get; init; } = 1;

    public object? ValueOf(TInput input) => Property.GetValue(input);

    public void Set(TInput input, object? value) => Property.SetValue(input, value);
}

/// <summary>
/// The fields of a record, each declared once, in the order of its form and of its files. What is a label, a column or a limit stands
/// here and nowhere else.
/// </summary>
public sealed class Fields<TInput> : IReadOnlyList<Field<TInput>>
    where TInput : class, new()
{
    private readonly List<Field<TInput>> _all = [];

    public int Count => _all.Count;

    public Field<TInput> this[int index] => _all[index];

    public Fields<TInput> Text(
        Expression<Func<TInput, object?>> field, string label, int max, bool required = false, string? column = null, string? hint = null, string? placeholder = null,
        bool autocomplete = true, int lines = 1) =>
        Add(Of(field, label, FieldKind.Text, required, hint, column) with { MaxLength = max, Placeholder = placeholder, MayAutocomplete = autocomplete, Lines = lines });

    public Fields<TInput> Amount(Expression<Func<TInput, object?>> field, string label, bool required = false, string? hint = null) =>
        Add(Of(field, label, FieldKind.Amount, required, hint));

    public Fields<TInput> Number(Expression<Func<TInput, object?>> field, string label, bool required = false, string? hint = null) =>
        Add(Of(field, label, FieldKind.Number, required, hint));

    public Fields<TInput> Whole(Expression<Func<TInput, object?>> field, string label, bool required = false, string? hint = null) =>
        Add(Of(field, label, FieldKind.Whole, required, hint));

    public Fields<TInput> Day(Expression<Func<TInput, object?>> field, string label, bool required = false, string? hint = null) =>
        Add(Of(field, label, FieldKind.Day, required, hint));

    public Fields<TInput> Flag(Expression<Func<TInput, object?>> field, string label, string? hint = null) =>
        Add(Of(field, label, FieldKind.Flag, hint: hint));

    public Fields<TInput> Choice(Expression<Func<TInput, object?>> field, string label, bool required = false) =>
        Add(Of(field, label, FieldKind.Choice, required));

    /// <param name="noun">What it names, such as <c>owner</c>.</param>
    public Fields<TInput> Reference(
        Expression<Func<TInput, object?>> field, string label, string noun, string? column = null, bool required = false, string? hint = null) =>
        Add(Of(field, label, FieldKind.Reference, required, hint, column) with { Noun = noun });

    /// <summary>Some of them, in this order: a form need not have all.</summary>
    public Fields<TInput> Only(params IEnumerable<Expression<Func<TInput, object?>>> fields)
    {
        var some = new Fields<TInput>();
        some._all.AddRange(fields.Select(PropertyOf).Select(property => _all.Single(f => f.Property == property)));
        return some;
    }

    public Fields<TInput> Composite(Expression<Func<TInput, object?>> field, string label, string? hint = null) =>
        Add(Of(field, label, FieldKind.Composite, hint: hint));

    /// <summary>Says of the last one that files were imported before it was there.</summary>
    public Fields<TInput> Later()
    {
        _all[^1] = _all[^1] with { IsLater = true };
        return this;
    }

    public IEnumerator<Field<TInput>> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Fields<TInput> Add(Field<TInput> field)
    {
        _all.Add(field);
        return this;
    }

    private static Field<TInput> Of(
        Expression<Func<TInput, object?>> field, string label, FieldKind kind, bool required = false, string? hint = null, string? column = null)
    {
        var property = PropertyOf(field);
        var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        return new Field<TInput>(name, label, kind, property) { Column = column ?? name, IsRequired = required, Hint = hint };
    }

    private static PropertyInfo PropertyOf(Expression<Func<TInput, object?>> field)
    {
        var body = field.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : field.Body;
        return (PropertyInfo)((MemberExpression)body).Member;
    }
}
