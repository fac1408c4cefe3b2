using System.Globalization;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Web.Components.Gifting;

/// <summary>The history of an occasion, as people say it.</summary>
internal sealed class OccasionHistoryWords(Currency currency)
{
    private const string No = "False";

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["name"] = "Name",
        ["date"] = "Date",
        ["kind"] = "Kind",
        ["budgetTotal"] = "Budget",
        ["nearThresholdPercent"] = "Warn when this share is used",
        ["ideasCountAsPlanned"] = "Ideas count as planned",
        ["surprises"] = "Keep surprises",
        ["revealOn"] = "Reveal on",
        ["recursYearly"] = "Comes back every year",
        ["archived"] = "Archived",
    };

    /// <summary>What people know; of a new occasion, not what it hasn't.</summary>
    public static IEnumerable<FieldChange> Shown(HistoryEntry entry) =>
        entry.Changes.Where(c => Labels.ContainsKey(c.Field) && (entry.Action == AuditAction.Changed || (c.After ?? c.Before) != No));

    public static string Label(string field) => Labels[field];

    public string Value(string field, string? value) => (field, value) switch
    {
        ("revealOn", null) => "never",
        (_, null) => "nothing",
        ("date" or "revealOn", _) => DateOnly.Parse(value, CultureInfo.InvariantCulture).ToString("D", CultureInfo.CurrentCulture),
        ("budgetTotal", _) => MoneyFormat.For(CultureInfo.CurrentCulture, currency).Format(decimal.Parse(value, CultureInfo.InvariantCulture), withSymbol: true),
        ("nearThresholdPercent", _) => (int.Parse(value, CultureInfo.InvariantCulture) / 100m).ToString("P0", CultureInfo.CurrentCulture),
        ("ideasCountAsPlanned" or "surprises" or "recursYearly" or "archived", _) => value == No ? "no" : "yes",
        _ => value,
    };
}
