using Budgeting.Core.Kernel;
using Budgeting.Web.Components.Ui;
using FsCheck;
using FsCheck.Fluent;

namespace Budgeting.Tests.Components;

public sealed class ChartScaleTests
{
    private static readonly Currency Usd = Currency.Of("USD");

    [Theory]
    [InlineData(new[] { 3780.0, 3835.29 }, "0 1000 2000 3000 4000")]
    [InlineData(new[] { 4000.0 }, "0 1000 2000 3000 4000")]
    [InlineData(new[] { 4000.01 }, "0 2000 4000 6000")]
    [InlineData(new[] { 1234567.89, 0 }, "0 500000 1000000 1500000")]
    [InlineData(new[] { 0.03 }, "0 0.01 0.02 0.03")]
    [InlineData(new[] { 0.09 }, "0 0.05 0.10")]
    [InlineData(new[] { 350.0, -50 }, "-200 0 200 400")]
    [InlineData(new[] { -30.0, -5 }, "-30 -20 -10 0")]
    [InlineData(new[] { 0.0 }, "0 0.01")]
    [InlineData(new double[0], "0 0.01")]
    public void Lines_AreRoundAndHoldAllBars(double[] amounts, string lines) =>
        ScaleOf(Usd, amounts.Select(a => (decimal)a)).Lines.Should().Equal(lines.Split(' ').Select(l => decimal.Parse(l, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Lines_OfACurrencyWithoutDecimals_AreWhole() => ScaleOf(Currency.Of("JPY"), [9]).Lines.Should().Equal(0, 5, 10);

    [Fact]
    public void Lines_WhateverTheBars_AreThreeToFiveFromZeroAndNoAmountIsOutside() => Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(-2_000_000, int.MaxValue).Select(cents => cents / 100m)).Where(a => a.Any(x => Math.Abs(x) >= 1)).ToArbitrary(),
        amounts =>
        {
            var scale = ScaleOf(Usd, amounts);
            return scale.Lines.Count() is >= 3 and <= 5 && scale.Lines.Contains(0) && scale.Lines.Last() == scale.Top &&
                amounts.All(a => scale.Place(a) is >= 0 and <= 100);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Place_IsPercentOfTheHeight()
    {
        var scale = new ChartScale(Bottom: -100, Top: 300, Step: 100);

        new[] { -100m, 0, 100, 300 }.Select(scale.Place).Should().Equal(0, 25, 50, 100);
    }

    [Fact]
    public void Stacked_PiecesAboveAndBelowZero_GrowAwayFromIt()
    {
        var bar = new ChartBar(new("A", 10, "spent"), new("B", -4, "spent"), new("C", 0, "spent"), new("D", 5, "committed"), new("E", -1, "committed"));

        bar.Stacked().Select(s => (s.Piece.Name, s.From, s.To)).Should().Equal(("A", 0, 10), ("B", -4, 0), ("D", 10, 15), ("E", -5, -4));
        (bar.Top, bar.Bottom).Should().Be((15, -5));
    }

    private static ChartScale ScaleOf(Currency currency, IEnumerable<decimal> amounts) =>
        ChartScale.Of(amounts.Select(a => new ChartBar(new ChartPiece("Spent", a, "spent"))), currency);
}
