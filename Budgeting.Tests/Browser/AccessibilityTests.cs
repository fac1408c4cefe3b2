using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>axe on every page, wide and narrow, light and dark; no page wider than the phone it is on.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(BrowserFixture fixture)
{
    private static readonly string[] Pages =
        ["/", "/occasions", "/occasions/{0}", "/occasions/{0}?view=list", "/purchases", "/people", "/people/{1}", "/settings", "/settings/members", "/settings/tokens", "/account"];

    public static TheoryData<int, ColorScheme> Variants => new()
    {
        { 1280, ColorScheme.Light },
        { 1280, ColorScheme.Dark },
        { 390, ColorScheme.Light },
        { 390, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task EveryPage_HasNoViolation(int width, ColorScheme scheme)
    {
        var household = await Household.CreateAsync(fixture);
        var occasion = await household.ChristmasAsync();
        var person = (await household.Admin.People.ListAsync(CancellationToken.None))[0].Id;
        var page = await household.OpenAsync("/", OptionsOf(width, scheme));

        foreach (var address in Pages)
        {
            await page.GotoAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, occasion.Id, person));
            await page.Locator("main h1").WaitForAsync();
            await AssertCleanAsync(page, $"{address} at {width} {scheme}");
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task TheGiftForm_HasNoViolation(int width, ColorScheme scheme)
    {
        var household = await Household.CreateAsync(fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}", OptionsOf(width, scheme));

        await page.GetByRole(AriaRole.Button, new() { Name = "Add gift" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true }).WaitForAsync();

        await AssertCleanAsync(page, $"the gift form at {width} {scheme}");
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task ThePaletteAndTheShortcuts_HaveNoViolation(int width, ColorScheme scheme)
    {
        var household = await Household.CreateAsync(fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}", OptionsOf(width, scheme));

        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "Home" }).WaitForAsync();
        await AssertCleanAsync(page, $"the palette at {width} {scheme}");
        await page.Keyboard.TypeAsync("nowhere");
        await page.GetByText("Nothing of that name here.").WaitForAsync();
        await AssertCleanAsync(page, $"the palette without a result at {width} {scheme}");

        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Keyboard shortcuts" }).WaitForAsync();
        await AssertCleanAsync(page, $"the shortcuts at {width} {scheme}");
    }

    [Theory]
    [InlineData("/offline.html")]
    [InlineData("/sign-in")]
    [InlineData("/guest")]
    [InlineData("/not-allowed")]
    [InlineData("/nowhere")]
    public async Task PagesForAnybody_HaveNoViolation(string address)
    {
        await using var context = await fixture.Browser.NewContextAsync(new() { BaseURL = fixture.Server.Address.ToString() });
        await Household.CreateAsync(fixture);
        var page = await context.NewPageAsync();

        await page.GotoAsync(address);

        await AssertCleanAsync(page, address);
    }

    [Fact]
    public async Task At320Pixels_NothingScrollsSideways()
    {
        var household = await Household.CreateAsync(fixture);
        var occasion = await household.ChristmasAsync();
        await household.Admin.PersonAsync("Aunt Josephine Wilhelmina of Brandenburg-Schwedt");
        await household.Admin.GiftAsync(occasion, 999_999.99m, name: "Donaudampfschifffahrtsgesellschaftskapitänsmütze");
        var person = (await household.Admin.People.ListAsync(CancellationToken.None)).Single(p => p.Name == "Grandma").Id;
        var page = await household.OpenAsync("/", OptionsOf(320, ColorScheme.Light));

        foreach (var address in Pages)
        {
            await page.GotoAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, occasion.Id, person));
            await page.Locator("main h1").WaitForAsync();
            var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
            overflow.Should().BeLessThanOrEqualTo(0, "{0} must fit", address);
        }
    }

    private static BrowserNewContextOptions OptionsOf(int width, ColorScheme scheme) =>
        new() { ViewportSize = new() { Width = width, Height = 844 }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce, HasTouch = width < 640 };

    private static async Task AssertCleanAsync(IPage page, string where)
    {
        var options = new AxeRunOptions { Rules = new() { ["target-size"] = new RuleOptions { Enabled = true } } };
        var result = await page.RunAxe(options);
        result.Violations
            .Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}")
            .Should().BeEmpty("axe finds nothing on {0}", where);
    }
}
