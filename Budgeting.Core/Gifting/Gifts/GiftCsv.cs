using System.Globalization;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.Gifting;

/// <summary>How gifts are written as a file of lines; <see cref="GiftLines"/> reads it.</summary>
internal static class GiftCsv
{
    public const string Name = "name";
    public const string Recipient = "recipient";
    public const string Status = "status";
    public const string Price = "price";
    public const string DiscountPrice = "discountPrice";
    public const string Quantity = "quantity";
    public const string LineTotal = "lineTotal";
    public const string Url = "url";
    public const string Notes = "notes";
    public const string Buyer = "buyer";
    public const string Givers = "givers";
    public const string GuestName = "guestName";

    /// <summary>Parts a giver from their amount.</summary>
    public const string AmountSign = ": ";

    /// <summary>In place of an amount: an equal part of the rest.</summary>
    public const string EqualPart = "equal";

    public static readonly CsvColumns Columns = new(
        [Name, Recipient, Status, Price, DiscountPrice, Quantity, Url, Notes, Buyer, Givers, GuestName], Required: [Name], Informative: [LineTotal]);

    private static readonly string[] Header =
        [Name, Recipient, Status, Price, DiscountPrice, Quantity, LineTotal, Url, Notes, Buyer, Givers, GuestName];

    public static CsvFile Write(
        string occasion, IEnumerable<GiftDto> gifts, IReadOnlyDictionary<Guid, string> people, IReadOnlyDictionary<Guid, string> members, Currency currency) =>
        CsvFile.Write($"{occasion} gifts", Header, gifts.Select(g => new object?[]
        {
            g.Name,
            NameIn(people, g.RecipientId),
            g.Status.ToString(),
            CsvFile.Amount(g.Price, currency),
            CsvFile.Amount(g.DiscountPrice, currency),
            g.Quantity,
            CsvFile.Amount(g.LineTotal, currency),
            g.Url,
            g.Notes,
            NameIn(members, g.BuyerId),
            TextOf(g.Givers, members),
            g.GuestName,
        }));

    /// <summary>What a gift is, for telling whether a file's line adds something new: ids, and no place on the board.</summary>
    public static Guid KeyOf(GiftInput gift, int occurrence) => ImportKey.Of(
        [
            gift.Name, gift.RecipientId, gift.Status, gift.Price, gift.DiscountPrice, gift.Quantity, gift.Url,
            gift.Notes?.ReplaceLineEndings("\n"), gift.BuyerId, gift.GuestName, .. gift.Givers.SelectMany(g => new object?[] { g.MemberId, g.Amount }),
        ],
        occurrence);

    private static string? NameIn(IReadOnlyDictionary<Guid, string> names, Guid? id) => id is { } known ? names[known] : null;

    // A line for each, and a line's end after a single one that could be taken for several.
    private static string TextOf(IReadOnlyList<Giver> givers, IReadOnlyDictionary<Guid, string> members)
    {
        var text = string.Join('\n', givers.Select(g => TextOf(g, members[g.MemberId])));
        return givers.Count == 1 && text.Contains(';', StringComparison.Ordinal) ? text + '\n' : text;
    }

    // A name that could be taken for one with an amount gets one.
    private static string TextOf(Giver giver, string name) => giver.Amount is { } amount
        ? name + AmountSign + Amounts.WithoutTrailingZeros(amount).ToString(CultureInfo.InvariantCulture)
        : name.Contains(AmountSign, StringComparison.Ordinal) ? name + AmountSign + EqualPart : name;
}
