using System.Text.RegularExpressions;
using Budgeting.Core.Gifting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>The list of an occasion's gifts, edited in place.</summary>
public sealed partial class ListTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData("Enter", 71)]
    [InlineData("Tab", 71)]
    [InlineData("Escape", 70)]
    public async Task APriceInTheList_IsSavedByEnterAndLeavingAndTakenBackByEscape(string key, int expected)
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}?view=list");
        var price = page.GetByLabel("Price of Train set");

        await price.FillAsync("71");
        await price.PressAsync(key);
        await page.GetByLabel("Price of Scarf").FillAsync("41");
        await page.GetByLabel("Price of Scarf").PressAsync("Enter");
        await page.GetByRole(AriaRole.Row, new() { Name = "Scarf" }).GetByText("41.00").WaitForAsync();

        (await price.InputValueAsync()).Should().Be($"{expected}.00");
        (await PriceAsync(household, occasion, "Train set")).Should().Be(expected);
    }

    [Fact]
    public async Task ASegmentsGifts_FitOnAPhoneHoweverLongTheirNames()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        await household.Admin.GiftAsync(occasion, 1_234_567.89m, GiftStatus.Selected, name: new string('W', 200));
        var page = await household.OpenAsync($"/occasions/{occasion.Id}", new() { ViewportSize = new() { Width = 390, Height = 844 } });

        await page.GetByRole(AriaRole.Button, new() { NameRegex = Planned() }).HoverAsync();
        var price = page.Locator(".legend .details").GetByText("$1,234,567.89");
        await price.WaitForAsync();

        var box = (await price.BoundingBoxAsync())!;
        (box.X + box.Width).Should().BeLessThan(380);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().Be(390);
    }

    [Fact]
    public async Task AStatusChosenByArrowKeys_IsSavedOnce_WhenTheChoiceIsSettled()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}?view=list");
        var status = page.GetByLabel("Status of Cookbook");
        await status.FocusAsync();

        foreach (var key in new[] { "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Tab" })
        {
            await page.Keyboard.PressAsync(key);
        }

        await Expect(page.Undo()).ToContainTextAsync("“Cookbook” moved to Purchased.");
        var saved = await GiftAsync(household, occasion, "Cookbook");
        (saved.Status, saved.Version).Should().Be((GiftStatus.Purchased, 2));
    }

    [Fact]
    public async Task AStatusThatIsBeingChosen_StaysChosen_ThoughSomebodyElseChangesIt()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var (page, status) = await ChoosingAsync(household, occasion);
        var other = await household.OpenAsync($"/occasions/{occasion.Id}?view=list");

        await other.GetByLabel("Status of Cookbook").SelectOptionAsync("Received");
        await page.GetByText("$90.00").First.WaitForAsync();
        await Expect(status).ToHaveValueAsync("Selected");
        await page.Keyboard.PressAsync("Tab");

        await Expect(page.Undo()).ToContainTextAsync("“Cookbook” moved to Selected.");
        await Expect(status).ToHaveValueAsync("Selected");
        await Expect(other.GetByLabel("Status of Cookbook")).ToHaveValueAsync("Selected");
    }

    [Fact]
    public async Task AStatusThatIsBeingChosen_IsSaved_WhenThePageIsLeft()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var (page, status) = await ChoosingAsync(household, occasion);

        await page.ReloadAsync();

        await Expect(status).ToHaveValueAsync("Selected");
        (await GiftAsync(household, occasion, "Cookbook")).Status.Should().Be(GiftStatus.Selected);
    }

    /// <summary>A page on which “Selected” is chosen for the cookbook by a key, and no time passes that would settle it.</summary>
    private static async Task<(IPage Page, ILocator Status)> ChoosingAsync(Household household, OccasionDto occasion)
    {
        var page = await household.OpenAsync();
        await page.AddInitScriptAsync("const start = setTimeout; window.setTimeout = (then, time, ...rest) => time === 1500 ? 0 : start(then, time, ...rest);");
        await page.OpenAsync($"/occasions/{occasion.Id}?view=list");
        var status = page.GetByLabel("Status of Cookbook");
        await status.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(status).ToHaveValueAsync("Selected");
        return (page, status);
    }

    [GeneratedRegex("^Planned", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Planned();

    private static async Task<decimal?> PriceAsync(Household household, OccasionDto occasion, string name) => (await GiftAsync(household, occasion, name)).Price;

    private static async Task<GiftDto> GiftAsync(Household household, OccasionDto occasion, string name)
    {
        var query = new OccasionPageQuery { Order = new GiftOrder() };
        var page = await household.Admin.Gifts.PageAsync(occasion.Id, query, CancellationToken.None);
        return page.Table!.Single(g => g.Name == name);
    }
}
