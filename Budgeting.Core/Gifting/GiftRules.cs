using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Gifting;

/// <summary>What a gift must be, whoever writes it.</summary>
internal static class GiftRules
{
    /// <summary>
    /// What one line can be, and what an occasion's lines can be together when one above <see cref="Small"/> is added. The half of
    /// <see cref="Money.Max"/> that it leaves is room for five million small ones, which need no look at the sum.
    /// </summary>
    internal const decimal MaxSum = Money.Max / 2;

    private const decimal Small = 100_000;
    private const int MaxQuantity = 1_000_000;

    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    public static async Task ApplyAsync(
        GiftingRepository repository, Gift gift, GiftInput input, Currency currency, CancellationToken cancellationToken)
    {
        var check = new Check();
        gift.Name = check.Required(input.Name, "name", "a name", 200);
        gift.Url = check.Optional(input.Url, "url", 2000);
        gift.Notes = check.Optional(input.Notes, "notes", 2000);
        check.That(IsWebAddress(gift.Url), "url", "Enter a web address that starts with https:// or http://.");
        check.That(Enum.IsDefined(input.Status), "status", "Choose a status.");
        CheckPrices(check, input.Price, input.DiscountPrice, input.Quantity, currency);
        await CheckReferencesAsync(check, repository, gift, input, cancellationToken);
        check.ThrowIfAny();

        (gift.Price, gift.DiscountPrice, gift.Quantity) = (input.Price, input.DiscountPrice, input.Quantity);
        (gift.Status, gift.RecipientId, gift.BuyerId) = (input.Status, input.RecipientId, input.BuyerId);
        await CheckSumAsync(repository, gift, cancellationToken);
    }

    public static void CheckPrices(Check check, decimal? price, decimal? discountPrice, int quantity, Currency currency)
    {
        check.Amount(price, "price", currency);
        check.Amount(discountPrice, "discountPrice", currency);
        check.That(discountPrice is null || price is null || discountPrice <= price, "discountPrice", "The discount price can't be above the price.");
        check.That(quantity is >= 1 and <= MaxQuantity, "quantity", "Enter a quantity of 1 to 1,000,000.");
        check.That(
            (discountPrice ?? price ?? 0) is var each && (each is < 0 or > Money.Max || quantity < 1 || each * quantity <= MaxSum),
            quantity > 1 ? "quantity" : "price",
            "Price times quantity can be at most 500,000,000,000.");
    }

    public static async Task CheckRecipientAsync(
        Check check, GiftingRepository repository, Guid? recipientId, CancellationToken cancellationToken) =>
        check.That(
            recipientId is not { } id || await repository.PersonExistsAsync(id, cancellationToken),
            "recipientId",
            "There is no such person.");

    private static async Task CheckReferencesAsync(
        Check check, GiftingRepository repository, Gift gift, GiftInput input, CancellationToken cancellationToken)
    {
        if (input.RecipientId is { } recipient && recipient != gift.RecipientId)
        {
            await CheckRecipientAsync(check, repository, recipient, cancellationToken);
            check.That(
                await repository.KeptForAsync(gift.OccasionId, cancellationToken) != recipient,
                "recipientId",
                "Gifts for you are kept from you here: ask somebody else to add it.");
        }

        if (input.BuyerId is { } buyerId && buyerId != gift.BuyerId)
        {
            check.That(
                await repository.MemberExistsAsync(buyerId, cancellationToken), "buyerId", "There is no such member.");
        }
    }

    private static async Task CheckSumAsync(GiftingRepository repository, Gift gift, CancellationToken cancellationToken)
    {
        var total = (gift.DiscountPrice ?? gift.Price ?? 0) * gift.Quantity;
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

    private static bool IsWebAddress(string? url) =>
        url is null || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps));
}
