using Budgeting.Core.Kernel;
using Budgeting.Web.Components.Ui;
using FsCheck;
using FsCheck.Fluent;

namespace Budgeting.Tests.Components;

public sealed class MeterBarTests
{
    [Fact]
    public void Pieces_WhateverTheMeter_FillTheBarExactlyOnce() =>
        Prop.ForAll(
            Gen.Choose(0, 1_000).Three().ToArbitrary(),
            figures =>
            {
                var (total, purchased, planned) = figures;
                var bar = MeterBar.Of(MeterOf(total, purchased, planned));
                var shown = bar.Pieces.Sum(p => p.Share);
                return (bar.Pieces.Count == 0 || Math.Abs(shown - 1) < 1e-20m) &&
                    bar.Pieces.Sum(p => p.Amount) == Math.Max(total, purchased + planned) &&
                    bar.Pieces.Where(p => p.Key != MeterBar.Over).Sum(p => p.Amount) == total;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pieces_Over_HaveAPieceOfTheirOwnPastTheLimit()
    {
        var bar = MeterBar.Of(MeterOf(100, 80, 45));

        bar.Pieces.Select(p => (p.Key, p.Amount)).Should().Equal(("purchased", 80), ("planned", 20), (MeterBar.Over, 25));
        bar.Limit.Should().Be(0.8m);
    }

    [Fact]
    public void Pieces_ExactlyFull_AreNotOver()
    {
        var bar = MeterBar.Of(MeterOf(100, 60, 40));

        bar.Pieces.Select(p => p.Key).Should().Equal("purchased", "planned");
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
    public void Pieces_ZeroBudgetAndSomethingUsed_AreAllOver()
    {
        var bar = MeterBar.Of(MeterOf(0, 5, 0));

        bar.Pieces.Should().ContainSingle().Which.Should().Be(new MeterPiece(MeterBar.Over, "over", 5, 1));
        bar.Limit.Should().Be(0);
    }

    private static Meter MeterOf(decimal total, decimal purchased, decimal planned) => Meter.Of(
        Currency.Of("USD"),
        total,
        [new MeterSegment("purchased", "Purchased", purchased, MeterTone.Spent), new MeterSegment("planned", "Planned", planned, MeterTone.Committed)]);
}
