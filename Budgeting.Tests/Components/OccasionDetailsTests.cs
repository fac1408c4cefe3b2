using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;
using Bunit;

namespace Budgeting.Tests.Components;

public sealed class OccasionDetailsTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _ada = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task Archived_OffersToRestoreInsteadOfAddingGifts()
    {
        var occasion = await _ada.OccasionAsync();
        await _ada.Occasions.UpdateAsync(occasion.Id, occasion.ToInput() with { Archived = true }, null, CancellationToken.None);
        await using var tab = new ComponentContext(_ada);
        var page = Show(tab, occasion);

        page.WaitForAssertion(() => page.Find(".archived").TextContent.Should().Contain("archived"));
        Buttons(page).Should().NotContain("Add gift");
        page.Find(".archived button").Click();

        page.WaitForAssertion(() => Buttons(page).Should().Contain("Add gift"));
    }

    [Fact]
    public async Task Card_PressedByAViewer_ShowsTheGift()
    {
        var occasion = await _ada.OccasionAsync();
        var gift = await _ada.GiftAsync(occasion, name: "Bicycle");
        await using var tab = new ComponentContext(await _world.MemberAsync(_ada, Role.Viewer));
        var dialog = tab.Render<Radzen.Blazor.RadzenDialog>();
        var page = Show(tab, occasion);
        var board = page.WaitForComponent<GiftBoard>();

        await page.InvokeAsync(() => { _ = board.Instance.OnHistory.InvokeAsync(gift); });

        dialog.WaitForAssertion(() => dialog.Find("dd").TextContent.Should().Be("Bicycle"));
    }

    [Fact]
    public async Task Home_ShowsAnOccasionWithoutBudgetAndWhatIsSpent()
    {
        var occasion = await _ada.OccasionAsync(budget: null, name: "Wedding");
        await _ada.GiftAsync(occasion, price: 70, GiftStatus.Purchased);
        await using var tab = new ComponentContext(_ada);

        var home = tab.Open<Dashboard>();

        home.Sees("Wedding");
        home.Sees("$70.00 spent, no budget");
        home.Press("Set a budget for Wedding");
        home.Sees("Leave empty for no budget.");
    }

    private static IRenderedComponent<OccasionDetails> Show(ComponentContext tab, OccasionDto occasion) =>
        tab.Render<OccasionDetails>(p => p.Add(d => d.Id, occasion.Id));

    private static IEnumerable<string> Buttons(IRenderedComponent<OccasionDetails> page) => page.FindAll("button").Select(b => b.TextContent.Trim());
}
