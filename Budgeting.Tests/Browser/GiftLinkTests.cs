using Budgeting.Tests.Support;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>A gift from the link to its page.</summary>
public sealed class GiftLinkTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task PastedLink_FillsTheForm_AndTheCardShowsThePicture()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync($"/occasions/{(await household.ChristmasAsync()).Id}");
        var dialog = await AddGiftAsync(page);

        await PasteAsync(dialog.GetByLabel("Link"), TestShop.Address + "/headphones");
        await dialog.GetByText("Filled in name, price and picture from shop.example.").WaitForAsync();
        await Assertions.Expect(dialog.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Headphones");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add gift", Exact = true }).ClickAsync();

        var picture = page.Card("Headphones").Locator("img");
        await picture.WaitForAsync();
        (await picture.EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)")).Should().BeTrue();
        var box = (await picture.BoundingBoxAsync())!;
        (box.Width, box.Height).Should().Be((48, 48));
    }

    [Fact]
    public async Task LinkThatCannotBeRead_LeavesTheFormUsable()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync($"/occasions/{(await household.ChristmasAsync()).Id}", new() { ViewportSize = new() { Width = 320, Height = 700 } });
        var dialog = await AddGiftAsync(page);

        await PasteAsync(dialog.GetByLabel("Link"), TestShop.Address + "/nowhere");
        await dialog.GetByText("shop.example didn't give the page away").WaitForAsync();
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().Be(320);
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("Kite");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add gift", Exact = true }).ClickAsync();

        await page.Card("Kite").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private static async Task<ILocator> AddGiftAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Add gift", Exact = true }).First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Link").WaitForAsync();
        return dialog;
    }

    // A real paste needs a clipboard that every browser of a test would share: this is what one does to the field.
    private static Task PasteAsync(ILocator field, string text) => field.EvaluateAsync(
        """
        (field, text) => {
          field.focus();
          field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true }));
          field.value = text;
          field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
        }
        """,
        text);
}
