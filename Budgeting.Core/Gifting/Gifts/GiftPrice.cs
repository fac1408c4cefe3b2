using System.Linq.Expressions;
using Budgeting.Core.Kernel;

namespace Budgeting.Core.Gifting;

/// <summary>What a gift costs: the one formula, here and, beside it, in SQL.</summary>
public readonly record struct GiftPrice(decimal? Price, decimal? DiscountPrice, int Quantity)
{
    public const int MaxQuantity = 1_000_000;

    internal const string TotalSql = "COALESCE(discount_price, price, 0) * quantity";
    internal const string UnknownSql = "discount_price IS NULL AND price IS NULL";

    internal static Expression<Func<Gift, decimal?>> EachInSql { get; } = g => g.DiscountPrice ?? g.Price;

    /// <summary>What one is paid for; <c>null</c>: no price is known.</summary>
    public decimal? Each => DiscountPrice ?? Price;

    /// <summary>What all of them are paid for; 0 where no price is known.</summary>
    public decimal Total => (Each ?? 0) * Quantity;

    /// <summary>The total of what somebody is typing: what is out of range still counts as the nearest that isn't.</summary>
    public decimal TotalWithinRange => new GiftPrice(Math.Clamp(Each ?? 0, 0, Amounts.Max), DiscountPrice: null, Math.Clamp(Quantity, 1, MaxQuantity)).Total;

    public static GiftPrice Of(GiftInput gift) => new(gift.Price, gift.DiscountPrice, gift.Quantity);

    public static GiftPrice Of(GiftDto gift) => new(gift.Price, gift.DiscountPrice, gift.Quantity);

    internal static GiftPrice Of(Gift gift) => new(gift.Price, gift.DiscountPrice, gift.Quantity);
}
