using System.Globalization;
using Budgeting.Web.Wording.Gifting;

namespace Budgeting.Tests.Components;

public sealed class BirthdayWordsTests
{
    private const string Today = "2026-11-21";

    [Theory]
    [InlineData("1950-11-24", Today, "24 November 1950, turning 76")]
    [InlineData("1950-11-21", Today, "21 November 1950, turning 76")]
    [InlineData("1950-11-20", Today, "20 November 1950, turning 77")]
    [InlineData("2000-02-29", "2026-02-28", "29 February 2000, turning 26")]
    [InlineData("2000-02-29", "2026-03-01", "29 February 2000, turning 27")]
    [InlineData("2027-01-05", Today, "05 January 2027")]
    public void Of_SaysTheAgeTurnedNext(string birthday, string today, string expected) =>
        BirthdayWords.Of(Date(birthday), Date(today)).Should().Be(expected);

    [Theory]
    [InlineData("1950-11-21", "Birthday today")]
    [InlineData("1950-11-22", "Birthday tomorrow")]
    [InlineData("1950-12-21", "Birthday in 4 weeks")]
    [InlineData("1950-12-22", null)]
    [InlineData("1950-11-20", null)]
    [InlineData("2026-12-01", "Birthday in 10 days")]
    public void Upcoming_WithinThirtyDays_SaysWhen(string birthday, string? expected) =>
        BirthdayWords.Upcoming(Date(birthday), Date(Today)).Should().Be(expected);

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
