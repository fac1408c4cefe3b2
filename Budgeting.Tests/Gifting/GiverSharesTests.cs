using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using FsCheck;
using FsCheck.Fluent;

namespace Budgeting.Tests.Gifting;

public sealed class GiverSharesTests
{
    private static readonly Guid Ann = Guid.NewGuid();
    private static readonly Guid Ben = Guid.NewGuid();
    private static readonly Guid Cleo = Guid.NewGuid();

    private static readonly Arbitrary<Split> Splits = (
        from currency in Gen.Elements("USD", "JPY", "BHD")
        from units in Gen.Choose(0, 1_000_000)
        from amounts in Gen.Frequency((2, Gen.Constant(-1)), (1, Gen.Choose(0, 1000))).NonEmptyListOf()
        from buyer in Gen.Choose(-1, 30)
        select SplitOf(Currency.Of(currency), units, amounts.Take(20).ToList(), buyer)).ToArbitrary();

    [Fact]
    public void Of_AnyGivers_AddsUpToTheLineTotal() => Prop.ForAll(Splits, x =>
    {
        var shares = GiverShares.Of(x.Total, x.Givers, x.Buyer, x.Currency);

        shares.Sum(s => s.Amount).Should().Be(x.Total);
        shares.All(s => s.Amount >= 0 && x.Currency.Fits(s.Amount)).Should().BeTrue();
        shares.Select(s => s.MemberId).Should().Equal(x.Givers.Select(g => g.MemberId));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Of_AnyGivers_GivesEqualPartsAndTheRestToOne() => Prop.ForAll(Splits, x =>
    {
        var last = x.Givers.FirstOrDefault(g => g.MemberId == x.Buyer) ?? x.Givers[0];

        var others = GiverShares.Of(x.Total, x.Givers, x.Buyer, x.Currency).Zip(x.Givers).Where(p => p.Second != last).ToList();

        others.Where(p => p.Second.Amount is { }).All(p => p.First.Amount == p.Second.Amount).Should().BeTrue();
        others.Where(p => p.Second.Amount is null).Select(p => p.First.Amount).Distinct().Should().HaveCountLessThan(2);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Of_ThreeEqualGivers_LeavesTheCentToTheBuyer() =>
        GiverShares.Of(100, [new(Ann), new(Ben), new(Cleo)], Ben, Currency.Of("USD")).Select(s => s.Amount).Should().Equal(33.33m, 33.34m, 33.33m);

    [Fact]
    public void Of_AnAmountAndTwoEqualParts_SharesWhatTheAmountLeaves() =>
        GiverShares.Of(100, [new(Ann, 50.01m), new(Ben), new(Cleo)], Cleo, Currency.Of("USD")).Select(s => s.Amount).Should().Equal(50.01m, 24.99m, 25m);

    [Fact]
    public void Of_WithoutABuyerAmongThem_LeavesTheCentToTheFirst() =>
        GiverShares.Of(10, [new(Ann), new(Ben), new(Cleo)], buyerId: null, Currency.Of("USD")).Select(s => s.Amount).Should().Equal(3.34m, 3.33m, 3.33m);

    [Fact]
    public void Of_NoGivers_IsTheBuyersAlone()
    {
        GiverShares.Of(10, [], Ann, Currency.Of("USD")).Should().Equal(new GiverShare(Ann, 10));
        GiverShares.Of(10, [], buyerId: null, Currency.Of("USD")).Should().BeEmpty();
    }

    private static Split SplitOf(Currency currency, int units, List<int> amounts, int buyer)
    {
        var unit = new decimal(1, 0, 0, isNegative: false, (byte)currency.MinorUnits);
        var givers = amounts.Select(a => new Giver(Guid.NewGuid(), a < 0 ? null : a * unit)).ToList();
        return new Split(
            currency,
            (units + amounts.Where(a => a >= 0).Sum()) * unit,
            givers,
            buyer < 0 ? null : buyer < givers.Count ? givers[buyer].MemberId : Guid.NewGuid());
    }

    public sealed record Split(Currency Currency, decimal Total, IReadOnlyList<Giver> Givers, Guid? Buyer);
}
