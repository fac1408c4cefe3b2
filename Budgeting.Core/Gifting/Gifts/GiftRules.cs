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

    private const decimal Small = 100_000;
    private const int MaxGivers = 20;

    /// <summary>Writes what was put in to the gift, and adds the recipient whom the input names as a new one.</summary>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    public static async Task ApplyAsync(
        GiftingRepository repository, Gift gift, GiftInput input, Person? newPerson, Currency currency, CancellationToken cancellationToken)
    {
        var check = new Check();
        if (newPerson is not null)
        {
            newPerson.Name = check.Required(input.NewPerson, "newPerson", "a name", 100);
            input = input with { RecipientId = null };
        }

        (gift.Name, gift.Url, gift.Notes) = TextsOf(check, input.Name, input.Url, input.Notes);
        var guest = check.Optional(input.GuestName, "guestName", 100);
        check.That(Enum.IsDefined(input.Status), "status", "Choose a status.");
        CheckPrices(check, input.Price, input.DiscountPrice, input.Quantity, currency);
        await CheckReferencesAsync(check, repository, gift, input, cancellationToken);
        await CheckGiversAsync(check, repository, gift, input, currency, cancellationToken);
        check.ThrowIfAny();

        (gift.Price, gift.DiscountPrice, gift.Quantity) = (input.Price, input.DiscountPrice, input.Quantity);
        (gift.Status, gift.BuyerId, gift.Givers) = (input.Status, input.BuyerId, input.Givers);
        SetRecipient(gift, newPerson?.Id ?? input.RecipientId);

        // Another name is another guest, who can't give it back by a link.
        (gift.GuestName, gift.GuestId) = (guest, guest == gift.GuestName ? gift.GuestId : null);
        await CheckSumAsync(repository, gift, cancellationToken);
        if (newPerson is not null)
        {
            repository.Add(newPerson);
        }

        if (input.Picture is { } picture)
        {
            await SetPictureAsync(repository, gift, picture, cancellationToken);
        }
    }

    /// <summary>Who marks a gift bought is its buyer, unless somebody, or a guest, is known to be.</summary>
    /// <param name="before">What it was.</param>
    /// <param name="memberId">Who acts; <c>null</c>: the command line, which buys nothing.</param>
    public static void NoteBuyer(Gift gift, GiftStatus before, Guid? memberId)
    {
        if (!GiftMeter.IsPurchased(before) && GiftMeter.IsPurchased(gift.Status) && gift.GuestName is null)
        {
            gift.BuyerId ??= memberId;
        }
    }

    /// <summary>Keeps the picture with the gift, in place of the one that it has; one that is the same changes nothing.</summary>
    public static async Task SetPictureAsync(GiftingRepository repository, Gift gift, PictureInput input, CancellationToken cancellationToken)
    {
        if (gift.Picture == input.Hash)
        {
            return;
        }

        var picture = gift.Picture is null ? null : await repository.PictureAsync(gift.Id, cancellationToken);
        gift.Picture = input.Hash;
        if (picture is not null && input.ContentType is { } contentType)
        {
            (picture.ContentType, picture.Bytes) = (contentType, input.Bytes);
        }
        else if (picture is not null)
        {
            repository.Remove(picture);
        }
        else
        {
            repository.Add(new GiftPicture { Id = gift.Id, OrganizationId = gift.OrganizationId, ContentType = input.ContentType!, Bytes = input.Bytes });
        }
    }

    public static (string Name, string? Url, string? Notes) TextsOf(Check check, string? name, string? url, string? notes)
    {
        var address = check.Optional(url, "url", 2000);
        check.That(IsWebAddress(address), "url", "Enter a web address that starts with https:// or http://.");
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
                KeptFromYou);
        }

        if (input.BuyerId is { } buyerId && buyerId != gift.BuyerId)
        {
            check.That(
                await repository.MemberExistsAsync(buyerId, cancellationToken), "buyerId", "There is no such member.");
        }
    }

    private static async Task CheckGiversAsync(
        Check check, GiftingRepository repository, Gift gift, GiftInput input, Currency currency, CancellationToken cancellationToken)
    {
        CheckGivers(check, input, currency);
        foreach (var member in input.Givers.Select(g => g.MemberId).Distinct().Except(gift.Givers.Select(g => g.MemberId)))
        {
            check.That(await repository.MemberExistsAsync(member, cancellationToken), "givers", "There is no such member.");
        }
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

    // What a wish or a line of a file made for one recipient isn't that any more for another.
    private static void SetRecipient(Gift gift, Guid? recipientId)
    {
        if (gift.RecipientId != recipientId)
        {
            (gift.RecipientId, gift.WishId, gift.NoLongerWished, gift.ImportKey) = (recipientId, null, false, null);
        }
    }

    private static async Task CheckSumAsync(GiftingRepository repository, Gift gift, CancellationToken cancellationToken)
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

    private static bool IsWebAddress(string? url) =>
        url is null || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps));
}
