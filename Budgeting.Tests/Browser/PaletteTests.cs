using System.Globalization;
using Budgeting.Core.Organizations;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>The palette from the key to what was chosen.</summary>
public sealed class PaletteTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData("/people", "")]
    [InlineData("/occasions/{0}?view=list", "?view=list")]
    public async Task AddGift_OpensTheOccasionWithItsForm(string from, string view)
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync(string.Format(CultureInfo.InvariantCulture, from, occasion.Id));

        // Faster than the circuit: what is typed before it answers counts.
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("add gift chr");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true }).FillAsync("Kite");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Add gift" }).ClickAsync();
        await Expect(page.Locator("main").GetByText("Kite")).ToBeVisibleAsync();
        new Uri(page.Url).PathAndQuery.Should().Be($"/occasions/{occasion.Id}{view}");
    }

    [Theory]
    [InlineData("new occasion", "Add occasion")]
    [InlineData("add person", "Add person")]
    public async Task Additions_OpenTheirForms(string typed, string form)
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync();

        await ChooseAsync(page, typed);

        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync(form);
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task APerson_LeadsToTheirPage()
    {
        var household = await Household.CreateAsync(Fixture);
        await household.Admin.PersonAsync("Zoë");
        var page = await household.OpenAsync();

        await ChooseAsync(page, "zoe");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Zoë", Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ATheme_IsAppliedAndKept()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync();

        await ChooseAsync(page, "theme dark");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.ReloadAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("Control+k")]
    public async Task Closing_TakesTheFocusBackToWhereItWas(string key)
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync();
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Add occasion" }).First;
        await button.FocusAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("xyz");
        await page.Keyboard.PressAsync(key);
        await Expect(button).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Home" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(900)]
    [InlineData(1280)]
    public async Task WithoutAKeyboard_AButtonOpensItAndAFingerChooses(int width)
    {
        var household = await Household.CreateAsync(Fixture);
        await household.ChristmasAsync();
        var page = await household.OpenAsync("/", new() { ViewportSize = new() { Width = width, Height = 844 }, HasTouch = true });
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Search" });

        var box = (await button.BoundingBoxAsync())!;
        await button.TapAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "People" }).TapAsync();

        await Expect(page).ToHaveURLAsync("/people");
        Math.Min(box.Width, box.Height).Should().BeGreaterThanOrEqualTo(44);
    }

    [Fact]
    public async Task AnAddressThatAsks_GivesAViewerNoForm()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}?add=gift", email: await household.MemberAsync(Role.Viewer, "Max"));

        await page.Keyboard.PressAsync("n");
        await page.Keyboard.PressAsync("Control+k");

        await page.GetByRole(AriaRole.Option, new() { Name = "Home" }).WaitForAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(1);
    }

    private static async Task ChooseAsync(IPage page, string typed)
    {
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync(typed);
        await page.Keyboard.PressAsync("Enter");
    }
}
