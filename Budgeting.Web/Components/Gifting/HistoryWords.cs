using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Web.Components.Gifting;

/// <summary>The history of a gift, as people say it.</summary>
internal static class HistoryWords
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["name"] = "Name",
        ["url"] = "Link",
        ["notes"] = "Notes",
        ["price"] = "Price",
        ["discountPrice"] = "Discount price",
        ["quantity"] = "Quantity",
        ["status"] = "Status",
    };

    public static string Verb(AuditAction action) => action switch
    {
        AuditAction.Created => "added it",
        AuditAction.Deleted => "deleted it",
        _ => "changed it",
    };

    /// <summary>What people know by name; ids and positions say nothing to them.</summary>
    public static IEnumerable<FieldChange> Shown(HistoryEntry entry) => entry.Changes.Where(c => Labels.ContainsKey(c.Field));

    public static string Label(string field) => Labels[field];
}
