using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>Each shortcut pressed for real, on the page of an occasion that <see cref="Household.ChristmasAsync"/> made.</summary>
internal static class ShortcutProofs
{
    public static IReadOnlyDictionary<(string Group, string Keys), Func<IPage, Task>> All { get; } = new Dictionary<(string, string), Func<IPage, Task>>
    {
        [("Anywhere", "Control+k")] = async page =>
        {
            await page.Keyboard.PressAsync("Control+k");
            await Expect(Search(page)).ToBeFocusedAsync();
        },
        [("Anywhere", "?")] = async page =>
        {
            await page.Keyboard.PressAsync("?");
            await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToBeVisibleAsync();
        },
        [("Anywhere", "Control+z")] = async page =>
        {
            await page.ChooseAsync("Scarf", "Delete");
            await Expect(page.Card("Scarf")).ToHaveCountAsync(0);
            await page.Keyboard.PressAsync("Control+z");
            await Expect(page.Card("Scarf")).ToHaveCountAsync(1);
            await Expect(page.Undo()).ToContainTextAsync("Undone: “Scarf” deleted.");
        },
        [("Anywhere", "n")] = async page =>
        {
            await page.Keyboard.PressAsync("n");
            await Expect(Form(page).GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("");
        },
        [("Anywhere", "g h")] = page => GoesAsync(page, "h", "/"),
        [("Anywhere", "g o")] = page => GoesAsync(page, "o", "/occasions"),
        [("Anywhere", "g p")] = page => GoesAsync(page, "p", "/people"),
        [("Anywhere", "g c")] = page => GoesAsync(page, "c", "/costs"),
        [("Anywhere", "g b")] = page => GoesAsync(page, "b", "/budgets"),
        [("Search", "Arrows")] = async page =>
        {
            await SearchAsync(page, "");
            await page.Keyboard.PressAsync("ArrowDown");
            await Expect(page.GetByRole(AriaRole.Option).Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
            await page.Keyboard.PressAsync("ArrowUp");
            await Expect(page.GetByRole(AriaRole.Option).First).ToHaveAttributeAsync("aria-selected", "true");
        },
        [("Search", "Enter")] = async page =>
        {
            await SearchAsync(page, "people");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page).ToHaveURLAsync("/people");
        },
        [("Search", "Escape")] = async page =>
        {
            await SearchAsync(page, "chr");
            await page.Keyboard.PressAsync("Escape");
            await Expect(Search(page)).ToBeHiddenAsync();
        },
        [("Board", "Arrows")] = async page =>
        {
            await Face(page, "Cookbook").PressAsync("ArrowRight");
            await Expect(Face(page, "Scarf")).ToBeFocusedAsync();
            await LiftAsync(page, "Cookbook");
            await page.Keyboard.PressAsync("ArrowRight");
            await Expect(page.Locator("[data-column=Selected]")).ToContainTextAsync("Cookbook");
        },
        [("Board", "Enter")] = async page =>
        {
            await Face(page, "Scarf").PressAsync("Enter");
            await Expect(Form(page).GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Scarf");
        },
        [("Board", "Space")] = async page =>
        {
            await LiftAsync(page, "Cookbook");
            await page.Keyboard.PressAsync("Space");
            await Expect(page.Locator("[data-lifted]")).ToHaveCountAsync(0);
        },
        [("Board", "Escape")] = async page =>
        {
            await LiftAsync(page, "Cookbook");
            await page.Keyboard.PressAsync("ArrowRight");
            await Expect(page.Locator("[data-column=Selected]")).ToContainTextAsync("Cookbook");
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator("[data-column=Idea]")).ToContainTextAsync("Cookbook");
        },
        [("Prices in the list", "Enter")] = async page =>
        {
            var price = await PriceAsync(page, "Train set", "71");
            await price.PressAsync("Enter");
            await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Train set" }).Locator(".sum")).ToContainTextAsync("71.00");
        },
        [("Prices in the list", "Tab")] = async page =>
        {
            var price = await PriceAsync(page, "Cookbook", "21");
            await price.PressAsync("Tab");
            await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Cookbook" }).Locator(".sum")).ToContainTextAsync("21.00");
            await Expect(price).Not.ToBeFocusedAsync();
        },
        [("Prices in the list", "Escape")] = async page =>
        {
            var price = await PriceAsync(page, "Scarf", "99");
            await price.PressAsync("Escape");
            await Expect(price).ToHaveValueAsync("40.00");
        },
        [("Meter", "Tab")] = async page =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Edit budget" }).First.FocusAsync();
            await page.Keyboard.PressAsync("Tab");
            await Expect(Details(page)).ToContainTextAsync("Train set");
        },
        [("Meter", "Enter")] = async page =>
        {
            await Purchased(page).PressAsync("Enter");
            await Expect(page.Card("Cookbook")).ToHaveCountAsync(0);
            await Purchased(page).PressAsync("Enter");
            await Expect(page.Card("Cookbook")).ToHaveCountAsync(1);
        },
        [("Meter", "Escape")] = async page =>
        {
            await Purchased(page).FocusAsync();
            await Expect(Details(page)).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(Details(page)).ToHaveCountAsync(0);
        },
        [("Menus", "Arrows")] = async page =>
        {
            await OpenMenuAsync(page);
            await page.Keyboard.PressAsync("ArrowDown");
            await Expect(page.Locator(".menu:popover-open button").Nth(1)).ToBeFocusedAsync();
        },
        [("Menus", "Escape")] = async page =>
        {
            await OpenMenuAsync(page);
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Edit occasion" })).ToBeHiddenAsync();
        },
        [("Forms", "Enter")] = async page =>
        {
            await page.Keyboard.PressAsync("n");
            await Form(page).GetByLabel("Name", new() { Exact = true }).FillAsync("Kite");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Card("Kite")).ToHaveCountAsync(1);
        },
        [("Forms", "Escape")] = async page =>
        {
            await page.Keyboard.PressAsync("n");
            await Form(page).GetByLabel("Name", new() { Exact = true }).FillAsync("Drum");
            await page.Keyboard.PressAsync("Escape");
            await page.GetByRole(AriaRole.Button, new() { Name = "Discard", Exact = true }).ClickAsync();
            await Expect(Form(page)).ToHaveCountAsync(0);
        },
    };

    private static ILocator Search(IPage page) => page.GetByRole(AriaRole.Combobox, new() { Name = "Go to or do" });

    private static ILocator Form(IPage page) => page.GetByRole(AriaRole.Dialog);

    private static ILocator Face(IPage page, string name) => page.Card(name).Locator(".face");

    private static ILocator Details(IPage page) => page.Locator(".legend .details");

    private static ILocator Purchased(IPage page) => page.Locator(".legend button").First;

    private static async Task GoesAsync(IPage page, string second, string path)
    {
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync(second);
        await Expect(page).ToHaveURLAsync(path);
    }

    private static async Task SearchAsync(IPage page, string typed)
    {
        await page.Keyboard.PressAsync("Control+k");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await page.Keyboard.TypeAsync(typed);
    }

    private static async Task LiftAsync(IPage page, string name)
    {
        await Face(page, name).PressAsync("Space");
        await Expect(page.Locator("[data-lifted]")).ToContainTextAsync(name);
    }

    private static async Task<ILocator> PriceAsync(IPage page, string name, string price)
    {
        await page.OpenAsync(new Uri(page.Url).AbsolutePath + "?view=list");
        var field = page.GetByLabel($"Price of {name}");
        await field.FillAsync(price);
        return field;
    }

    private static async Task OpenMenuAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "More for Christmas" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Edit occasion" })).ToBeFocusedAsync();
    }
}
