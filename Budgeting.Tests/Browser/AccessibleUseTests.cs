using Budgeting.Core.Gifting;
using Budgeting.Tests.Support;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>What axe can't see: a whole journey by keyboard, what is announced, high contrast, and still pictures.</summary>
public sealed class AccessibleUseTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task ByKeyboardAlone_SignInAddMoveAndReadTheMeter()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        await using var context = await Fixture.Browser.NewContextAsync(new() { BaseURL = Fixture.Server.Address.ToString(), Locale = "en-US" });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await TypeAsync(page, "E-mail", household.Email);
        await TypeAsync(page, "Password", TestWorld.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-interactive]").WaitForAsync();
        await PressOnAsync(page, occasion.Name, "Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"/occasions/{occasion.Id}");

        await PressOnAsync(page, "Add gift", "Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Kite");
        await TypeAsync(page, "Price ($)", "30");
        await page.Keyboard.PressAsync("Enter");
        await page.Card("Kite").WaitForAsync();
        await TabToAsync(page, "Kite");
        foreach (var key in (string[])["Space", "ArrowRight", "ArrowRight", "Space"])
        {
            await page.Keyboard.PressAsync(key);
        }

        await Assertions.Expect(page.Locator("[data-column=Purchased]")).ToContainTextAsync("Kite");
        await Assertions.Expect(page.Locator("[aria-live], [role=status]").Filter(new() { HasText = "Kite" }).First).ToContainTextAsync("Purchased");
        await Assertions.Expect(page.GetByRole(AriaRole.Meter, new() { Name = "Budget of Christmas" }))
            .ToHaveAttributeAsync("aria-valuetext", "$160.00 of $500.00 used, within the budget");
    }

    [Fact]
    public async Task InForcedColors_EveryPartOfTheMeterKeepsAnEdge()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}", new() { ForcedColors = ForcedColors.Active });

        var edges = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.meter .piece, .meter .tone, .card, .chip, .mud-avatar, .mud-button-root')].filter(e => e.checkVisibility())
                .filter(e => getComputedStyle(e).borderTopStyle === 'none' || parseFloat(getComputedStyle(e).borderTopWidth) < 1)
                .map(e => e.outerHTML.slice(0, 100))
            """);

        edges.Should().BeEmpty();
        (await page.Locator(".meter .piece").CountAsync()).Should().BeGreaterThan(1);
        await Assertions.Expect(page.Locator(".legend").First).ToContainTextAsync("Purchased");
    }

    [Fact]
    public async Task WithReducedMotion_NothingMoves()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}", new() { ReducedMotion = ReducedMotion.Reduce });

        await household.Admin.GiftAsync(occasion, price: 33, GiftStatus.Purchased, name: "Lantern");
        await page.Card("Lantern").WaitForAsync();

        (await page.EvaluateAsync<double[]>("() => document.getAnimations().map(a => Number(a.effect.getComputedTiming().duration))"))
            .Where(milliseconds => milliseconds > 1).Should().BeEmpty();
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.piece')).transitionDuration"))
            .Split(", ").Should().OnlyContain(duration => duration == "0s");
    }

    private static async Task TypeAsync(IPage page, string label, string text)
    {
        await TabToAsync(page, label);
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task PressOnAsync(IPage page, string name, string key)
    {
        await TabToAsync(page, name);
        await page.Keyboard.PressAsync(key);
    }

    // As a person does: until what has the focus is called so.
    private static async Task TabToAsync(IPage page, string name)
    {
        for (var i = 0; i < 150; i++)
        {
            var focused = await page.EvaluateAsync<string>(
                "() => { const e = document.activeElement; return (e?.getAttribute('aria-label') ?? e?.labels?.[0]?.textContent ?? e?.textContent ?? '').trim(); }");
            if (focused == name)
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new TimeoutException($"The keyboard doesn't reach “{name}”.");
    }
}
