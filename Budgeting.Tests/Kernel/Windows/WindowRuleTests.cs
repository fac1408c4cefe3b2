using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using static Budgeting.Tests.Kernel.Windows.TestWindows;

namespace Budgeting.Tests.Kernel.Windows;

public sealed class WindowRuleTests
{
    public static TheoryData<string, WindowRule> Wrong => new()
    {
        { "period", Monthly with { Period = (WindowPeriod)7 } },
        { "timeZone", Monthly with { TimeZone = "Europe/Atlantis" } },
        { "timeZone", Monthly with { TimeZone = "europe/berlin" } },
        { "timeZone", Monthly with { TimeZone = "W. Europe Standard Time" } },
        { "timeZone", Monthly with { TimeZone = "UTC+01:00" } },
        { "timeZone", Monthly with { TimeZone = "" } },
        { "startDate", Monthly with { StartDate = Day("1899-12-31") } },
        { "startDate", Monthly with { StartDate = Day("3000-01-01") } },
        { "endDate", Monthly with { EndDate = Day("3000-01-01") } },
        { "endDate", Monthly with { StartDate = Day("2024-02-02"), EndDate = Day("2024-02-01") } },
        { "endDate", Monthly with { Period = WindowPeriod.Custom } },
        { "weekStart", Monthly with { WeekStart = (DayOfWeek)7 } },
        { "anchorDay", Monthly with { AnchorDay = 0 } },
        { "anchorDay", Monthly with { AnchorDay = 32 } },
        { "fiscalStartMonth", Monthly with { FiscalStartMonth = 0 } },
        { "fiscalStartMonth", Monthly with { FiscalStartMonth = 13 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Calendar_OfARuleThatMakesNoSense_NamesTheField(string field, WindowRule rule) =>
        Refusal(rule).Errors.Keys.Should().Equal(field);

    [Fact]
    public void Calendar_OfARuleWithSeveralMistakes_NamesThemAll() =>
        Refusal(Monthly with { TimeZone = "Mars", AnchorDay = 40, FiscalStartMonth = -1 }).Errors.Keys.Should().Equal("timeZone", "anchorDay", "fiscalStartMonth");

    [Fact]
    public void Rule_OfOneDay_IsRight() =>
        (Monthly with { StartDate = Day("2024-02-02"), EndDate = Day("2024-02-02") }).At("2024-02-02").Should().Be(Window("2024-02-02", "2024-02-03"));

    private static InvalidException Refusal(WindowRule rule) =>
        FluentActions.Invoking(() => new WindowCalendar(rule)).Should().Throw<InvalidException>().Which;
}
