using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>What was typed comes back, whatever opened its form and wherever it was typed.</summary>
public sealed class TypedAnywhereTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData("/people", "add occasion", "Add occasion", false)]
    [InlineData("/people", "add occasion", "Add occasion", true)]
    [InlineData("/people", "add gift chr", "Add gift", false)]
    [InlineData("/", "add person", "Add person", true)]
    [InlineData("/", "cookb", "Edit gift", false)]
    public async Task FromThePalette(string path, string typed, string form, bool isPaused)
    {
        var household = await Household.CreateAsync(Fixture);
        await household.ChristmasAsync();
        var page = await household.OpenAsync(path);
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync(typed);
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await NameIn(page).FillAsync("Kite");

        await page.LoseCircuitAsync(isPaused);
        await Expect(NameIn(page)).ToHaveValueAsync("Kite");
        await page.LoseCircuitAsync(isPaused);

        await Expect(NameIn(page)).ToHaveValueAsync("Kite");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = form })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ThoughThePageIsLostAgain_BeforeItIsBack()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}");
        await page.Keyboard.PressAsync("n");
        await NameIn(page).FillAsync("Kite");

        await page.LoseCircuitAsync();
        await page.LoseCircuitAsync();

        await Expect(NameIn(page)).ToHaveValueAsync("Kite");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FromAKey_ForSomebodyNew(bool isPaused)
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}");
        await page.Keyboard.PressAsync("n");
        await NameIn(page).FillAsync("Kite");
        await page.GetByRole(AriaRole.Button, new() { Name = "Somebody new" }).ClickAsync();
        await page.GetByLabel("New person's name").PressSequentiallyAsync("Uncle Bob");

        await page.LoseCircuitAsync(isPaused);

        await Expect(page.GetByLabel("New person's name")).ToHaveValueAsync("Uncle Bob");
        await page.GetByLabel("New person's name").PressAsync("Enter");
        await Expect(page.Card("Kite")).ToContainTextAsync("Uncle Bob");
    }

    [Fact]
    public async Task FromALinkToAnotherPage()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.Admin.OccasionAsync(budget: 500);
        var page = await household.OpenAsync($"/occasions/{occasion.Id}?view=recipients");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add person" }).ClickAsync();
        await NameIn(page).FillAsync("Zoë");

        await page.LoseCircuitAsync();

        await Expect(NameIn(page)).ToHaveValueAsync("Zoë");
    }

    [Fact]
    public async Task TheNextOfSeveral_IsForTheSamePerson()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}");
        await page.Keyboard.PressAsync("n");
        await NameIn(page).FillAsync("Kite");
        await page.GetByRole(AriaRole.Dialog).GetByLabel("For").SelectOptionAsync("Grandma");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and add another" }).ClickAsync();
        await Expect(NameIn(page)).ToHaveValueAsync("");
        await NameIn(page).FillAsync("Drum");

        await page.LoseCircuitAsync();

        await Expect(NameIn(page)).ToHaveValueAsync("Drum");
        await NameIn(page).PressAsync("Enter");
        await Expect(page.Card("Drum")).ToContainTextAsync("Grandma");
        await Expect(page.Card("Kite")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task APriceInTheList_IsSavedWhenItIsLeft(bool isPaused)
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}?view=list");
        var price = page.GetByLabel("Price of Scarf");
        await price.FillAsync("41.50");

        await page.LoseCircuitAsync(isPaused);

        await Expect(price).ToHaveValueAsync("41.50");
        await Expect(price).ToBeFocusedAsync();
        await price.PressAsync("Tab");
        await Expect(page.Undo()).ToContainTextAsync("Price of “Scarf” changed.");
    }

    [Fact]
    public async Task APriceInTheList_ThatSomebodyElseChanged_StaysTheirs()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}?view=list");
        await page.GetByLabel("Price of Scarf").FillAsync("41.50");
        var scarf = (await household.Admin.Gifts.ListAsync(occasion.Id, Core.Kernel.PageRequest.First, default)).Items.Single(g => g.Name == "Scarf");
        await household.Admin.Gifts.UpdateAsync(scarf.Id, scarf.ToInput() with { Price = 60 }, scarf.Version, default);

        await page.LoseCircuitAsync();

        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Typed and not saved" })).ToHaveValueAsync("Price of Scarf: 41.50");
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(page.GetByLabel("Price of Scarf")).ToHaveValueAsync("60.00");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OnAPhone_TheFormIsOpenAgain(bool isPaused)
    {
        var household = await Household.CreateAsync(Fixture);
        var costs = new TestCosts(household.Admin);
        var period = await costs.Periods.AddAsync(new PeriodInput { Name = "2026", StartDate = new(2026, 1, 1), EndDate = new(2026, 12, 31) }, default);
        await costs.ItemAsync(period);
        var page = await household.OpenAsync($"/costs/periods/{period.Id}?tab=expenses", new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add expense" }).ClickAsync();
        await page.GetByLabel("Payment type").FillAsync("Repairs");
        await page.GetByLabel("Payment type").PressAsync("Tab");
        await Expect(page.GetByLabel("Budget item").Locator("option:checked")).ToHaveTextAsync("Repairs, by share");
        await page.GetByLabel("Budget item").SelectOptionAsync("Not shared yet");
        await page.GetByLabel("Vendor").FillAsync("Shop");

        await page.LoseCircuitAsync(isPaused);

        await Expect(page.GetByLabel("Vendor")).ToBeFocusedAsync();
        await page.GetByLabel("Amount ($)").FillAsync("12.34");
        await page.GetByLabel("Amount ($)").PressAsync("Enter");
        await Expect(page.Locator("tr[data-row]")).ToContainTextAsync("Shop");
        (await costs.Expenses.ListAsync(period.Id, Core.Kernel.PageRequest.First, default)).Items.Single().BudgetItemId.Should().BeNull();
    }

    private static ILocator NameIn(IPage page) => page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true });
}
