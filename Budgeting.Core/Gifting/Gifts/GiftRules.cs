using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Gifting;

/// <summary>What a gift must be, whoever writes it.</summary>
internal static class GiftRules
{
    /// <summary>
    /// What one line can be, and what an occasion's lines can be together when one above <see cref="Small"/> is added. The half of
    /// <see cref="Amounts.Max"/> that it leaves is room for five million small ones, which need no look at the sum.
    /// </summary>
    internal const decimal MaxSum = Amounts.Max / 2;

    /// <summary>Why somebody can't add a gift for themselves, whatever there is for them.</summary>
    internal const string KeptFromYou = "Gifts for you are kept from you here: add a wish instead.";

    internal const string NoSuchPerson = "There is no such person.";

    private const decimal Small = 100_000;
    private const int MaxGivers = 20;

    /// <exception cref="NotFoundException">No such occasion here.</exception>
    public static async Task<OccasionDto> RequireOccasionAsync(GiftingRepository repository, Guid id, CancellationToken cancellationToken) =>
        await repository.OccasionDtoAsync(id, cancellationToken) ?? throw new NotFoundException("occasion");

    public static (string Name, string? Url, string? Notes) TextsOf(Check check, string? name, string? url, string? notes)
    {
        var address = check.Optional(url, "url", 2000);
        check.That(WebAddress.IsOneOrNone(address), "url", "Enter a web address that starts with https:// or http://.");
        return (check.Required(name, "name", "a name", 200), address, check.Optional(notes, "notes", 2000));
    }

    /// <summary>Puts a gift into another occasion.</summary>
    /// <exception cref="InvalidException">It is for who asks, and would be kept from them there, or is too much for it.</exception>
    public static async Task TransferAsync(GiftingRepository repository, Gift gift, Guid occasionId, CancellationToken cancellationToken)
    {
        if (gift.RecipientId is { } recipient && await repository.KeptForAsync(occasionId, cancellationToken) == recipient)
        {
            throw new InvalidException("occasionId", "Gifts for you are kept from you there: ask somebody else to move it.");
        }

        if (gift.LineTotal > Small && await repository.SumAsync(occasionId, cancellationToken) + gift.LineTotal > MaxSum)
        {
            throw new InvalidException("occasionId", "An occasion's gifts can cost at most 500,000,000,000 together.");
        }

        (gift.OccasionId, gift.WishId, gift.NoLongerWished, gift.ImportKey) = (occasionId, null, false, null);
    }

    /// <summary>Refuses a gift that comes from elsewhere where it is too much for its occasion.</summary>
    /// <exception cref="InvalidException">It is.</exception>
    public static async Task RequireRoomAsync(GiftingRepository repository, Gift gift, CancellationToken cancellationToken)
    {
        var total = GiftPrice.Of(gift).Total;
        if (total > Small && await repository.SumAsync(gift.OccasionId, cancellationToken) + total > MaxSum)
        {
            throw new InvalidException("price", "An occasion's gifts can cost at most 500,000,000,000 together.");
        }
    }

    public static void CheckPrices(Check check, decimal? price, decimal? discountPrice, int quantity, Currency currency)
    {
        check.Amount(price, "price", currency);
        check.Amount(discountPrice, "discountPrice", currency);
        check.That(discountPrice is null || price is null || discountPrice <= price, "discountPrice", "The discount price can't be above the price.");
        check.That(quantity is >= 1 and <= GiftPrice.MaxQuantity, "quantity", "Enter a quantity of 1 to 1,000,000.");
        check.That(
            new GiftPrice(price, discountPrice, quantity) is var cost && (cost.Each is < 0 or > Amounts.Max || quantity < 1 || cost.Total <= MaxSum),
            quantity > 1 ? "quantity" : "price",
            "Price times quantity can be at most 500,000,000,000.");
    }

    /// <summary>Everything about the givers but whether they are members.</summary>
    public static void CheckGivers(Check check, GiftInput input, Currency currency)
    {
        var members = input.Givers.Select(g => g.MemberId).ToList();
        check.That(members.Count <= MaxGivers, "givers", "At most 20 can share a gift.");
        check.That(members.Distinct().Count() == members.Count, "givers", "Name each giver once.");
        foreach (var amount in input.Givers.Select(g => g.Amount))
        {
            check.Amount(amount, "givers", currency);
        }

        var total = GiftPrice.Of(input).TotalWithinRange;
        check.That(
            members.Count == 0 || input.Givers.Sum(g => Math.Clamp(g.Amount ?? 0, 0, Amounts.Max)) <= total,
            "givers",
            "The givers' amounts are more than the gift costs. Lower them, or share it equally.");
    }

    /// <summary>Refuses a gift that costs more than its occasion has room for.</summary>
    /// <exception cref="InvalidException">It does.</exception>
    public static async Task CheckSumAsync(GiftingRepository repository, Gift gift, CancellationToken cancellationToken)
    {
        var total = GiftPrice.Of(gift).Total;
        if (total <= Small || total <= gift.LineTotal)
        {
            return;
        }

        // What the database knows of this gift is in the sum.
        var others = await repository.SumAsync(gift.OccasionId, cancellationToken) - gift.LineTotal;
        if (others + total > MaxSum)
        {
            throw new InvalidException("price", "An occasion's gifts can cost at most 500,000,000,000 together.");
        }
    }
}
