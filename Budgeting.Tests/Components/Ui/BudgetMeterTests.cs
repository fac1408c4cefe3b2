using System.Globalization;
using AngleSharp.Dom;
using Budgeting.Core.Kernel;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Ui;
using Bunit;
using Microsoft.AspNetCore.Components.Web;

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
        Sentence(meter).Should().Be("$280.00 of $500.00 left.");
        meter.Find("strong").TextContent.Should().Be("$280.00");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Compact_IsTheSentenceWithItsNumberAndTheBar(bool compact)
    {
        var meter = Show(total: 500, purchased: 120, planned: 100);
        meter.Render(p => p.Add(m => m.Compact, compact));

        meter.ByRole(AriaRole.Figure).FirstElementChild!.Words().Should().Be("$280.00 of $500.00 left.");
        meter.AllByRole(AriaRole.Meter).Should().ContainSingle();
        meter.AllByRole(AriaRole.Listitem).Should().HaveCount(compact ? 0 : 3);
    }

    [Fact]
    public void Near_SaysSo()
    {
        var meter = Show(total: 500, purchased: 300, planned: 100);

        Bar(meter).GetAttribute("aria-valuetext").Should().EndWith("near the limit");
        Sentence(meter).Should().EndWith("left. Near");
    }

    [Fact]
    public void ExactlyFull_IsNearAndNotOver()
    {
        var meter = Show(total: 500, purchased: 400, planned: 100);

        meter.FindAll(Looks.Past).Should().BeEmpty();
        Sentence(meter).Should().Be("$0.00 of $500.00 left. Near");
    }

    [Fact]
    public void Near_OfWhatIsPast_IsNotSaid()
    {
        var meter = Show(total: 500, purchased: 300, planned: 100);
        meter.Render(p => p.Add(m => m.IsPast, true));

        Bar(meter).GetAttribute("aria-valuetext").Should().EndWith("within the budget");
        meter.Markup.Should().NotContain("Near");
    }

    [Fact]
    public void Over_OfWhatIsPast_IsStillSaid()
    {
        var meter = Show(total: 500, purchased: 600, planned: 0);
        meter.Render(p => p.Add(m => m.IsPast, true));

        Bar(meter).GetAttribute("aria-valuetext").Should().EndWith("over by $100.00");
        Sentence(meter).Should().EndWith("Over");
    }

    [Fact]
    public void SpentToTheCent_IsNotNear()
    {
        var meter = Show(total: 500, purchased: 500, planned: 0);

        Bar(meter).GetAttribute("aria-valuetext").Should().Be("$500.00 of $500.00 used, within the budget");
    }

    [Fact]
    public void Over_DrawsWhatLiesPastTheLineInItsToneAndNamesTheExcess()
    {
        var meter = Show(total: 500, purchased: 600, planned: 112.40m);

        Bar(meter).GetAttribute("aria-valuenow").Should().Be("500");
        Bar(meter).GetAttribute("aria-valuetext").Should().EndWith("over by $212.40");
        meter.ByRole(AriaRole.Meter).QuerySelectorAll($":scope > {Looks.Piece}").Select(p => p.ClassName!.Trim()).Should().Equal("piece tone spent");
        meter.FindAll($"{Looks.Past} > {Looks.Piece}").Select(p => p.ClassName!.Trim()).Should().Equal("piece tone spent", "piece tone committed");
        meter.FindAll(Looks.PastPattern).Should().ContainSingle();
        Sentence(meter).Should().Be("$212.40 more than the budget of $500.00. Over");
        meter.WordsOf(AriaRole.Listitem).Last().Should().StartWith("Over budget $212.40");
    }

    [Fact]
    public void MoreCameBackThanWasSpent_IsLeftBesideTheBudget()
    {
        var meter = Show(total: 500, purchased: -20, planned: 0);

        Bar(meter).GetAttribute("aria-valuenow").Should().Be("0");
        Sentence(meter).Should().Be("$520.00 left, more than the budget of $500.00: more came back than was spent.");
        meter.FindAll(Looks.Piece).Should().ContainSingle();
    }

    [Fact]
    public void LiveChange_HighlightsTheNumber()
    {
        var update = new LiveUpdate();
        var meter = Render<BudgetMeter>(p => p.AddCascadingValue(update).Add(m => m.Value, MeterOf(500, 120, 100)).Add(m => m.Label, "Budget"));
        meter.Find("strong").Matches(Looks.Glow).Should().BeFalse();

        update.IsPushed = true;
        meter.Render(p => p.Add(m => m.Value, MeterOf(500, 130, 100)));

        meter.Find("strong").Matches(Looks.Glow).Should().BeTrue();
    }

    [Fact]
    public void NoBudget_IsTextWithoutAMeter()
    {
        var meter = Show(total: null, purchased: 20, planned: 5);

        meter.AllByRole(AriaRole.Meter).Should().BeEmpty();
        Sentence(meter).Should().Be("$25.00 so far; no budget set.");
        meter.AllByRole(AriaRole.Listitem).Should().HaveCount(2);
    }

    [Fact]
    public void ZeroBudget_IsABudget()
    {
        var meter = Show(total: 0, purchased: 0, planned: 0);

        Bar(meter).GetAttribute("aria-valuetext").Should().Be("$0.00 of $0.00 used, within the budget");
        Sentence(meter).Should().Be("$0.00 of $0.00 left.");
    }

    [Fact]
    public void NothingAtAll_HasNoNumber()
    {
        var meter = Show(total: null, purchased: 0, planned: 0);

        Sentence(meter).Should().Be("No budget set.");
        meter.FindAll("strong").Should().BeEmpty();
    }

    [Theory]
    [InlineData(1, "One has no price yet.")]
    [InlineData(3, "3 have no price yet.")]
    public void UnpricedGifts_AreCountedInWords(int unpriced, string expected) =>
        Sentence(Show(total: 500, purchased: 0, planned: 0, unpriced)).Should().Be($"$500.00 of $500.00 left. {expected}");

    [Fact]
    public void Entry_Chosen_FiltersAndChosenAgainTakesTheFilterAway()
    {
        var chosen = new List<string?>();
        var meter = Show(total: 500, purchased: 100, planned: 100, onSelect: chosen.Add);

        Entry(meter, "Planned").Click();
        meter.Render(p => p.Add(m => m.Selected, "planned"));
        Entry(meter, "Planned").Click();

        chosen.Should().Equal("planned", null);
    }

    [Fact]
    public void Entry_Chosen_IsPressedAndTheOthersStepBack()
    {
        var meter = Show(total: 500, purchased: 100, planned: 100, onSelect: _ => { });
        meter.FindAll($"[aria-pressed=true], {Looks.SteppedBack}, {Looks.ChosenPiece}").Should().BeEmpty();

        meter.Render(p => p.Add(m => m.Selected, "planned"));

        Entry(meter, "Planned").GetAttribute("aria-pressed").Should().Be("true");
        Entry(meter, "Purchased").GetAttribute("aria-pressed").Should().Be("false");
        meter.FindAll(Looks.SteppedBack).Select(e => e.Words().Split(' ')[0]).Should().Equal("Purchased", "Left");
        meter.FindAll(Looks.ChosenPiece).Should().ContainSingle().Which.ClassList.Should().Contain("committed");
    }

    [Theory]
    [InlineData("en-US", "<1%", ">999%", ">999%")]
    [InlineData("de-DE", "<1_%", ">999_%", ">999_%")]
    public void Entries_SayTheirShareAsTheReaderWritesIt(string culture, params string[] shares)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Show(total: 1000, purchased: 2, planned: 12_498).WordsOf(AriaRole.Listitem).Select(words => words.Split(' ')[^1]).Should().Equal(shares.Select(s => s.Replace('_', '\u00A0')));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(997, 3, "99%", "<1%", "0%")]
    [InlineData(335, 335, "33%", "33%", "33%")]
    [InlineData(505, 495, "50%", "49%", "0%")]
    [InlineData(1000, 0, "100%", "0%", "0%")]
    [InlineData(1005, 3, "100%", "<1%", "<1%")]
    public void Entries_DoNotAddUpToMoreThanThereIs(decimal purchased, decimal planned, params string[] shares) =>
        Show(total: 1000, purchased, planned).WordsOf(AriaRole.Listitem).Select(words => words.Split(' ')[^1].Replace("\u00A0", "", StringComparison.Ordinal)).Should().Equal(shares);

    [Fact]
    public void Entry_Focused_ShowsItsDetailsUntilEscape()
    {
        var meter = Show(total: 500, purchased: 100, planned: 100, onSelect: _ => { });
        meter.Render(p => p.Add(m => m.Details, segment => $"<b>{segment} gifts</b>"));

        Entry(meter, "Purchased").FocusIn();
        meter.WordsOf(AriaRole.Listitem).First().Should().EndWith("purchased gifts");

        Entry(meter, "Purchased").KeyDown("Escape");
        meter.Markup.Should().NotContain("purchased gifts");
    }

    [Theory]
    [InlineData("touch", false)]
    [InlineData("mouse", true)]
    public void Entry_PointedAt_ShowsItsDetails_ButNotWhereATapFilters(string device, bool isShown)
    {
        var meter = Show(total: 500, purchased: 100, planned: 100, onSelect: _ => { });
        meter.Render(p => p.Add(m => m.Details, segment => $"<b>{segment} gifts</b>"));
        var face = Entry(meter, "Purchased");

        foreach (var happens in new[] { "onpointerenter", "onpointerdown", "onpointerleave" })
        {
            face.TriggerEvent(happens, new PointerEventArgs { PointerType = device });
        }

        Entry(meter, "Purchased").FocusIn();

        meter.Markup.Contains("purchased gifts", StringComparison.Ordinal).Should().Be(isShown);
    }

    private static string Sentence(IRenderedComponent<BudgetMeter> meter) =>
        meter.Find("figcaption").Words();

    private static IElement Entry(IRenderedComponent<BudgetMeter> meter, string label) =>
        meter.AllByRole(AriaRole.Button).Single(b => b.AccessibleName().StartsWith(label, StringComparison.Ordinal));

    private static IElement Bar(IRenderedComponent<BudgetMeter> meter) => meter.ByRole(AriaRole.Meter);

    private IRenderedComponent<BudgetMeter> Show(
        decimal? total, decimal purchased, decimal planned, int unpriced = 0, Action<string?>? onSelect = null)
    {
        return Render<BudgetMeter>(p =>
        {
            p.Add(m => m.Value, MeterOf(total, purchased, planned, unpriced)).Add(m => m.Label, "Budget");
            if (onSelect is not null)
            {
                p.Add(m => m.OnSelect, onSelect);
            }
        });
    }

    private static Meter MeterOf(decimal? total, decimal purchased, decimal planned, int unpriced = 0) => Meter.Of(
        Currency.Of("USD"),
        total,
        [new MeterSegment("purchased", "Purchased", purchased, MeterTone.Spent), new MeterSegment("planned", "Planned", planned, MeterTone.Committed)],
        unpriced: unpriced);
}
