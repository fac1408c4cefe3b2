using System.Globalization;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Web.Wording.SharedCosts;

/// <summary>The history of a record, as people say it: names for ids, and amounts as the viewer's culture writes them.</summary>
/// <param name="labels">What people call the fields that are told of.</param>
public sealed class RecordWords(Currency currency, RecordNames names, IReadOnlyDictionary<string, string> labels)
{
    private const string No = "False";

    public IEnumerable<FieldChange> Shown(HistoryEntry entry) =>
        entry.Changes.Where(c => labels.ContainsKey(c.Field) && (entry.Action == AuditAction.Changed || (c.After ?? c.Before) is not No));

    public string Label(string field) => labels[field];

    public string Value(string field, string? value) => (field, value) switch
    {
        ("paidByOwnerId", null) => "the common fund",
        ("budgetItemId", null) => "not shared",
        (_, null) => "nothing",
        ("payout" or "refund" or "estimated", _) => value == No ? "no" : "yes",
        ("receipt", _) => "a receipt",
        ("status", _) => value == nameof(PeriodStatus.Open) ? "open" : "closed",
        ("ownerId" or "paidByOwnerId", _) => names.OwnerName(Guid.Parse(value)) ?? "an owner who was deleted",
        ("propertyId", _) => names.PropertyName(Guid.Parse(value)) ?? "a property that was deleted",
        ("budgetItemId", _) => names.Item(Guid.Parse(value))?.PaymentType ?? "an item that was deleted",
        ("strategy", _) => PeriodWords.Strategy(Enum.Parse<AllocationStrategy>(value)),
        ("date" or "startDate" or "endDate", _) => PeriodWords.Day(DateOnly.Parse(value, CultureInfo.InvariantCulture)),
        ("amount" or "budgetedCost", _) => Money(decimal.Parse(value, CultureInfo.InvariantCulture), currency),
        ("unitPrice" or "startReading" or "endReading" or "capacity", _) => NumberWords.Text(decimal.Parse(value, CultureInfo.InvariantCulture)),
        _ => value,
    };

    public static string Money(decimal amount, Currency currency) => MoneyFormat.For(CultureInfo.CurrentCulture, currency).Format(amount, withSymbol: true);
}
