using Budgeting.Core.Gifting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>An occasion on paper.</summary>
public sealed class PrintTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task TheList_IsATableWithItsTotalsAndNothingToPress(int width)
    {
        var page = await PrintAsync("?view=list", width);

        foreach (var text in new[] { "Thursday, December 24, 2026", "$370.00 of $500.00 left.", "Cookbook", "Train set", "4 gifts in all", "130.00" })
        {
            await Expect(page.GetByText(text).First).ToBeVisibleAsync();
        }

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Christmas", Level = 1 })).ToBeVisibleAsync();
        (await page.Locator("th:visible").AllInnerTextsAsync()).Select(h => h.Trim())
            .Should().Equal("Gift", "For", "Status", "Price ($)", "Quantity", "Total ($)");
        foreach (var hidden in new[] { "nav", ".mud-button-root", ".mud-avatar", ".menu", ".back", ".skip", "dialog", "button:not(.face, .link)", "a .icon" })
        {
            await Expect(page.Locator($"{hidden}:visible")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task TheList_RepeatsItsHeadAndHasNoBordersAndColoursOfFields()
    {
        var page = await PrintAsync("?view=list", 1280, dark: true);

        (await StyleAsync(page, "thead", "display")).Should().Be("table-header-group");
        (await StyleAsync(page, "tfoot", "display")).Should().Be("table-row-group", "totals belong to the end");
        (await StyleAsync(page, ".mud-table-container", "overflow")).Should().Be("visible");
        (await StyleAsync(page, "tbody input", "border-top-width")).Should().Be("0px");
        (await StyleAsync(page, "tbody select", "appearance")).Should().Be("none");
        (await StyleAsync(page, "th a", "text-decoration-line")).Should().Be("none");
        (await StyleAsync(page, "body", "background-color")).Should().Be("rgb(255, 255, 255)");
        (await StyleAsync(page, "html", "color")).Should().Be("rgb(0, 0, 0)");
    }

    [Fact]
    public async Task TheMeter_IsDrawnWithoutBackgrounds()
    {
        var page = await PrintAsync("?view=list", 1280);

        (await StyleAsync(page, ".bar .spent", "border-top")).Should().Be("10px solid rgb(0, 0, 0)");
        (await StyleAsync(page, ".bar .committed", "border-top")).Should().Be("10px double rgb(0, 0, 0)");
        (await StyleAsync(page, ".bar .left", "background-image")).Should().Be("none");
        (await page.Locator(".bar .piece").First.BoundingBoxAsync())!.Height.Should().Be(20);
    }

    [Fact]
    public async Task TheBoard_PrintsItsColumnsOneUnderAnother()
    {
        var page = await PrintAsync("", 1280);

        var columns = await Task.WhenAll((await page.Locator("[data-column]").AllAsync()).Select(c => c.BoundingBoxAsync()));

        columns.Should().HaveCount(4);
        columns.Select(c => c!.X).Distinct().Should().ContainSingle();
        columns.Select(c => c!.Y).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        await Expect(page.GetByText("Train set").First).ToBeVisibleAsync();
        await Expect(page.Locator(".strip, nav, .mud-button-root").Filter(new() { Visible = true })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task AListLongerThanThePage_SaysThatItIsNotAll()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.Admin.OccasionAsync();
        for (var i = 0; i < 101; i++)
        {
            await household.Admin.GiftAsync(occasion, 1, GiftStatus.Idea, name: $"Gift {i}");
        }

        var page = await household.OpenAsync($"/occasions/{occasion.Id}?view=list");
        var note = page.GetByText("Only 1–100 of 101");
        await Expect(note).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(note).ToBeVisibleAsync();
    }

    private async Task<IPage> PrintAsync(string view, int width, bool dark = false)
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var options = new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light };
        var page = await household.OpenAsync($"/occasions/{occasion.Id}{view}", options);
        if (dark)
        {
            await page.EvaluateAsync("() => { document.documentElement.dataset.theme = 'dark'; }");
        }

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        return page;
    }

    private static Task<string> StyleAsync(IPage page, string selector, string property) => page.EvaluateAsync<string>(
        "([selector, property]) => getComputedStyle(document.querySelector(selector)).getPropertyValue(property)", new[] { selector, property });
}
