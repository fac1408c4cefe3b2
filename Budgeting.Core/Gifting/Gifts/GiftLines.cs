using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.Gifting;

/// <summary>Whom the lines of a file can name.</summary>
/// <param name="People">Recipients.</param>
/// <param name="Members">Buyers and givers.</param>
/// <param name="FormerMembers">Those, too, where nobody who is a member now has the name.</param>
/// <param name="KeptFor">The person who imports, where the occasion keeps surprises for them.</param>
internal sealed record GiftNames(NameIndex People, NameIndex Members, NameIndex FormerMembers, Guid? KeptFor);

/// <summary>Reads the lines of a file as gifts. What is wrong is said to each line's own check.</summary>
/// <param name="names">Who is there.</param>
/// <param name="currency">Of the amounts.</param>
/// <param name="makePerson">Makes a recipient who isn't there yet; <c>null</c>: they are refused.</param>
internal sealed class GiftLines(GiftNames names, Currency currency, Func<string, Person>? makePerson)
{
    private readonly Dictionary<string, Person> _newPeople = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The recipients that were made.</summary>
    public IReadOnlyCollection<Person> NewPeople => _newPeople.Values;

    public (int Line, GiftInput Gift) Read(CsvRow row)
    {
        var check = row.Check;
        var (name, url, notes) = GiftRules.TextsOf(check, row.Text(GiftCsv.Name), row.Text(GiftCsv.Url), row.Text(GiftCsv.Notes));
        var gift = new GiftInput
        {
            Name = name,
            Url = url,
            Notes = notes,
            Price = row.Amount(GiftCsv.Price, currency),
            DiscountPrice = row.Amount(GiftCsv.DiscountPrice, currency),
            Quantity = row.Whole(GiftCsv.Quantity) ?? 1,
            Status = row.Choice<GiftStatus>(GiftCsv.Status) ?? GiftStatus.Idea,
            RecipientId = RecipientOf(row),
            BuyerId = row.Text(GiftCsv.Buyer)?.Trim() is { } buyer ? MemberOf(row, GiftCsv.Buyer, buyer) : null,
            GuestName = check.Optional(row.Text(GiftCsv.GuestName), GiftCsv.GuestName, 100),
            Givers = GiversOf(row),
        };
        GiftRules.CheckPrices(check, gift.Price, gift.DiscountPrice, gift.Quantity, currency);
        GiftRules.CheckGivers(check, gift, currency);
        return (row.Line, gift);
    }

    private Guid? RecipientOf(CsvRow row)
    {
        if (row.Text(GiftCsv.Recipient)?.Trim() is not { } name)
        {
            return null;
        }

        var found = names.People.Find(name);
        row.Check.That(found.Count <= 1, GiftCsv.Recipient, $"Several people are called “{Shown(name)}”. Give them different names first.");
        row.Check.That(found.Count != 1 || found[0] != names.KeptFor, GiftCsv.Recipient, GiftRules.KeptFromYou);
        return found.Count > 0 ? found[0] : NewPersonOf(row, name);
    }

    private Guid? NewPersonOf(CsvRow row, string name)
    {
        if (_newPeople.TryGetValue(CanonicalText.Of(name), out var known))
        {
            return known.Id;
        }

        row.Check.That(makePerson is not null, GiftCsv.Recipient, $"Nobody in People is called “{Shown(name)}”. Have the import add them, or add them there.");
        var wrong = row.Check.Errors.Count();
        name = row.Check.Required(name, GiftCsv.Recipient, "a name", 100);
        if (row.Check.Errors.Count() > wrong || makePerson is null)
        {
            return null;
        }

        return (_newPeople[CanonicalText.Of(name)] = makePerson(name)).Id;
    }

    private Guid? MemberOf(CsvRow row, string column, string name)
    {
        var found = names.Members.Find(name);
        found = found.Count > 0 ? found : names.FormerMembers.Find(name);
        row.Check.That(found.Count > 0, column, $"There is no member called “{Shown(name)}”.");
        row.Check.That(found.Count <= 1, column, $"Several members are called “{Shown(name)}”. Give them different names first.");
        return found.Count == 1 ? found[0] : null;
    }

    // A line for each; or, as people write it, all in one with semicolons between.
    private List<Giver> GiversOf(CsvRow row)
    {
        var text = row.Text(GiftCsv.Givers) ?? "";
        var sign = text.Contains('\n', StringComparison.Ordinal) ? '\n' : ';';
        return [.. text.Split(sign, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => GiverOf(row, t)).OfType<Giver>()];
    }

    private Giver? GiverOf(CsvRow row, string text)
    {
        var sign = text.LastIndexOf(GiftCsv.AmountSign, StringComparison.Ordinal);
        var amount = sign < 0 ? GiftCsv.EqualPart : text[(sign + GiftCsv.AmountSign.Length)..];
        var isEqual = amount.Equals(GiftCsv.EqualPart, StringComparison.OrdinalIgnoreCase);
        var given = isEqual ? null : row.AmountOf(amount, GiftCsv.Givers, currency);
        return MemberOf(row, GiftCsv.Givers, sign < 0 ? text : text[..sign]) is { } member ? new Giver(member, given) : null;
    }

    private static string Shown(string name) => name.Length > 100 ? name[..100] + "…" : name;
}
