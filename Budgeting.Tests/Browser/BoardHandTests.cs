using Budgeting.Tests.Support;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>Cards moved by hand: what only a browser can tell.</summary>
public sealed class BoardHandTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static BrowserNewContextOptions Phone => new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true };

    [Fact]
    public async Task Mouse_DragsACardIntoAnotherColumn_AndDoesNotOpenIt()
    {
        var page = await OpenBoardAsync(new() { ViewportSize = new() { Width = 1280, Height = 1400 } });
        var (from, to) = (await BoxOf(page.Card("Scarf")), await BoxOf(page.Locator("[data-column=Received]")));

        await page.Mouse.MoveAsync(from.X + 20, from.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + 60, to.Y + 90, new() { Steps = 8 });
        await Assertions.Expect(page.Locator(".ghost")).ToHaveCountAsync(1);
        await page.Mouse.UpAsync();

        await Assertions.Expect(page.Locator("[data-column=Received]")).ToContainTextAsync("Scarf");
        await Assertions.Expect(page.Locator(".ghost, [role=dialog]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Escape_EndsADrag()
    {
        var page = await OpenBoardAsync(new() { ViewportSize = new() { Width = 1280, Height = 1400 } });
        var (from, to) = (await BoxOf(page.Card("Scarf")), await BoxOf(page.Locator("[data-column=Received]")));

        await page.Mouse.MoveAsync(from.X + 20, from.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + 60, to.Y + 90, new() { Steps = 8 });
        await page.Keyboard.PressAsync("Escape");
        await page.Mouse.UpAsync();

        await Assertions.Expect(page.Locator(".board > [role=status]")).ToHaveTextAsync("Scarf put back. Column Selected, position 1 of 1.");
    }

    [Fact]
    public async Task Finger_ThatSwipesOverACard_ScrollsTheColumns()
    {
        var page = await OpenBoardAsync(Phone);
        var (x, y) = await BoxInViewAsync(page.Card("Cookbook"));

        await TouchAsync(page, (x + 200, y + 30), (x + 150, y + 30), (x + 20, y + 30));

        await page.WaitForFunctionAsync("() => document.querySelector('.columns').scrollLeft > 100");
        await Assertions.Expect(page.Locator(".ghost")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Finger_ThatRestsOnACard_DragsIt()
    {
        var page = await OpenBoardAsync(Phone);
        await BoxInViewAsync(page.Card("Cookbook"));

        await HoldAndDropAsync(page, page.Card("Cookbook"), page.Card("Surprise"));

        await Assertions.Expect(page.Locator("[data-column=Idea] .name")).ToHaveTextAsync(["Surprise", "Cookbook"]);
    }

    [Fact]
    public async Task Keys_CarryACard_AndTheFocusGoesWithIt()
    {
        var page = await OpenBoardAsync();

        await page.Card("Scarf").Locator(".face").FocusAsync();
        foreach (var key in new[] { "Space", "ArrowRight", "ArrowDown", "Space" })
        {
            await page.Keyboard.PressAsync(key);
        }

        await Assertions.Expect(page.Locator("[data-column=Purchased] .name")).ToHaveTextAsync(["Train set", "Scarf"]);
        await Assertions.Expect(page.Card("Scarf").Locator(".face")).ToBeFocusedAsync();
    }

    private async Task<IPage> OpenBoardAsync(BrowserNewContextOptions? options = null)
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}", options);

        // The board's script has come once arrows go from card to card.
        var (first, second) = (page.Card("Cookbook").Locator(".face"), page.Card("Surprise").Locator(".face"));
        await Eventually.HoldsAsync(
            async () =>
            {
                await first.FocusAsync();
                await page.Keyboard.PressAsync("ArrowDown");
                return await second.EvaluateAsync<bool>("face => face === document.activeElement");
            },
            "the board's script has come");
        return page;
    }

    private static async Task HoldAndDropAsync(IPage page, ILocator card, ILocator behind)
    {
        var (x, y) = await BoxOf(card);
        var target = await behind.BoundingBoxAsync();
        var touch = await page.Context.NewCDPSessionAsync(page);
        await SendAsync(touch, "touchStart", (x + 100, y + 20));
        await Assertions.Expect(page.Locator(".ghost")).ToHaveCountAsync(1);
        await SendAsync(touch, "touchMove", (x + 100, y + 40));
        await SendAsync(touch, "touchMove", (x + 100, target!.Y + target.Height - 5));
        await SendAsync(touch, "touchEnd");
    }

    private static async Task TouchAsync(IPage page, params (float X, float Y)[] points)
    {
        var touch = await page.Context.NewCDPSessionAsync(page);
        await SendAsync(touch, "touchStart", points[0]);
        foreach (var point in points[1..])
        {
            await SendAsync(touch, "touchMove", point);
        }

        await SendAsync(touch, "touchEnd");
    }

    private static Task SendAsync(ICDPSession touch, string type, params (float X, float Y)[] points) =>
        touch.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["type"] = type,
            ["touchPoints"] = points.Select(p => new { x = p.X, y = p.Y }).ToArray(),
        });

    private static async Task<(float X, float Y)> BoxInViewAsync(ILocator card)
    {
        await card.EvaluateAsync("card => card.scrollIntoView({ block: 'center', behavior: 'instant' })");
        return await BoxOf(card);
    }

    private static async Task<(float X, float Y)> BoxOf(ILocator element)
    {
        var box = await element.BoundingBoxAsync();
        return (box!.X, box.Y);
    }
}
