using Budgeting.Core.Gifting;

namespace Budgeting.Web.Wording.Gifting;

/// <summary>What is said of a gift's prices.</summary>
internal static class GiftPrices
{
    public static bool IsUnpriced(this GiftDto gift) => GiftPrice.Of(gift).Each is null;

    /// <summary>What all of them would cost without the discount.</summary>
    public static decimal RegularTotal(this GiftDto gift) => gift.Price is null ? gift.LineTotal : gift.Price.Value * gift.Quantity;

    public static decimal Saved(this GiftDto gift) => gift.RegularTotal() - gift.LineTotal;
}
