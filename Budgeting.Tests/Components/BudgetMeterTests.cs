using AngleSharp.Dom;
using Budgeting.Core.Kernel;
using Budgeting.Web.Components.Ui;
using Bunit;

namespace Budgeting.Tests.Components;

public sealed class BudgetMeterTests : BunitContext
{
    [Fact]
    public void Ok_SaysWhatIsLeft()
    {
        var meter = Show(total: 500, purchased: 120, planned: 100);

        Bar(meter).GetAttribute("aria-valuenow").Should().Be("220");
        Bar(meter).GetAttribute("aria-valuemax").Should().Be("500");
        Bar(meter).GetAttribute("aria-valuetext").Should().Be("$220.00 of $500.00 used, within the budget");
        meter.Find("figcaption").TextContent.Should().Contain("$280.00 of $500.00 left.");
        meter.FindAll(".chip").Should().BeEmpty();
    }

    [Fact]
    public void Near_SaysSo()
    {
        var meter = Show(total: 500, purchased: 300, planned: 100);

        Bar(meter).GetAttribute("aria-valuetext").Should().EndWith("near the limit");
        meter.Find(".chip.near").TextContent.Should().Contain("Near");
    }

    [Fact]
    public void ExactlyFull_IsNearAndNotOver()
    {
        var meter = Show(total: 500, purchased: 400, planned: 100);

        meter.FindAll(".chip.over, .piece.over, .limit").Should().BeEmpty();
        meter.FindAll(".chip.near").Should().ContainSingle();
    }

    [Fact]
    public void Over_DrawsTheExcessPastTheLineAndNamesIt()
    {
        var meter = Show(total: 500, purchased: 400, planned: 112.40m);

        Bar(meter).GetAttribute("aria-valuenow").Should().Be("500");
        Bar(meter).GetAttribute("aria-valuetext").Should().EndWith("over by $12.40");
        meter.FindAll(".piece.over").Should().ContainSingle();
        meter.FindAll(".limit").Should().ContainSingle();
        meter.Find("figcaption").TextContent.Should().Contain("Over").And.Contain("$12.40 more than the budget of $500.00.");
        meter.FindAll(".entry").Last().TextContent.Should().Contain("Over budget").And.Contain("$12.40");
    }

    [Fact]
    public void NoBudget_IsTextWithoutAMeter()
    {
        var meter = Show(total: null, purchased: 20, planned: 5);

        meter.FindAll("[role=meter]").Should().BeEmpty();
        meter.Find("figcaption").TextContent.Should().Contain("No budget set; $25.00 so far.");
        meter.FindAll(".entry").Should().HaveCount(2);
    }

    [Fact]
    public void ZeroBudget_IsABudget()
    {
        var meter = Show(total: 0, purchased: 0, planned: 0);

        Bar(meter).GetAttribute("aria-valuetext").Should().Be("$0.00 of $0.00 used, within the budget");
        meter.Find("figcaption").TextContent.Should().Contain("$0.00 of $0.00 left.");
    }

    [Theory]
    [InlineData(1, "One has no price yet.")]
    [InlineData(3, "3 have no price yet.")]
    public void UnpricedGifts_AreCountedInWords(int unpriced, string expected) =>
        Show(total: 500, purchased: 0, planned: 0, unpriced).Find("figcaption").TextContent.Should().Contain(expected);

    [Fact]
    public void Entry_Chosen_FiltersAndChosenAgainTakesTheFilterAway()
    {
        var chosen = new List<string?>();
        var meter = Show(total: 500, purchased: 100, planned: 100, onSelect: chosen.Add);

        meter.FindAll("button.face")[1].Click();
        meter.Render(p => p.Add(m => m.Selected, "planned"));
        meter.FindAll("button.face")[1].Click();

        chosen.Should().Equal("planned", null);
    }

    [Fact]
    public void Entry_Focused_ShowsItsDetailsUntilEscape()
    {
        var meter = Show(total: 500, purchased: 100, planned: 100, onSelect: _ => { });
        meter.Render(p => p.Add(m => m.Details, segment => $"<b>{segment} gifts</b>"));

        meter.Find("button.face").FocusIn();
        meter.Find(".details").TextContent.Should().Be("purchased gifts");

        meter.Find("button.face").KeyDown("Escape");
        meter.FindAll(".details").Should().BeEmpty();
    }

    private static IElement Bar(IRenderedComponent<BudgetMeter> meter) => meter.Find("[role=meter]");

    private IRenderedComponent<BudgetMeter> Show(
        decimal? total, decimal purchased, decimal planned, int unpriced = 0, Action<string?>? onSelect = null)
    {
        var value = Meter.Of(
            Currency.Of("USD"),
            total,
            [new MeterSegment("purchased", "Purchased", purchased, MeterTone.Spent), new MeterSegment("planned", "Planned", planned, MeterTone.Committed)],
            unpriced: unpriced);
        return Render<BudgetMeter>(p =>
        {
            p.Add(m => m.Value, value).Add(m => m.Label, "Budget");
            if (onSelect is not null)
            {
                p.Add(m => m.OnSelect, onSelect);
            }
        });
    }
}
