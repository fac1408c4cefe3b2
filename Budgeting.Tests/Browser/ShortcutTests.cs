using Budgeting.Tests.Support;
using Budgeting.Web.Components.Keyboard;
using Budgeting.Web.Modules;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>The sheet tells the truth: each shortcut is pressed, and what isn't on it does nothing.</summary>
public sealed class ShortcutTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly IReadOnlyList<ShortcutGroup> Sheet = new Shortcuts(WebModule.All.SelectMany(m => m.Shortcuts)).Groups;

    public static TheoryData<string> Groups => new(Sheet.Select(g => g.Title));

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task EveryShortcutOfTheSheet_DoesWhatItSays(string title)
    {
        var (page, address) = await OpenAsync();

        foreach (var shortcut in Sheet.Single(g => g.Title == title).Shortcuts)
        {
            await page.OpenAsync(address);
            ShortcutProofs.All.Should().ContainKey((title, shortcut.Keys), "somebody must have pressed it");
            await ShortcutProofs.All[(title, shortcut.Keys)](page);
        }
    }

    [Fact]
    public async Task TheSheet_HasEveryShortcutAndNothingElse()
    {
        var (page, _) = await OpenAsync();

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToBeVisibleAsync();

        var shown = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('[data-shortcut]')].map(row => `${row.closest('section').ariaLabel}: ${row.dataset.shortcut}`)");
        shown.Should().Equal(Sheet.SelectMany(g => g.Shortcuts.Select(s => $"{g.Title}: {s.Keys}")));
        ShortcutProofs.All.Keys.Select(p => $"{p.Group}: {p.Keys}").Should().BeEquivalentTo(shown);
        (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[data-keys]')].map(e => e.dataset.keys)"))
            .Should().BeEquivalentTo(Sheet[0].Shortcuts.Select(s => s.Keys));
    }

    [Fact]
    public async Task N_AddsWhatEachPageIsOf()
    {
        var household = await Household.CreateAsync(Fixture);
        var costs = new TestCosts(household.Admin);
        await costs.OwnedAsync("Ann");
        var period = await costs.MonthAsync(1);
        var page = await household.OpenAsync("/people");
        await page.Keyboard.PressAsync("n");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Add person" })).ToBeVisibleAsync();

        await page.OpenAsync("/occasions");
        await page.Keyboard.PressAsync("n");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Add occasion" })).ToBeVisibleAsync();

        await page.OpenAsync($"/costs/periods/{period.Id}?tab=contributions");
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator(".record-form select").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task OtherKeys_DoNothing()
    {
        var (page, address) = await OpenAsync();
        var named = Sheet[0].Shortcuts.Select(s => s.Keys[..1]).ToHashSet(StringComparer.Ordinal);

        foreach (var key in "abcdefghijklmnopqrstuvwxyz0123456789/.,;+-".Select(c => c.ToString()).Where(key => !named.Contains(key)))
        {
            await page.Keyboard.PressAsync(key);
        }

        // Keys are heard in their order: after this one the others are through.
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(1);
        new Uri(page.Url).PathAndQuery.Should().Be(address);
    }

    [Fact]
    public async Task SingleKeys_WhileTyping_AreText()
    {
        var (page, address) = await OpenAsync();
        await page.OpenAsync(address + "?view=list");
        var price = page.GetByLabel("Price of Scarf");

        await price.FillAsync("");
        await price.PressSequentiallyAsync("n?gp");

        (await price.InputValueAsync()).Should().Be("n?gp");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Keys_WithADialogOpen_OpenNoOther()
    {
        var (page, _) = await OpenAsync();
        await page.Keyboard.PressAsync("n");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).FocusAsync();

        foreach (var key in new[] { "n", "?", "g", "p", "Control+k" })
        {
            await page.Keyboard.PressAsync(key);
        }

        await Expect(dialog).ToHaveCountAsync(1);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Christmas", Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SingleKeys_SwitchedOff_StayOffAndTheSheetCanStillBeFound()
    {
        var (page, address) = await OpenAsync();
        var box = page.GetByRole(AriaRole.Checkbox, new() { Name = "Use keys that need no Ctrl" });
        await page.Keyboard.PressAsync("?");
        await box.UncheckAsync();

        await page.OpenAsync(address);
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.PressAsync("?");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("shortcuts");
        await page.Keyboard.PressAsync("Enter");

        await Expect(box).ToBeVisibleAsync();
        await Expect(box).Not.ToBeCheckedAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task TheAccountPage_ShowsTheSheetAndLeadsToTheSearch()
    {
        var (page, _) = await OpenAsync();
        await page.GotoAsync("/account");

        await page.GetByRole(AriaRole.Button, new() { Name = "Show shortcuts" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Control+k");

        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Christmas" }).First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(page).ToHaveURLAsync("/");
    }

    private async Task<(IPage Page, string Address)> OpenAsync()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var address = $"/occasions/{occasion.Id}";
        return (await household.OpenAsync(address), address);
    }
}
