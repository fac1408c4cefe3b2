using System.Globalization;
using Budgeting.Web.Wording;

namespace Budgeting.Tests.Components;

public sealed class TimeWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(-59, "just now")]
    [InlineData(-60, "1 minute ago")]
    [InlineData(-3569, "59 minutes ago")]
    [InlineData(-3570, "1 hour ago")]
    [InlineData(-2 * 86400, "2 days ago")]
    [InlineData((7 * 86400) - 5, "in 7 days")]
    public void From_SaysHowFarAway(int seconds, string expected)
    {
        var at = Now.AddSeconds(seconds);

        TimeWords.From(at, Now).Should().Be(expected);
    }

    [Fact]
    public void From_OverAMonthAway_SaysTheDate()
    {
        var date = new DateTime(2026, 10, 21).ToString("D", CultureInfo.CurrentCulture);

        TimeWords.From(Now.AddDays(-31), Now).Should().Be($"on {date}");
    }
}
