using Budgeting.Core.Kernel;
using FsCheck;
using FsCheck.Fluent;

namespace Budgeting.Tests.Kernel;

public sealed class MeterTests
{
    private static readonly Currency Usd = Currency.Of("USD");

    private static readonly Gen<decimal> Amount =
        Gen.Frequency((1, Gen.Constant(0m)), (6, Gen.Choose(0, int.MaxValue).Select(cents => cents / 100m)), (1, Gen.Constant(Amounts.Max)));

    private static readonly Arbitrary<(decimal? Total, decimal[] Used, int Near)> Meters = (
        from total in Gen.Frequency((1, Gen.Constant((decimal?)null)), (5, Amount.Select(a => (decimal?)a)))
        from used in Gen.ArrayOf(Amount)
        from near in Gen.Choose(1, 100)
        select (total, used, near)).ToArbitrary();

    [Fact]
    public void Meter_AnySegments_AddUpToTheTotal() => Prop.ForAll(Meters, x =>
    {
        var meter = Of(x.Total, x.Near, x.Used);
        return meter.Segments.Sum(s => s.Amount) + (meter.Remaining ?? 0) == (meter.Total ?? meter.Used) &&
            meter.OverBy == Math.Max(0, meter.Used - (meter.Total ?? meter.Used));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Level_AnySegments_IsOverExactlyWhenMoreIsUsedThanThere() => Prop.ForAll(Meters, x =>
    {
        var meter = Of(x.Total, x.Near, x.Used);
        return (meter.Level == MeterLevel.Over) == (meter.Used > meter.Total) &&
            (meter.Level == MeterLevel.None) == (meter.Total is null) &&
            (meter.Level == MeterLevel.Near) == (meter.Total > 0 && meter.Used < meter.Total && meter.Used * 100 >= meter.Total * x.Near);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(79_99, MeterLevel.Ok)]
    [InlineData(80_00, MeterLevel.Near)]
    [InlineData(99_99, MeterLevel.Near)]
    [InlineData(100_00, MeterLevel.Ok)]
    [InlineData(100_01, MeterLevel.Over)]
    public void Level_AroundTheThresholds_ChangesAtTheCent(int cents, MeterLevel level) =>
        Of(100, used: cents / 100m).Level.Should().Be(level);

    [Theory]
    [InlineData(1_01, 34, MeterLevel.Ok)]
    [InlineData(1_01, 35, MeterLevel.Near)]
    [InlineData(3_00, 1_01, MeterLevel.Ok)]
    [InlineData(3_00, 1_02, MeterLevel.Near)]
    public void Level_ThresholdBetweenTwoCents_IsNotRounded(int totalCents, int usedCents, MeterLevel level) =>
        Of(totalCents / 100m, near: 34, usedCents / 100m).Level.Should().Be(level);

    [Theory]
    [InlineData(MeterTone.Spent, 0, MeterLevel.Ok)]
    [InlineData(MeterTone.Spent, 1, MeterLevel.Near)]
    [InlineData(MeterTone.Committed, 0, MeterLevel.Near)]
    [InlineData(MeterTone.Allotted, 0, MeterLevel.Near)]
    public void Level_UsedUp_IsNearWhileSomethingIsLeftToDecide(MeterTone rest, int unpriced, MeterLevel level) => Meter
        .Of(Usd, 100, [new("spent", "Spent", 60, MeterTone.Spent), new("rest", "Rest", 40, rest)], unpriced: unpriced).Level.Should().Be(level);

    [Fact]
    public void Level_SpentToTheLastCentBesideAnEmptySegment_IsOk() => Meter
        .Of(Usd, 100, [new("spent", "Spent", 100, MeterTone.Spent), new("rest", "Rest", 0, MeterTone.Committed)]).Level.Should().Be(MeterLevel.Ok);

    [Fact]
    public void Level_ThresholdOfAllOfIt_IsNearOnlyWhenFull()
    {
        Promised(99.99m).Should().Be(MeterLevel.Ok);
        Promised(100).Should().Be(MeterLevel.Near);

        static MeterLevel Promised(decimal amount) =>
            Meter.Of(Usd, 100, [new("planned", "Planned", amount, MeterTone.Committed)], nearPercent: 100).Level;
    }

    [Fact]
    public void Meter_ZeroBudgetUnused_IsOk()
    {
        var meter = Of(0, used: 0);

        (meter.Level, meter.Remaining, meter.UsedFraction, meter.OverBy).Should().Be((MeterLevel.Ok, 0, 0, 0));
    }

    [Fact]
    public void Meter_ZeroBudgetUsed_IsOverWithoutFraction()
    {
        var meter = Of(0, used: 0.01m);

        (meter.Level, meter.Remaining, meter.UsedFraction, meter.OverBy).Should().Be((MeterLevel.Over, -0.01m, null, 0.01m));
    }

    [Fact]
    public void Meter_NoBudget_HasSumsOnly()
    {
        var meter = Of(null, used: [10, 20]);

        (meter.Level, meter.Used, meter.Remaining, meter.UsedFraction, meter.OverBy).Should().Be((MeterLevel.None, 30, null, null, 0));
    }

    [Theory]
    [InlineData(500, 50)]
    [InlineData(1000, 100)]
    [InlineData(1500, 150)]
    public void UsedFraction_OfATotal_IsTheShareUsed(int used, int percent) => Of(1000, used: used).UsedFraction.Should().Be(percent / 100m);

    [Fact]
    public void AmountOf_Segment_IsItsAmountAndElseZero()
    {
        var meter = Of(100, used: [10, 20]);

        (meter.AmountOf("1"), meter.AmountOf("none")).Should().Be((20, 0));
    }

    [Fact]
    public void Of_NoThresholdGiven_IsNearAtEightyPercent() => Meter.Of(Usd, 1, []).NearPercent.Should().Be(80);

    private static Meter Of(decimal? total, int near = Meter.DefaultNearPercent, params decimal[] used) => Meter.Of(
        Usd, total, used.Select((amount, i) => new MeterSegment($"{i}", $"Segment {i}", amount, MeterTone.Spent)).ToList(), near);
}
