using Budgeting.Core.Kernel;
using static Budgeting.Tests.Kernel.Windows.TestWindows;

namespace Budgeting.Tests.Kernel.Windows;

/// <summary>When days begin, where clocks are put forward and back.</summary>
public sealed class LocalDaysTests
{
    [Theory]
    [InlineData("Asia/Kolkata", "2023-05-15T22:30", "2023-05-15T18:30", "2023-05-16T18:30")]
    [InlineData("Asia/Kathmandu", "2023-05-15T18:15", "2023-05-15T18:15", "2023-05-16T18:15")]
    [InlineData("America/New_York", "2026-03-08T12:00", "2026-03-08T05:00", "2026-03-09T04:00")] // 23 h
    [InlineData("America/New_York", "2026-11-01T12:00", "2026-11-01T04:00", "2026-11-02T05:00")] // 25 h
    [InlineData("Australia/Lord_Howe", "2026-04-04T23:00", "2026-04-04T13:00", "2026-04-05T13:30")] // 24.5 h
    public void Days_LastAsLongAsTheirClocksSay(string zone, string instant, string start, string end) =>
        Daily(zone).At(instant).Should().Be(Window(start, end));

    [Theory]
    [InlineData("America/Sao_Paulo", "2018-11-04T12:00", "2018-11-04T03:00", "2018-11-05T02:00")]
    [InlineData("Africa/Cairo", "2024-04-26T12:00", "2024-04-25T22:00", "2024-04-26T21:00")]
    [InlineData("America/Toronto", "1919-03-31T12:00", "1919-03-31T04:30", "1919-04-01T04:00")] // 23:30 is 00:30
    public void Days_WithoutAMidnight_BeginWhenTheClocksArePutForward(string zone, string instant, string start, string end) =>
        Daily(zone).At(instant).Should().Be(Window(start, end));

    [Theory]
    [InlineData("America/Sao_Paulo", "2018-02-17T12:00", "2018-02-17T02:00", "2018-02-18T03:00")] // 24:00 is 23:00 again
    [InlineData("America/Havana", "2023-11-05T12:00", "2023-11-05T04:00", "2023-11-06T05:00")] // 01:00 is 00:00 again
    [InlineData("America/St_Johns", "2006-10-29T02:29:59", "2006-10-28T02:30", "2006-10-29T02:30")] // 00:01 is 23:01 again
    [InlineData("America/St_Johns", "2006-10-29T02:30", "2006-10-29T02:30", "2006-10-30T03:30")]
    [InlineData("America/St_Johns", "2006-10-29T02:45", "2006-10-29T02:30", "2006-10-30T03:30")]
    public void Days_ThatBeginTwice_BeginTheFirstTime(string zone, string instant, string start, string end) =>
        Daily(zone).At(instant).Should().Be(Window(start, end));

    [Fact]
    public void ADayThatNeverWas_HasNoWindow()
    {
        // Samoa went from the 29th to the 31st, across the date line.
        Daily("Pacific/Apia").From("2011-12-30T09:59", 2).Should().Equal(
            Window("2011-12-29T10:00", "2011-12-30T10:00"), Window("2011-12-30T10:00", "2011-12-31T10:00"));
        new WindowCalendar(Daily("Pacific/Apia")).Before(Window("2011-12-30T10:00", "2011-12-31T10:00"))
            .Should().Be(Window("2011-12-29T10:00", "2011-12-30T10:00"));
    }

    [Fact]
    public void ADayThatNeverWas_BeginsAndEndsWithTheNext()
    {
        var apia = Rule(WindowPeriod.Monthly, "Pacific/Apia", "2011-12-30") with { AnchorDay = 30 };

        apia.From("2011-12-30T10:00", 1).Should().Equal(Window("2011-12-30T10:00", "2012-01-29T10:00"));
        (apia with { StartDate = Day("2011-12-01"), EndDate = Day("2011-12-30") }).From("2011-12-30T09:59", 9).Should().Equal(Window("2011-12-01T10:00", "2011-12-30T10:00"));
        (apia with { EndDate = Day("2011-12-30") }).From("2011-12-30T10:00", 9).Should().BeEmpty();
    }

    [Fact]
    public void ADayThatCameTwice_IsOneWindow() =>
        // Kwajalein had the 30th of September 1969 for 47 hours.
        Daily("Pacific/Kwajalein").From("1969-09-30T12:00", 2)[0].Should().Be(Window("1969-09-29T13:00", "1969-10-01T12:00"));

    private static WindowRule Daily(string zone) => Rule(WindowPeriod.Daily, zone, "1900-01-01");
}
