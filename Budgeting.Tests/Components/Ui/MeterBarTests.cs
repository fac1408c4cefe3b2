using Budgeting.Core.Kernel;
using Budgeting.Web.Components.Ui;
using FsCheck;
using FsCheck.Fluent;

namespace Budgeting.Tests.Components;

public sealed class MeterBarTests
{
    private static readonly Arbitrary<Meter> Meters = (
        from total in Gen.Choose(0, 1_000)
        from amounts in Gen.ListOf(Gen.Frequency((1, Gen.Constant(0)), (6, Gen.Choose(-100, 1_000))))
        select MeterOf(total, amounts.Select(a => (decimal)a).ToArray())).ToArbitrary();

    [Fact]
    public void Pieces_WhateverTheMeter_FillTheBarExactlyOnce() => Prop.ForAll(Meters, meter =>
    {
        var bar = MeterBar.Of(meter);
        var scale = Math.Max(meter.Total!.Value, meter.Segments.Sum(s => Math.Max(s.Amount, 0)));
        return bar.Pieces.Sum(p => p.Amount) == scale && bar.Pieces.All(p => p.Amount > 0 && p.Share == p.Amount / scale) &&
            bar.Within.Sum(p => p.Amount) == meter.Total && bar.Limit == (scale == 0 ? 1 : meter.Total / scale);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pieces_WhateverTheMeter_AreEverySegmentWholeInItsOrderAndTone() => Prop.ForAll(Meters, meter =>
    {
        var drawn = MeterBar.Of(meter).Pieces.Where(p => p.Key != MeterBar.Left)
            .GroupBy(p => (p.Key, p.Tone), (segment, pieces) => (segment.Key, segment.Tone, pieces.Sum(p => p.Amount)));
        return drawn.SequenceEqual(meter.Segments.Where(s => s.Amount > 0).Select(s => (s.Key, MeterBar.ToneOf(s.Tone), s.Amount)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pieces_WhateverTheMeter_ComeBeforeTheLimitAndThenPastIt() => Prop.ForAll(Meters, meter =>
    {
        var bar = MeterBar.Of(meter);
        return bar.Within.Concat(bar.Past).SequenceEqual(bar.Pieces) && bar.Past.Any() == bar.Limit < 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pieces_Over_AreCutByTheLimitAndKeepTheirTones()
    {
        var bar = MeterBar.Of(MeterOf(100, 80, 45));

        bar.Pieces.Select(p => (p.Key, p.Tone, p.Amount, p.IsPast))
            .Should().Equal(("0", "spent", 80, false), ("1", "committed", 20, false), ("1", "committed", 25, true));
        bar.Limit.Should().Be(0.8m);
    }

    [Fact]
    public void Pieces_FirstSegmentAloneOver_ShowTheSecondPastTheLimit()
    {
        var bar = MeterBar.Of(MeterOf(100, 150, 50));

        bar.Pieces.Select(p => (p.Key, p.Amount, p.IsPast)).Should().Equal(("0", 100, false), ("0", 50, true), ("1", 50, true));
        bar.Limit.Should().Be(0.5m);
    }

    [Fact]
    public void Pieces_MoreCameBackThanWasSpent_AreWhatIsLeft() =>
        MeterBar.Of(MeterOf(100, -20)).Pieces.Should().Equal(new MeterPiece(MeterBar.Left, "left", 100, 1, IsPast: false));

    [Fact]
    public void Pieces_ExactlyFull_AreNotOver()
    {
        var bar = MeterBar.Of(MeterOf(100, 60, 40));

        bar.Pieces.Select(p => p.Key).Should().Equal("0", "1");
        bar.Limit.Should().Be(1);
    }

    [Fact]
    public void Pieces_ZeroBudgetAndNothingUsed_AreNone()
    {
        var bar = MeterBar.Of(MeterOf(0, 0, 0));

        bar.Pieces.Should().BeEmpty();
        bar.Limit.Should().Be(1);
    }

    [Fact]
    public void Pieces_ZeroBudgetAndSomethingUsed_AreAllPastTheLimit()
    {
        var bar = MeterBar.Of(MeterOf(0, 5, 0));

        bar.Pieces.Should().ContainSingle().Which.Should().Be(new MeterPiece("0", "spent", 5, 1, IsPast: true));
        bar.Limit.Should().Be(0);
    }

    private static Meter MeterOf(decimal total, params decimal[] amounts) => Meter.Of(
        Currency.Of("USD"),
        total,
        amounts.Select((amount, i) => new MeterSegment($"{i}", $"Segment {i}", amount, (MeterTone)(i % 3))).ToList());
}
