using Budgeting.Core.Gifting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>What a page is for, on a phone: in the same place on each, once, and over nothing that can't be scrolled out from under it.</summary>
public sealed class MainActionTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static BrowserNewContextOptions Phone => new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true };

    [Fact]
    public async Task OnAPhone_ItIsAtTheLowerRightOfEveryPage()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        await household.Admin.People.AddAsync(new PersonInput { Name = "Ada", MemberId = household.Admin.MemberId }, default);
        var page = await household.OpenAsync(options: Phone);

        foreach (var (path, name) in new[] { ("", "Add gift"), ("?view=list", "Add gift"), ("?view=recipients", "Add gift"), ("?view=wishes", "Add wish") }
            .Select(v => ($"/occasions/{occasion.Id}{v.Item1}", v.Item2)).Append(("/occasions", "Add occasion")).Append(("/people", "Add person")))
        {
            await page.OpenAsync(path);
            var box = (await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).BoundingBoxAsync())!;
            (box.X + box.Width, box.Y + box.Height).Should().Be((374, 764), path);
        }
    }

    [Fact]
    public async Task OnAPhone_ItCoversNoTotalAtTheEndOfAPage()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        foreach (var name in Enumerable.Range(1, 12))
        {
            await household.Admin.GiftAsync(occasion, name: $"Book {name}");
        }

        var page = await household.OpenAsync($"/occasions/{occasion.Id}?view=list", Phone);
        await page.EvaluateAsync("() => window.scrollTo(0, document.body.scrollHeight)");

        var total = (await page.Locator("tfoot").BoundingBoxAsync())!;
        (total.Y + total.Height).Should().BeLessThan((await page.GetByRole(AriaRole.Button, new() { Name = "Add gift" }).BoundingBoxAsync())!.Y);
    }

    [Fact]
    public async Task AnEmptyPage_OffersItOnce()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync("/people");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add person" })).ToHaveCountAsync(1);

        await household.Admin.PersonAsync("Grandma");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Grandma" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add person" })).ToHaveCountAsync(1);
    }
}
