using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>Wishing, sharing, buying and beginning again, as a family does it.</summary>
public sealed class GiveTogetherTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task Wish_BecomesAGiftForTheOthers_AndTellsItsOwnerNothing()
    {
        var (household, occasion, email) = await MaxsHouseholdAsync();
        var (adas, maxs) = (await household.OpenAsync($"/occasions/{occasion.Id}"), await household.OpenAsync($"/occasions/{occasion.Id}", email: email));

        await maxs.GetByRole(AriaRole.Link, new() { Name = "My wishes" }).ClickAsync();
        await Assertions.Expect(maxs.GetByRole(AriaRole.Button, new() { Name = "Add wish" })).ToHaveCountAsync(1);
        await maxs.Keyboard.PressAsync("n");
        await maxs.GetByRole(AriaRole.Dialog).GetByLabel("Name").FillAsync("Skates");
        await maxs.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Add wish" }).ClickAsync();
        await maxs.GetByRole(AriaRole.List, new() { Name = "Your wishes" }).GetByText("Skates").WaitForAsync();
        await Assertions.Expect(adas.Card("Skates")).ToContainTextAsync("Wished for");

        await adas.Card("Skates").GetByRole(AriaRole.Button, new() { Name = "More for Skates" }).ClickAsync();
        await adas.Locator(".menu:popover-open").GetByText("Purchased").ClickAsync();
        await maxs.GetByRole(AriaRole.Button, new() { Name = "More for Skates" }).ClickAsync();
        await maxs.Locator(".menu:popover-open").GetByText("Take it back").ClickAsync();
        await maxs.GetByRole(AriaRole.Button, new() { Name = "Take back", Exact = true }).ClickAsync();

        await Assertions.Expect(adas.Card("Skates")).ToContainTextAsync("No longer wished for");
        await Assertions.Expect(maxs.GetByRole(AriaRole.List, new() { Name = "Your wishes" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task SharedGift_ShowsEachGiverTheirPart_AndIsTickedWhenBought()
    {
        var (household, occasion, email) = await MaxsHouseholdAsync();
        var adas = await household.OpenAsync($"/occasions/{occasion.Id}?view=list");
        await adas.GetByRole(AriaRole.Button, new() { Name = "Scarf", Exact = true }).ClickAsync();
        var dialog = adas.GetByRole(AriaRole.Dialog);
        await dialog.GetByText("More", new() { Exact = true }).ClickAsync();
        await dialog.GetByLabel("Ada", new() { Exact = true }).CheckAsync();
        await dialog.GetByLabel("Max", new() { Exact = true }).CheckAsync();
        await dialog.GetByLabel("How much Max gives; empty: an equal part").FillAsync("15");
        await dialog.GetByLabel("How much Max gives; empty: an equal part").PressAsync("Tab");
        await Assertions.Expect(dialog).ToContainTextAsync("gives $25.00");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);

        var maxs = await household.OpenAsync("/purchases", email: email);
        await Assertions.Expect(maxs.GetByText("Still to buy: 1 gift, $15.00")).ToBeVisibleAsync();
        await maxs.GetByLabel("Scarf is bought").CheckAsync();

        await Assertions.Expect(maxs.GetByText("All bought")).ToBeVisibleAsync();
        await adas.GotoAsync("/purchases");
        await Assertions.Expect(adas.GetByText("All bought")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task TooMuchForASubBudget_IsTakenFromAnothers()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var ada = household.Admin;
        var (emma, leo) = (await ada.PersonAsync("Emma"), await ada.PersonAsync("Leo"));
        await ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, emma.Id, 50, null, default);
        await ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, leo.Id, 20, null, default);
        var page = await household.OpenAsync($"/occasions/{occasion.Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add gift", Exact = true }).First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("Kite");
        await dialog.GetByLabel("For", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Leo" });
        await dialog.GetByLabel("Price ($)", new() { Exact = true }).FillAsync("32.40");

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Take $12.40 from…" }).ClickAsync();
        await page.Locator(".menu:popover-open").GetByText("Emma").ClickAsync();

        await Assertions.Expect(dialog.GetByText("This gift would exceed")).ToHaveCountAsync(0);
        (await ada.SubBudgets.GetAsync(occasion.Id, BudgetedEntity.Person, emma.Id, default)).Amount.Should().Be(37.60m);
    }

    [Fact]
    public async Task NextYears_HasLastYearsPricesBeside_AndTakesAPresentFromTheBox()
    {
        var household = await Household.CreateAsync(Fixture);
        var ada = household.Admin;
        var emma = await ada.PersonAsync("Emma");
        var last = await ada.Occasions.AddAsync(new OccasionInput { Name = "Emma's birthday", Date = new DateOnly(2024, 3, 1), BudgetTotal = 100 }, default);
        await ada.GiftAsync(last, price: 30, status: GiftStatus.Purchased, recipient: emma.Id, name: "Puzzle");
        var page = await household.OpenAsync($"/occasions/{last.Id}");

        await ChooseAsync(page, "Emma's birthday", "Start next year's");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start it" }).ClickAsync();
        await page.GetByText("Last time: $30.00 for 1 gift").ClickAsync();
        await Assertions.Expect(page.GetByText("Puzzle")).ToBeVisibleAsync();
        await ChooseAsync(page, "Emma's birthday", "Present box");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move Puzzle here" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The box is empty")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Link, new() { Name = "Board" }).ClickAsync();

        await page.Card("Puzzle").WaitForAsync();
    }

    [Fact]
    public async Task GuestLink_ShowsGiftsAndTakesOne_WithoutAnAccount()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}");
        await ChooseAsync(page, "Christmas", "Guest links");
        await page.GetByLabel("For whom").FillAsync("Aunt Mia");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var link = await page.GetByLabel("The guest link").InputValueAsync();

        await using var context = await Fixture.Browser.NewContextAsync(new() { Locale = "en-US" });
        var guests = await context.NewPageAsync();
        await guests.GotoAsync(link);
        await guests.GetByRole(AriaRole.Heading, new() { Name = "Christmas" }).WaitForAsync();
        guests.Url.Should().NotContain("bdg_");
        await guests.GetByLabel("Your name").FillAsync("Mia");
        await guests.GetByRole(AriaRole.Button, new() { Name = "I'll take it: Scarf" }).ClickAsync();

        await guests.GetByRole(AriaRole.Button, new() { Name = "I can't take it: Scarf" }).WaitForAsync();
        await Assertions.Expect(page.Card("Scarf")).ToContainTextAsync("Taken by Mia");
    }

    private static async Task ChooseAsync(IPage page, string occasion, string what)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"More for {occasion}", Exact = true }).ClickAsync();
        await page.Locator(".menu:popover-open").GetByText(what).ClickAsync();
    }

    private async Task<(Household Household, OccasionDto Occasion, string MaxsEmail)> MaxsHouseholdAsync()
    {
        var household = await Household.CreateAsync(Fixture);
        var email = await household.MemberAsync(Role.Member, "Max");
        var member = (await household.Admin.Organizations.MembersAsync(CancellationToken.None)).Single(m => m.Name == "Max");
        await household.Admin.People.AddAsync(new PersonInput { Name = "Max", MemberId = member.Id }, CancellationToken.None);
        return (household, await household.ChristmasAsync(), email);
    }
}
