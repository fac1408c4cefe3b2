using Budgeting.Core.Kernel;
using static Budgeting.Tests.Kernel.Windows.TestWindows;

namespace Budgeting.Tests.Kernel.Windows;

/// <summary>Which days a window has, and where windows begin and end for good. Where days begin: <see cref="LocalDaysTests"/>.</summary>
public sealed class WindowCalendarTests
{
    [Theory]
    [InlineData(28, "2023-01-28 2023-02-28 2023-03-28 2023-04-28 2023-05-28")]
    [InlineData(29, "2023-01-29 2023-02-28 2023-03-29 2023-04-29 2023-05-29")]
    [InlineData(30, "2023-01-30 2023-02-28 2023-03-30 2023-04-30 2023-05-30")]
    [InlineData(31, "2023-01-31 2023-02-28 2023-03-31 2023-04-30 2023-05-31")]
    [InlineData(29, "2024-01-29 2024-02-29 2024-03-29 2024-04-29 2024-05-29")]
    [InlineData(30, "2024-01-30 2024-02-29 2024-03-30 2024-04-30 2024-05-30")]
    [InlineData(31, "2024-01-31 2024-02-29 2024-03-31 2024-04-30 2024-05-31")]
    [InlineData(29, "2100-01-29 2100-02-28 2100-03-29 2100-04-29 2100-05-29")]
    public void Months_OfAnAnchorDay_EndWithAShorterMonthAndDontDrift(int anchor, string starts) =>
        StartsOf(Monthly with { AnchorDay = anchor }, starts).Should().Equal(starts.Split(' '));

    [Theory]
    [InlineData(DayOfWeek.Monday, "2023-12-25 2024-01-01 2024-01-08")]
    [InlineData(DayOfWeek.Tuesday, "2023-12-26 2024-01-02 2024-01-09")]
    [InlineData(DayOfWeek.Saturday, "2023-12-30 2024-01-06 2024-01-13")]
    [InlineData(DayOfWeek.Sunday, "2023-12-31 2024-01-07 2024-01-14")]
    public void Weeks_BeginOnTheirDay(DayOfWeek start, string starts) =>
        StartsOf(Rule(WindowPeriod.Weekly) with { WeekStart = start }, starts).Should().Equal(starts.Split(' '));

    [Theory]
    [InlineData(WindowPeriod.Quarterly, 1, 1, "2023-10-01 2024-01-01 2024-04-01 2024-07-01")]
    [InlineData(WindowPeriod.Quarterly, 2, 1, "2023-11-01 2024-02-01 2024-05-01 2024-08-01")]
    [InlineData(WindowPeriod.Quarterly, 2, 31, "2023-11-30 2024-02-29 2024-05-31 2024-08-31")]
    [InlineData(WindowPeriod.Quarterly, 11, 30, "2023-11-30 2024-02-29 2024-05-30 2024-08-30")]
    [InlineData(WindowPeriod.Yearly, 1, 1, "2023-01-01 2024-01-01 2025-01-01")]
    [InlineData(WindowPeriod.Yearly, 4, 6, "2023-04-06 2024-04-06 2025-04-06")]
    [InlineData(WindowPeriod.Yearly, 2, 29, "2023-02-28 2024-02-29 2025-02-28")]
    [InlineData(WindowPeriod.Yearly, 12, 31, "2023-12-31 2024-12-31 2025-12-31")]
    public void QuartersAndYears_BeginInTheirMonthOnTheirDay(WindowPeriod period, int month, int anchor, string starts) =>
        StartsOf(Rule(period) with { FiscalStartMonth = month, AnchorDay = anchor }, starts).Should().Equal(starts.Split(' '));

    [Fact]
    public void Months_DontHeedTheFiscalYear() => (Monthly with { FiscalStartMonth = 5 }).At("2024-02-10").Should().Be(Window("2024-02-01", "2024-03-01"));

    [Fact]
    public void FirstWindow_BeginsWithTheStartDate()
    {
        var rule = Monthly with { StartDate = Day("2024-01-20") };

        rule.From("2024-01-20", 2).Should().Equal(Window("2024-01-20", "2024-02-01"), Window("2024-02-01", "2024-03-01"));
        rule.At("2024-01-19T23:59:59.9999999").Should().BeNull();
        new WindowCalendar(rule).Before(Window("2024-01-20", "2024-02-01")).Should().BeNull();
    }

    [Fact]
    public void LastWindow_HasAllOfTheEndDate()
    {
        var rule = Monthly with { EndDate = Day("2024-02-10") };

        rule.From("2024-01-31", 9).Should().Equal(Window("2024-01-01", "2024-02-01"), Window("2024-02-01", "2024-02-11"));
        rule.At("2024-02-10T23:59:59.9999999").Should().Be(Window("2024-02-01", "2024-02-11"));
        rule.At("2024-02-11").Should().BeNull();
    }

    [Fact]
    public void FirstWindow_ThatIsTheLast_IsCutTwice() =>
        Rule(WindowPeriod.Yearly, "America/New_York", "2024-03-10", "2024-03-10").From("2024-03-10T12:00", 9)
            .Should().Equal(Window("2024-03-10T05:00", "2024-03-11T04:00"));

    [Fact]
    public void Custom_IsOneWindow_FromTheStartToTheEnd()
    {
        var rule = Rule(WindowPeriod.Custom, "Asia/Kolkata", "2023-05-15", "2024-08-20");

        rule.From("2024-01-01", 9).Should().Equal(Window("2023-05-14T18:30", "2024-08-20T18:30"));
        rule.At("2023-05-14T18:29").Should().BeNull();
        rule.At("2024-08-20T18:30").Should().BeNull();
    }

    [Fact]
    public void Total_IsOneWindow_WithOrWithoutAnEnd()
    {
        var rule = Rule(WindowPeriod.Total, "Asia/Kolkata", "2023-05-15");

        rule.From("9999-12-31T23:59", 9).Should().Equal(Window("2023-05-14T18:30", null));
        (rule with { EndDate = Day("2023-05-15") }).From("2023-05-15", 9).Should().Equal(Window("2023-05-14T18:30", "2023-05-15T18:30"));
        rule.At("2023-05-14T18:29").Should().BeNull();
    }

    [Theory]
    [InlineData(WindowPeriod.Daily)]
    [InlineData(WindowPeriod.Weekly)]
    [InlineData(WindowPeriod.Monthly)]
    [InlineData(WindowPeriod.Quarterly)]
    [InlineData(WindowPeriod.Yearly)]
    public void AnyInstant_ThatThereIs_IsAnswered(WindowPeriod period)
    {
        var calendar = new WindowCalendar(Rule(period, "Pacific/Kiritimati", "1900-01-01") with { AnchorDay = 31, FiscalStartMonth = 12 });

        calendar.At(DateTimeOffset.MinValue).Should().BeNull();
        calendar.At(DateTimeOffset.MaxValue).Should().BeNull();
        calendar.At(Utc("1900-01-02"))!.Value.Start.Should().BeBefore(Utc("1900-01-02"));
        calendar.At(Utc("2999-12-31"))!.Value.End.Should().Be(Utc("2999-12-31T10:00"));
    }

    [Fact]
    public void Windows_AreInUtc_WhereverTheInstantIsSaid()
    {
        var window = Rule(WindowPeriod.Daily, "Asia/Kolkata").At("2023-05-16T04:00+05:30")!.Value;

        window.Should().Be(Window("2023-05-15T18:30", "2023-05-16T18:30"));
        window.Start.Offset.Should().Be(TimeSpan.Zero);
        window.End!.Value.Offset.Should().Be(TimeSpan.Zero);
    }

    // As many as expected, the first found by its last moment.
    private static IEnumerable<string> StartsOf(WindowRule rule, string expected)
    {
        var starts = expected.Split(' ');
        return rule.From($"{Day(starts[1]).AddDays(-1):yyyy-MM-dd}T23:59:59.9999999", starts.Length).Select(w => $"{w.Start:yyyy-MM-dd}");
    }
}
