using System.Globalization;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.Gifting;

/// <summary>A gift's givers in one cell of a file: a line for each; or, as people write it, all in one with semicolons between.</summary>
internal sealed class GiversCell : CompositeCell
{
    // Parts a giver from their amount.
    private const string AmountSign = ": ";

    // In place of an amount: an equal part of the rest.
    private const string EqualPart = "equal";

    public override object? Read(CsvRow line, string column, Currency currency, Func<string, RecordNameIndex> names)
    {
        var text = line.Text(column) ?? "";
        var sign = text.Contains('\n', StringComparison.Ordinal) ? '\n' : ';';
        var parts = text.Split(sign, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Select(part => GiverOf(line, column, part, currency, names(GiftNames.Member))).OfType<Giver>().ToList();
    }

    // A line's end after a single one that could be taken for several.
    public override object Write(object value, Func<string, RecordNameIndex> names)
    {
        var givers = (IReadOnlyList<Giver>)value;
        var text = string.Join('\n', givers.Select(g => TextOf(g, names(GiftNames.Member).NameOf(g.MemberId))));
        return givers.Count == 1 && text.Contains(';', StringComparison.Ordinal) ? text + '\n' : text;
    }

    private static Giver? GiverOf(CsvRow line, string column, string text, Currency currency, RecordNameIndex members)
    {
        var sign = text.LastIndexOf(AmountSign, StringComparison.Ordinal);
        var amount = sign < 0 ? EqualPart : text[(sign + AmountSign.Length)..];
        var isEqual = amount.Equals(EqualPart, StringComparison.OrdinalIgnoreCase);
        var given = isEqual ? null : line.AmountOf(amount, column, currency);
        return members.Find(line, column, sign < 0 ? text : text[..sign]) is { } member ? new Giver(member, given) : null;
    }

    // A name that could be taken for one with an amount gets one.
    private static string TextOf(Giver giver, string name) => giver.Amount is { } amount
        ? name + AmountSign + Amounts.WithoutTrailingZeros(amount).ToString(CultureInfo.InvariantCulture)
        : name.Contains(AmountSign, StringComparison.Ordinal) ? name + AmountSign + EqualPart : name;
}
