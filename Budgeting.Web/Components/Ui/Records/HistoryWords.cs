using System.Globalization;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Web.Wording;

namespace Budgeting.Web.Components.Ui;

/// <summary>
/// The history of a record, as people say it: the declared fields by their labels, names for ids, and amounts and days as the viewer's
/// culture writes them.
/// </summary>
public sealed class HistoryWords
{
    private const string No = "False";
    private const string NoParts = "[]";
    private const string Nothing = "nothing";

    private readonly OrderedDictionary<string, (string Label, Func<string?, string> Value)> _fields = new(StringComparer.Ordinal);

    /// <param name="currency">Of amounts.</param>
    /// <param name="nameOf">What a reference names, by the noun and the id; <c>null</c> where it is gone.</param>
    public static HistoryWords Of<TInput>(Fields<TInput> fields, Currency currency, Func<string, Guid, string?>? nameOf = null)
        where TInput : class, new()
    {
        var words = new HistoryWords();
        foreach (var field in fields)
        {
            words.With(field.Name, field.Label, value => value is null or NoParts ? Nothing : TextOf(field, value, currency, nameOf));
        }

        return words;
    }

    /// <summary>Tells a field in words of its own, or one besides the declared ones.</summary>
    /// <param name="value">What its value is called, which is <c>null</c> where it is empty.</param>
    public HistoryWords With(string field, string label, Func<string?, string> value)
    {
        _fields[field] = (label, value);
        return this;
    }

    /// <summary>Tells a text as it is.</summary>
    public HistoryWords Text(string field, string label) => With(field, label, value => value ?? Nothing);

    public HistoryWords Amount(string field, string label, Currency currency) => With(field, label, value => value is null ? Nothing : MoneyOf(value, currency));

    public HistoryWords Day(string field, string label) => With(field, label, value => value is null ? Nothing : DayOf(value));

    public HistoryWords Flag(string field, string label) => With(field, label, YesOrNo);

    /// <param name="name">What a value is called.</param>
    public HistoryWords Choice<T>(string field, string label, Func<T, string> name)
        where T : struct, Enum => With(field, label, value => Enum.TryParse<T>(value, out var choice) ? name(choice) : Nothing);

    /// <param name="nameOf">What an id names; <c>null</c> where it is gone.</param>
    public HistoryWords Reference(string field, string label, Func<Guid, string?> nameOf) => With(field, label, value => value is null ? Nothing : NameOf(value, nameOf));

    /// <summary>Calls a field's emptiness by a name of its own, if there is such a field.</summary>
    public HistoryWords Empty(string field, string text) =>
        _fields.TryGetValue(field, out var told) ? With(field, told.Label, value => value is null ? text : told.Value(value)) : this;

    /// <summary>What people know, in the order of the form; what a new record hasn't, says nothing to them.</summary>
    public IEnumerable<FieldChange> Shown(HistoryEntry entry) => entry.Changes
        .Where(c => _fields.ContainsKey(c.Field) && (entry.Action == AuditAction.Changed || (c.After ?? c.Before) is not (NoParts or No)))
        .OrderBy(c => _fields.IndexOf(c.Field));

    public string Label(string field) => _fields[field].Label;

    public string Value(string field, string? value) => _fields[field].Value(value);

    /// <summary>Yes or no, of a flag.</summary>
    public static string YesOrNo(string? value) => value is null or No ? "no" : "yes";

    private static string TextOf<TInput>(Field<TInput> field, string value, Currency currency, Func<string, Guid, string?>? nameOf)
        where TInput : class, new() => field.Kind switch
        {
            FieldKind.Amount => MoneyOf(value, currency),
            FieldKind.Number => NumberWords.Text(decimal.Parse(value, CultureInfo.InvariantCulture)),
            FieldKind.Whole => decimal.Parse(value, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.CurrentCulture),
            FieldKind.Day => DayOf(value),
            FieldKind.Flag => YesOrNo(value),
            FieldKind.Reference => NameOf(value, id => nameOf?.Invoke(field.Noun, id)),
            _ => value,
        };

    private static string MoneyOf(string value, Currency currency) =>
        MoneyFormat.For(CultureInfo.CurrentCulture, currency).Format(decimal.Parse(value, CultureInfo.InvariantCulture), withSymbol: true);

    private static string DayOf(string value) => DateOnly.Parse(value, CultureInfo.InvariantCulture).ToString("D", CultureInfo.CurrentCulture);

    private static string NameOf(string value, Func<Guid, string?> nameOf) => nameOf(Guid.Parse(value)) ?? "one that is gone";
}
