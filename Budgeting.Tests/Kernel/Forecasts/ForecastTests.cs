using Budgeting.Core.Kernel;

namespace Budgeting.Tests.Kernel.Forecasts;

public sealed class ForecastTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 2)]
    [InlineData(30, 2)]
    public void TooLittleData_IsNoForecast(int days, int used) =>
        Forecast.Of([.. Enumerable.Range(0, days).Select(day => day < used ? 10m : 0m)], 7).Should().BeNull();

    [Fact]
    public void DaysAllAlike_GoOnSo_WithoutASpread()
    {
        var forecast = Forecast.Of([.. Enumerable.Repeat(12.50m, 10)], 4)!;

        forecast.Should().BeEquivalentTo(new { Method = ForecastMethod.Linear, Days = new[] { 12.5m, 12.5m, 12.5m, 12.5m }, Expected = 50m, Low = 50m, High = 50m });
    }

    [Fact]
    public void WeekdaysThatDiffer_AreThoseToCome()
    {
        // The first is a Monday, and so is the day after the last.
        decimal[] week = [10, 20, 30, 40, 50, 0, 0];

        var forecast = Forecast.Of([.. Enumerable.Range(0, 42).Select(day => week[day % 7])], 9)!;

        forecast.Method.Should().Be(ForecastMethod.Weekday);
        forecast.Days.Should().Equal(10, 20, 30, 40, 50, 0, 0, 10, 20);
    }

    [Fact]
    public void AfterAChangeOfLevel_OnlyWhatCameSinceCounts()
    {
        var days = Enumerable.Range(0, 60).Select(day => (day < 40 ? 100m : 10m) + (day % 3));

        Forecast.Of([.. days], 10)!.Expected.Should().BeInRange(105, 115);
    }

    [Fact]
    public void OfALongHistory_TheLatestDaysCount()
    {
        var days = Enumerable.Repeat(1_000m, 500).Concat(Enumerable.Repeat(3m, Forecast.MostDays));

        Forecast.Of([.. days], 2)!.Expected.Should().Be(6);
    }

    [Fact]
    public void NothingOnMostDays_MayStayNothing() =>
        Forecast.Of([.. Enumerable.Range(0, 60).Select(day => day % 10 == 0 ? 25m + day : 0m)], 3)!.Low.Should().Be(0);

    [Fact]
    public void CorrectionsOnly_ExpectNothing()
    {
        var forecast = Forecast.Of([-5, -3, -4, -5, -2], 3)!;

        forecast.Expected.Should().Be(0);
        forecast.Low.Should().Be(0);
    }

    [Fact]
    public void NoDayToCome_ExpectsNothing()
    {
        var forecast = Forecast.Of([1, 2, 3, 4], 0)!;

        (forecast.Expected, forecast.Low, forecast.High).Should().Be((0, 0, 0));
    }

    [Theory]
    [InlineData(25, 2)]
    [InlineData(30, 2)]
    [InlineData(0, 0)]
    [InlineData(41, null)]
    public void DayOfExhaustion_IsWhenNothingIsLeft(decimal left, int? day) =>
        Forecast.Of([.. Enumerable.Repeat(10m, 10)], 4)!.DayOfExhaustion(left).Should().Be(day);

    [Fact]
    public void LargestAmounts_AreAddedUp() => Forecast.Of([.. Enumerable.Repeat(Amounts.Max, 5)], 30)!.High.Should().Be(30 * Amounts.Max);
}
