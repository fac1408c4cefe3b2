using System.Globalization;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Organizations;

namespace Budgeting.Web.Components.Gifting;

/// <summary>The history of a gift, as people say it: names for ids, and amounts as the viewer's culture writes them.</summary>
internal sealed class HistoryWords(Currency currency, IEnumerable<PersonDto> people, IEnumerable<MemberDto> members)
{
    private const string Gone = "somebody who left";

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["name"] = "Name",
        ["recipientId"] = "For",
        ["status"] = "Status",
        ["price"] = "Price",
        ["discountPrice"] = "Discount price",
        ["quantity"] = "Quantity",
        ["url"] = "Link",
        ["picture"] = "Picture",
        ["buyerId"] = "Bought by",
        ["givers"] = "Given by",
        ["guestName"] = "Taken by the guest",
        ["noLongerWished"] = "No longer wished for",
        ["notes"] = "Notes",
    };

    private readonly Dictionary<string, string> _people = people.ToDictionary(p => p.Id.ToString(), p => p.Name, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _members = members.ToDictionary(m => m.Id.ToString(), m => m.Name, StringComparer.OrdinalIgnoreCase);

    public static string Verb(HistoryEntry entry) => entry.Action switch
    {
        AuditAction.Created when entry.Version > 1 => "brought it back",
        AuditAction.Created => "added it",
        AuditAction.Deleted => "deleted it",
        _ => "changed it",
    };

    /// <summary>What people know; positions and versions say nothing to them.</summary>
    public static IEnumerable<FieldChange> Shown(HistoryEntry entry) => entry.Changes.Where(c => Labels.ContainsKey(c.Field));

    public static string Label(string field) => Labels[field];

    public string Value(string field, string? value) => (field, value) switch
    {
        ("recipientId", null) => "nobody in particular",
        ("buyerId", null) => "nobody yet",
        (_, null) => "nothing",
        ("picture", _) => "a picture",
        ("recipientId", _) => _people.GetValueOrDefault(value, Gone),
        ("buyerId", _) => _members.GetValueOrDefault(value, Gone),
        ("price" or "discountPrice", _) => MoneyFormat.For(CultureInfo.CurrentCulture, currency).Format(decimal.Parse(value, CultureInfo.InvariantCulture), withSymbol: true),
        ("quantity", _) => decimal.Parse(value, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.CurrentCulture),
        _ => value,
    };
}
