using System.Globalization;
using System.Text.Json;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Organizations;

namespace Budgeting.Web.Components.Gifting;

/// <summary>The history of a gift, as people say it: names for ids, and amounts as the viewer's culture writes them.</summary>
internal sealed class HistoryWords(Currency currency, IEnumerable<PersonDto> people, IEnumerable<MemberDto> members)
{
    private const string Gone = "somebody who left";
    private const string NoGivers = "[]";
    private const string No = "False";

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

    /// <summary>What people know; positions and versions say nothing to them, nor does what a new gift hasn't.</summary>
    public static IEnumerable<FieldChange> Shown(HistoryEntry entry) =>
        entry.Changes.Where(c => Labels.ContainsKey(c.Field) && (entry.Action == AuditAction.Changed || (c.After ?? c.Before) is not (NoGivers or No)));

    public static string Label(string field) => Labels[field];

    public string Value(string field, string? value) => (field, value) switch
    {
        ("recipientId", null) => "nobody in particular",
        ("buyerId", null) => "nobody yet",
        (_, null) or ("givers", NoGivers) => "nothing",
        ("givers", _) => string.Join(", ", JsonSerializer.Deserialize<Giver[]>(value, JsonFormat.Options)!.Select(GiverText)),
        ("noLongerWished", _) => value == No ? "no" : "yes",
        ("picture", _) => "a picture",
        ("recipientId", _) => _people.GetValueOrDefault(value, Gone),
        ("buyerId", _) => _members.GetValueOrDefault(value, Gone),
        ("price" or "discountPrice", _) => AmountText(decimal.Parse(value, CultureInfo.InvariantCulture)),
        ("quantity", _) => decimal.Parse(value, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.CurrentCulture),
        _ => value,
    };

    private string GiverText(Giver giver) =>
        _members.GetValueOrDefault(giver.MemberId.ToString(), Gone) + (giver.Amount is { } amount ? $" ({AmountText(amount)})" : null);

    private string AmountText(decimal amount) => MoneyFormat.For(CultureInfo.CurrentCulture, currency).Format(amount, withSymbol: true);
}
