using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>A gift for somebody of the household, seen by who plans it and not by whom it is for.</summary>
public sealed class SurpriseTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task Gift_ForAMember_ShowsToTheOthersOnly()
    {
        var household = await Household.CreateAsync(Fixture);
        var email = await household.MemberAsync(Role.Member, "Max");
        var member = (await household.Admin.Organizations.MembersAsync(CancellationToken.None)).Single(m => m.Name == "Max");
        await household.Admin.People.AddAsync(new PersonInput { Name = "Max", MemberId = member.Id }, CancellationToken.None);
        var path = $"/occasions/{(await household.ChristmasAsync()).Id}";
        var (adas, maxs) = (await household.OpenAsync(path), await household.OpenAsync(path, email: email));

        await AddGiftAsync(adas, "Drone", "Max");
        await adas.Card("Drone").WaitForAsync();
        await AddGiftAsync(adas, "Candle", "Grandma");
        await maxs.Card("Candle").WaitForAsync();

        await Assertions.Expect(maxs.GetByText("Not counting surprises for you")).ToBeVisibleAsync();
        await Assertions.Expect(maxs.GetByText("Drone")).ToHaveCountAsync(0);
        await maxs.ReloadAsync();
        await maxs.Card("Candle").WaitForAsync();
        await Assertions.Expect(maxs.GetByText("Drone")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Save_DoubleClicked_SavesOnce()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync($"/occasions/{(await household.ChristmasAsync()).Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add gift", Exact = true }).First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("Kite");

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add gift", Exact = true }).DblClickAsync();

        await page.Card("Kite").First.WaitForAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(page.Card("Kite")).ToHaveCountAsync(1);
    }

    private static async Task AddGiftAsync(IPage page, string name, string recipient)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Add gift", Exact = true }).First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await dialog.GetByLabel("For", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = recipient });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add gift", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }
}
