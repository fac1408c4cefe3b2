using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;
using Budgeting.Web.Components.Ui;
using Bunit;

namespace Budgeting.Tests.Components;

public sealed class BarChartTests : BunitContext
{
    private static readonly PeriodDto Winter = new(
        Guid.NewGuid(), "Winter", new DateOnly(2026, 11, 15), new DateOnly(2027, 2, 14), PeriodStatus.Open, PreviousId: null, Stale: false, ReopenReason: null, Version: 1);

    [Fact]
    public void Chart_IsAFigureThatSaysTheSums() =>
        Show(Month(12, 400, 350), Month(11, 80, 0)).ByRole(AriaRole.Figure).AccessibleName()
            .Should().Be("Contributions and expenses, Nov 2026 to Feb 2027: Contributions $480.00, Expenses $350.00");

    [Fact]
    public void Months_WithoutAnything_KeepTheirPlaceAndTakeNoFocus()
    {
        var chart = Show(Month(12, 400, 350));

        chart.FindAll(Looks.GroupLabel).Select(l => l.TextContent).Should().Equal("Nov", "Dec", "Jan", "Feb");
        chart.FindAll("[tabindex]").Should().ContainSingle();
    }

    [Theory]
    [InlineData("2026-10-15", "2026", "", "", "2027", "")]
    [InlineData("2026-11-15", "", "", "2027", "")]
    [InlineData("2027-01-15", "2027", "")]
    public void Years_StandBelowJanuaryAndTheFirstMonth_WhereTheyDoNotTouch(string start, params string[] years) =>
        MonthChart.Of(Winter with { StartDate = DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture) }, []).Select(g => g.Below ?? "").Should().Equal(years);

    [Fact]
    public void Months_OutsideThePeriod_AreShown() =>
        Show(new MonthFigures(new DateOnly(2027, 4, 1), 10, 0)).FindAll(Looks.GroupLabel).Select(l => l.TextContent).Should().Equal("Nov", "Dec", "Jan", "Feb", "Mar", "Apr");

    [Fact]
    public void Month_Focused_SaysAndShowsItsValues()
    {
        var december = Show(Month(12, 400, -35.5m)).ByRole(AriaRole.Img);

        december.GetAttribute("tabindex").Should().Be("0");
        december.AccessibleName().Should().Be("Dec 2026: Contributions $400.00, Expenses −$35.50");
        december.QuerySelector(Looks.GroupValues)!.TextContent.Should().ContainAll("Dec 2026", "Contributions", "$400.00", "Expenses", "−$35.50");
    }

    [Fact]
    public void Bars_StandOnZeroAndHangFromIt()
    {
        var bars = Show(Month(12, 300, -100)).FindAll(Looks.Bar);

        bars.Select(b => (b.ClassName!.Trim(), b.GetAttribute("style"))).Should().Equal(
            ("tone committed", "bottom: 25%; height: 75%"), ("tone spent below", "bottom: 0%; height: 25%"));
    }

    [Fact]
    public void Axis_HasRoundLabels() =>
        Show(Month(12, 1_234_567.89m, 2)).FindAll(Looks.AxisLabel).Select(l => l.TextContent).Should().Equal("$0", "$500,000", "$1,000,000", "$1,500,000");

    [Fact]
    public void Nothing_InteractsWithTheServer() => Show(Month(12, 400, 350)).Markup.Should().NotContain("blazor:on");

    private static MonthFigures Month(int month, decimal paidIn, decimal spent) => new(new DateOnly(2026, month, 1), paidIn, spent);

    private IRenderedComponent<BarChart> Show(params MonthFigures[] months) => Render<BarChart>(p => p
        .Add(c => c.Title, "Contributions and expenses").Add(c => c.Groups, MonthChart.Of(Winter, months)).Add(c => c.Currency, Currency.Of("USD")));
}
