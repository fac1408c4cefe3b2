using Budgeting.Core.Kernel;

namespace Budgeting.Core.Gifting;

/// <summary>What one member gives of a gift's line total, in whole minor units.</summary>
public sealed record GiverShare(Guid MemberId, decimal Amount);

/// <summary>
/// Splits a gift's line total among its givers, to the cent: those with an amount give it, the others an equal part of the rest,
/// rounded down; what then is left over is the buyer's, or the first one's where the buyer isn't among them. The shares always add
/// up to the line total.
/// </summary>
public static class GiverShares
{
    /// <param name="lineTotal">In whole minor units of <paramref name="currency"/>, and not less than the givers' amounts together.</param>
    /// <param name="givers">In order; empty: all of it is the buyer's, or nobody's.</param>
    /// <param name="buyerId">Who buys it, if somebody does.</param>
    /// <param name="currency">Of the amounts.</param>
    public static IReadOnlyList<GiverShare> Of(decimal lineTotal, IReadOnlyList<Giver> givers, Guid? buyerId, Currency currency)
    {
        if (givers.Count == 0)
        {
            return buyerId is { } buyer ? [new GiverShare(buyer, lineTotal)] : [];
        }

        var equal = EqualPart(lineTotal - givers.Sum(g => g.Amount ?? 0), givers.Count(g => g.Amount is null), currency);
        var leftOver = lineTotal - givers.Sum(g => g.Amount ?? equal);
        var last = givers.FirstOrDefault(g => g.MemberId == buyerId) ?? givers[0];
        return givers.Select(g => new GiverShare(g.MemberId, (g.Amount ?? equal) + (g == last ? leftOver : 0))).ToList();
    }

    /// <summary>What one member gives; 0 where they give nothing.</summary>
    /// <inheritdoc cref="Of(decimal, IReadOnlyList{Giver}, Guid?, Currency)"/>
    public static decimal Of(GiftDto gift, Guid memberId, Currency currency) =>
        Of(gift.LineTotal, gift.Givers, gift.BuyerId, currency).Where(s => s.MemberId == memberId).Sum(s => s.Amount);

    // Whole minor units are counted, so that nothing is lost to the digits of a fraction.
    private static decimal EqualPart(decimal rest, int count, Currency currency)
    {
        if (count == 0)
        {
            return 0;
        }

        var unit = new decimal(1, 0, 0, isNegative: false, (byte)currency.MinorUnits);
        return decimal.Floor(rest / unit / count) * unit;
    }
}
