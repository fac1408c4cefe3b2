using Budgeting.Core.Gifting;

namespace Budgeting.Web.Wording.Gifting;

/// <summary>What is said of a gift's prices.</summary>
internal static class GiftPrices
{
    public static bool IsUnpriced(this GiftDto gift) => gift.Price is null && gift.DiscountPrice is null;

    /// <summary>What one is paid for.</summary>
    public static decimal UnitPrice(this GiftDto gift) => gift.DiscountPrice ?? gift.Price ?? 0;

    /// <summary>What all of them would cost without the discount.</summary>
    public static decimal RegularTotal(this GiftDto gift) => (gift.Price ?? gift.UnitPrice()) * gift.Quantity;

    public static decimal Saved(this GiftDto gift) => gift.RegularTotal() - gift.LineTotal;
}
