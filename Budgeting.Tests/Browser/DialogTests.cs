using Budgeting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>Dialogs and messages: where the focus is, what is kept, and what the server is told.</summary>
public sealed class DialogTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task TheFocus_GoesIn_RoundAndBack_AndNothingElseCanBeReached()
    {
        var page = await PeopleAsync();
        var add = page.GetByRole(AriaRole.Button, new() { Name = "Add person" }).First;
        await add.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Add person" });
        await Expect(dialog.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
        await Expect(page.Locator(".shell")).ToHaveAttributeAsync("inert", "");

        var save = dialog.GetByRole(AriaRole.Button, new() { Name = "Add person" });
        await save.FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Close" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await Expect(save).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(add).ToBeFocusedAsync();
        (await page.Locator("[inert]").CountAsync()).Should().Be(0);
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("Close")]
    [InlineData("beside")]
    public async Task WhatWasTyped_IsThrownAwayOnlyAfterAQuestion(string way)
    {
        var page = await PeopleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add person" }).First.ClickAsync();
        var name = page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true });
        await Expect(name).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Nobody");

        async Task LeaveAsync()
        {
            switch (way)
            {
                case "Escape":
                    await page.Keyboard.PressAsync("Escape");
                    break;
                case "Close":
                    await page.GetByRole(AriaRole.Dialog, new() { Name = "Add person" }).GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
                    break;
                default:
                    await page.Mouse.ClickAsync(5, 5);
                    break;
            }
        }

        await LeaveAsync();
        var question = page.GetByRole(AriaRole.Dialog, new() { Name = "Discard what you typed?" });
        await Expect(question.GetByRole(AriaRole.Button, new() { Name = "Keep editing" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(question).ToHaveCountAsync(0);
        await Expect(name).ToHaveValueAsync("Nobody");

        await LeaveAsync();
        await question.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Typing_TellsTheServerNothing_UntilTheFieldIsLeft()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync("/people");
        await page.AddInitScriptAsync("window.sent = 0; WebSocket = class extends WebSocket { send(data) { window.sent++; super.send(data); } };");
        await page.OpenAsync("/people");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add person" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
        await page.WaitForFunctionAsync("() => window.sent === window.before || void (window.before = window.sent)", null, new() { PollingInterval = 300 });

        var before = await page.EvaluateAsync<int>("() => window.sent");
        await page.Keyboard.TypeAsync("Maximilian");
        await page.Keyboard.PressAsync("Backspace");
        var sent = await page.EvaluateAsync<int>("() => window.sent") - before;

        sent.Should().BeLessThanOrEqualTo(1, "a keep-alive may come in between, and no letter is told");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Maximilia", Exact = true }).WaitForAsync();
    }

    [Fact]
    public async Task ARefusal_IsSaidInTheOnePlace_UntilItIsClosedOrSomethingIsDone()
    {
        var household = await Household.CreateAsync(Fixture);
        await household.ChristmasAsync();
        var page = await household.OpenAsync("/people");
        var message = page.GetByRole(AriaRole.Region, new() { Name = "Message" });

        await page.ChooseAsync("Grandma", "Delete");
        await Expect(message).ToContainTextAsync("Grandma has gifts, wishes or a sub-budget.");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Grandma has gifts");
        await page.ShouldBeAccessibleAsync("a refusal");
        await message.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(message).ToHaveCountAsync(0);

        await page.ChooseAsync("Grandma", "Delete");
        await Expect(message).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Occasions" }).First.ClickAsync();
        await Expect(message).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 500)]
    public async Task WhatIsTold_CoversNeitherHeadingNorButtonsOfAnOpenDialog(int width, int height)
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}", new() { ViewportSize = new() { Width = width, Height = height } });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add gift" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Add gift" });
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync(string.Join(' ', Enumerable.Repeat("Kite", 40)));

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save and add another" }).ClickAsync();
        await Expect(page.Undo()).ToBeVisibleAsync();

        foreach (var part in new[] { dialog.GetByRole(AriaRole.Heading), dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }), dialog.Locator(".form-actions") })
        {
            await Eventually.HoldsAsync(async () => !Overlap((await part.BoundingBoxAsync())!, (await page.Undo().BoundingBoxAsync())!), $"{part} is in sight");
        }
    }

    [Fact]
    public async Task ARefusedForm_HasTheFocusInItsFirstWrongField_AlsoInOneThatWasFolded()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync("/occasions");
        await page.GetByRole(AriaRole.Button, new() { Name = "occasion" }).Filter(new() { Visible = true }).First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        var warn = dialog.GetByLabel("Warn when this share is used (%)");
        await dialog.GetByText("More", new() { Exact = true }).ClickAsync();
        await warn.FillAsync("500");
        await dialog.GetByText("More", new() { Exact = true }).ClickAsync();
        await Expect(warn).ToBeHiddenAsync();

        await dialog.Locator("[type=submit]").ClickAsync();
        await Expect(dialog.GetByLabel("Name")).ToBeFocusedAsync();

        await dialog.GetByLabel("Name").FillAsync("Easter");
        await dialog.GetByLabel("Date").FillAsync("2027-03-28");
        await dialog.Locator("[type=submit]").ClickAsync();
        await Expect(warn).ToBeFocusedAsync();
    }

    [Fact]
    public async Task TheGiftForm_HasRoomForEveryLabel()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}", new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add gift" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Somebody new" }).ClickAsync();
        await dialog.GetByText("More", new() { Exact = true }).ClickAsync();
        await Expect(dialog.GetByLabel("Bought by")).ToBeVisibleAsync();

        (await dialog.EvaluateAsync<string[]>("""
            dialog => [...dialog.querySelectorAll('.mud-input-label')].filter(label => [...dialog.querySelectorAll('.mud-input, summary')].some(other =>
                !label.parentElement.contains(other) && other.getBoundingClientRect().top < label.getBoundingClientRect().top &&
                other.getBoundingClientRect().bottom + 4 > label.getBoundingClientRect().top && other.getBoundingClientRect().right > label.getBoundingClientRect().left + 1
                && other.getBoundingClientRect().left < label.getBoundingClientRect().right)).map(l => l.textContent)
            """)).Should().BeEmpty();
    }

    private static bool Overlap(LocatorBoundingBoxResult a, LocatorBoundingBoxResult b) =>
        a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;

    private async Task<IPage> PeopleAsync()
    {
        var household = await Household.CreateAsync(Fixture);
        return await household.OpenAsync("/people");
    }
}
