using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>What is around every page: who one is, how it looks, the way out, and Home.</summary>
public sealed class FrameTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData(1280, "/")]
    [InlineData(820, "/people")]
    [InlineData(390, "/")]
    [InlineData(1280, "/account")]
    public async Task Account_OpensByKeyboard_ChangesTheLookAndLeadsOut(int width, string path)
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync(options: new() { ViewportSize = new() { Width = width, Height = 844 }, ColorScheme = ColorScheme.Light });
        Task LoadAsync() => path == "/account" ? page.GotoAsync(path) : page.OpenAsync(path);
        await LoadAsync();
        var account = page.GetByRole(AriaRole.Button, new() { Name = "Ada Admin" }).Filter(new() { Visible = true });

        await account.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var menu = page.GetByRole(AriaRole.Region, new() { Name = "Ada" });
        await Expect(menu.GetByRole(AriaRole.Link, new() { Name = "Your account" })).ToBeFocusedAsync();
        await page.ShouldBeAccessibleAsync($"the account's menu on {path} at {width}");
        await page.Keyboard.PressAsync("Escape");
        await Expect(account).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await menu.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        await LoadAsync();
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.body).colorScheme")).Should().Be("dark");

        await account.ClickAsync();
        await Expect(menu.GetByRole(AriaRole.Button, new() { Pressed = true })).ToHaveAccessibleNameAsync("Dark");
        await menu.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/sign-in");
    }

    [Fact]
    public async Task Home_SaysWhatEachModuleHasToSay_AndNothingOfCostsThatNobodyShares()
    {
        var household = await Household.CreateAsync(Fixture);
        await household.ChristmasAsync();
        var page = await household.OpenAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Coming up" }).GetByText("Christmas")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Shared costs" })).ToHaveCountAsync(0);

        var house = await SharedHouse.CreateAsync(household.Admin, household.Admin.MemberId);

        var costs = page.GetByRole(AriaRole.Region, new() { Name = "Shared costs" });
        await Expect(costs.GetByRole(AriaRole.Article).First).ToContainTextAsync("My balance");
        var balance = (await house.Costs.SheetAsync(house.January)).Rows.Single(r => r.OwnerId == house.Owners[0].Id).Balance;
        await Expect(costs.GetByRole(AriaRole.Article).First).ToContainTextAsync($"{Math.Abs(balance):N2}");
        await costs.GetByRole(AriaRole.Article).Last.ClickAsync(new() { Position = new() { X = 8, Y = 8 } });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = house.January.Name, Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ARow_OpensWhereverOneClicksIt_AndItsOwnControlsStillWork()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}?view=list");
        var row = page.GetByRole(AriaRole.Row, new() { Name = "Scarf" });

        await row.GetByLabel("Status of Scarf").SelectOptionAsync("Purchased");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await row.GetByRole(AriaRole.Cell).Nth(4).ClickAsync(new() { Force = true });

        await Expect(page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Scarf");
    }

    [Fact]
    public async Task OnAPhone_ARecordIsAddedByAButton_AndTheListComesFirst()
    {
        var household = await Household.CreateAsync(Fixture);
        var costs = new TestCosts(household.Admin);
        await costs.OwnedAsync("Ann");
        var period = await costs.MonthAsync(1);
        await costs.ExpenseAsync(period, 20);
        var page = await household.OpenAsync($"/costs/periods/{period.Id}?tab=expenses", new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await Expect(page.GetByLabel("Amount ($)")).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Add expense" }).ClickAsync();
        await Expect(page.GetByLabel("Amount ($)")).ToBeFocusedAsync();
        await page.GetByLabel("Amount ($)").FillAsync("12.50");
        await page.GetByLabel("Payment type").FillAsync("water");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "12.50" }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AViewer_SeesWhoTheyAre()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync(email: await household.MemberAsync(Role.Viewer, "Max"));

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Max Viewer" }).Filter(new() { Visible = true })).ToBeVisibleAsync();
    }
}
