using Budgeting.Core.Gifting;
using Budgeting.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Budgeting.Tests.Browser;

/// <summary>Two browsers on one occasion: what one does, the other sees without a reload.</summary>
public sealed class LiveTests(BrowserFixture fixture, ITestOutputHelper output) : BrowserTest(fixture)
{
    // A page that ends while it begins can't say goodbye; its circuit ends by itself, later.
    private const string HasBegun = "() => document.querySelector('[data-interactive]') && window.Blazor.disconnect";

    [Fact]
    public async Task AChangeInOneBrowser_ShowsOnMeterColumnAndCardOfTheOther()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var (mine, theirs) = (await household.OpenAsync($"/occasions/{occasion.Id}"), await household.OpenAsync($"/occasions/{occasion.Id}"));

        await mine.Card("Scarf").GetByRole(AriaRole.Button, new() { Name = "More for Scarf" }).ClickAsync();
        await mine.Locator(".menu:popover-open").GetByText("Purchased").ClickAsync();

        await Assertions.Expect(theirs.GetByRole(AriaRole.Meter, new() { Name = "Budget of Christmas" })).ToHaveAttributeAsync("aria-valuetext", "$130.00 of $500.00 used, within the budget");
        await Assertions.Expect(theirs.Locator(".legend").First).ToContainTextAsync("$110.00");
        await Assertions.Expect(theirs.Locator("[data-column=Purchased]")).ToContainTextAsync("Scarf");
    }

    [Theory]
    [InlineData("/occasions/{0}")]
    [InlineData("/occasions/{0}?view=list")]
    public async Task EveryKindOfChange_ReachesTheOtherBrowser(string address)
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var theirs = await household.OpenAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, occasion.Id));
        var ada = household.Admin;

        var gift = await ada.GiftAsync(occasion, price: 11.11m, GiftStatus.Idea, name: "Kite");
        await theirs.GetByText("Kite").First.WaitForAsync();
        await MeasureAsync(theirs, "price", "$82.22", () => ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Price = 22.22m, Status = GiftStatus.Selected }, null, CancellationToken.None));
        await MeasureAsync(theirs, "status", "$92.22", () => ada.Gifts.MoveAsync(gift.Id, new GiftMove(GiftStatus.Purchased, null), null, CancellationToken.None));
        await MeasureAsync(theirs, "budget", "$623.45", () => ada.Occasions.SetBudgetAsync(occasion.Id, 623.45m, null, CancellationToken.None));
        await MeasureAsync(theirs, "add", "Snow globe", () => ada.GiftAsync(occasion, price: 5, name: "Snow globe"));
        await MeasureAsync(theirs, "delete", "$488.45", () => ada.Gifts.DeleteAsync(gift.Id, null, CancellationToken.None));
    }

    [Fact]
    public async Task PagesThatAreClosed_LeaveNoSubscription()
    {
        var household = await Household.CreateAsync(Fixture);
        var feed = household.Admin.Get<Core.Kernel.Changes.ChangeFeed>();
        await using var context = await Fixture.Browser.NewContextAsync(new() { BaseURL = Fixture.Server.Address.ToString() });
        var page = await context.NewPageAsync();
        await page.SignInAsync(household.Email);
        await page.WaitForFunctionAsync(HasBegun);
        feed.SubscribersOf(household.Admin.OrganizationId).Should().BePositive();

        await page.CloseAsync();

        await Eventually.HoldsAsync(() => feed.SubscribersOf(household.Admin.OrganizationId) == 0, "the page is closed");
    }

    private async Task MeasureAsync<T>(IPage page, string what, string text, Func<Task<T>> change)
    {
        var milliseconds = await page.UntilSeenAsync(text, change);
        output.WriteLine($"{what}: {milliseconds:0} ms");
    }

    private Task MeasureAsync(IPage page, string what, string text, Func<Task> change) => MeasureAsync(page, what, text, async () =>
    {
        await change();
        return true;
    });
}
