using AngleSharp.Dom;
using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

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

        page.WaitForAssertion(() => page.Markup.Should().Contain("This occasion is archived. Restore it to add gifts."));
        Buttons(page).Should().NotContain("Add gift");
        page.ByRole(AriaRole.Button, "Restore").Click();

        page.WaitForAssertion(() => Buttons(page).Should().Contain("Add gift"));
    }

    [Fact]
    public async Task More_OffersImportToThoseWhoWriteAndExportToAll()
    {
        var occasion = await _ada.OccasionAsync();
        await using var writing = new ComponentContext(_ada);
        await using var viewing = new ComponentContext(await _world.MemberAsync(_ada, Role.Viewer));

        IElement MenuOf(ComponentContext tab)
        {
            var page = Show(tab, occasion);
            var menu = page.WaitForElement($"[popover][aria-label='More for {occasion.Name}']");
            menu.Toggle();
            return page.ByRole(AriaRole.Group, $"More for {occasion.Name}");
        }

        var (hers, theirs) = (MenuOf(writing), MenuOf(viewing));

        hers.ByRole(AriaRole.Button, "Import gifts…");
        theirs.AllByRole(AriaRole.Button).Should().BeEmpty();
        theirs.ByRole(AriaRole.Link, "Export gifts").GetAttribute("href").Should().Be($"/api/v1/occasions/{occasion.Id}/gifts.csv");
    }

    [Fact]
    public async Task Card_PressedByAViewer_ShowsTheGift()
    {
        var occasion = await _ada.OccasionAsync();
        var gift = await _ada.GiftAsync(occasion, name: "Bicycle");
        await using var tab = new ComponentContext(await _world.MemberAsync(_ada, Role.Viewer));
        var dialog = tab.Dialogs();
        var page = Show(tab, occasion);
        var board = page.WaitForComponent<GiftBoard>();

        await page.InvokeAsync(() => { _ = board.Instance.OnHistory.InvokeAsync(gift); });

        dialog.WaitForAssertion(() => dialog.WordsOf(AriaRole.Definition).First().Should().Be("Bicycle"));
    }

    [Fact]
    public async Task List_SortedByAColumn_LeadsToTheOtherDirection()
    {
        var occasion = await _ada.OccasionAsync();
        await _ada.GiftAsync(occasion, name: "Atlas");
        await _ada.GiftAsync(occasion, name: "Zither");
        await using var tab = new ComponentContext(_ada);
        var navigation = tab.Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo($"/occasions/{occasion.Id}?view=list&sort=name");
        var page = Show(tab, occasion);
        page.WaitForAssertion(() => page.Find("th[aria-sort]").GetAttribute("aria-sort").Should().Be("ascending"));

        navigation.NavigateTo(page.Find("th[aria-sort] a").GetAttribute("href")!);

        page.WaitForAssertion(() => page.Find("th[aria-sort]").GetAttribute("aria-sort").Should().Be("descending"));
        page.WaitForAssertion(() => page.Rows()[0].TextContent.Should().Contain("Zither"));
    }

    [Fact]
    public async Task Surprises_AreGivenUpOnlyAfterAQuestion()
    {
        var occasion = await _ada.OccasionAsync();
        await using var tab = new ComponentContext(_ada);
        var page = tab.OpenDialog(dialogs => OccasionForm.ShowAsync(dialogs, occasion));
        page.Field("Keep surprises").Change(false);

        page.Submit();
        page.Answer("Cancel");
        page.Sees("Nothing is saved yet.");
        (await _ada.Occasions.GetAsync(occasion.Id, CancellationToken.None)).Surprises.Should().BeTrue();

        page.Submit();
        page.Answer("Show everything");
        await Eventually.HoldsAsync(() => !_ada.Occasions.GetAsync(occasion.Id, CancellationToken.None).GetAwaiter().GetResult().Surprises, "it is saved");
    }

    [Fact]
    public async Task Home_ShowsAnOccasionWithoutBudgetAndWhatIsSpent()
    {
        var occasion = await _ada.OccasionAsync(budget: null, name: "Wedding");
        await _ada.GiftAsync(occasion, price: 70, GiftStatus.Purchased);
        await using var tab = new ComponentContext(_ada);

        var home = tab.Open<ComingUp>();

        home.Sees("Wedding");
        home.Sees("$70.00 spent, no budget");
        home.Press("Set a budget for Wedding");
        home.Sees("Leave empty for no budget.");
    }

    [Fact]
    public async Task Home_WithNothingYet_HasADoorToGiftsAndOneToSharedCosts_UntilThereAreOwners()
    {
        await using var tab = new ComponentContext(_ada);
        var home = tab.Open<ComingUp>();

        home.Sees("Nothing coming up");
        home.Buttons.Should().Equal("Add occasion");
        home.ByRole(AriaRole.Link, "Add owner").GetAttribute("href").Should().Be("/costs/owners");

        await new TestCosts(_ada).OwnedAsync("Ann");
        home.NoLongerSees("Add owner");
    }

    [Fact]
    public async Task Price_Changed_GlowsOnItsCardAlone_AndNotWhereAnotherOccasionIsAskedFor()
    {
        var occasion = await _ada.OccasionAsync(budget: 100);
        var other = await _ada.OccasionAsync(budget: 50);
        var (book, chess) = (await _ada.GiftAsync(occasion, name: "Book"), await _ada.GiftAsync(occasion, name: "Chess"));
        await using var tab = new ComponentContext(_ada);
        var page = Show(tab, occasion);
        page.WaitForAssertion(() => Cards(page).Should().HaveCount(2));
        page.FindAll(Looks.Glow).Should().BeEmpty();

        await _ada.Gifts.UpdateAsync(book.Id, book.ToInput() with { Price = 32 }, null, CancellationToken.None);
        page.WaitForAssertion(() => Cards(page).SelectMany(c => c.QuerySelectorAll(Looks.Glow)).Should().ContainSingle().Which.TextContent.Should().Be("$32.00"));
        CardOf(page, "Book").Should().Contain("$32.00");
        CardOf(page, "Chess").Should().Contain("$20.00");

        page.Render(p => p.Add(d => d.Id, other.Id));
        page.WaitForAssertion(() => Cards(page).Should().BeEmpty());
        page.FindAll(Looks.Glow).Should().BeEmpty();
    }

    [Fact]
    public async Task WishesOfNobodyInParticular_AreNotShown_WhateverTheAddressSays()
    {
        var occasion = await _ada.OccasionAsync();
        var gift = await _ada.GiftAsync(occasion);
        await using var tab = new ComponentContext(_ada);
        tab.Services.GetRequiredService<NavigationManager>().NavigateTo($"/occasions/{occasion.Id}?view=wishes");

        var page = Show(tab, occasion);

        page.WaitForAssertion(() => CardOf(page, gift.Name).Should().Contain("Book"));
        Buttons(page).Should().NotContain("Add wish");
    }

    [Fact]
    public async Task OnOnesOwnWishes_WhatIsAddedIsAWish()
    {
        var occasion = await _ada.OccasionAsync();
        await _ada.People.UpdateAsync((await _ada.PersonAsync("Ada")).Id, new PersonInput { Name = "Ada", MemberId = _ada.MemberId }, null, default);
        await using var tab = new ComponentContext(_ada);
        var page = Show(tab, occasion);
        page.WaitForAssertion(() => MainActions(page).Should().Equal("Add gift", "Add gift"));

        tab.Services.GetRequiredService<NavigationManager>().NavigateTo(page.ByRole(AriaRole.Link, "My wishes").GetAttribute("href")!);

        page.WaitForAssertion(() => MainActions(page).Should().Equal("Add wish"));
    }

    [Fact]
    public async Task Recipient_Renamed_IsCalledSoOnTheCardAndAmongTheBudgets()
    {
        var occasion = await _ada.OccasionAsync(budget: 100);
        var person = await _ada.PersonAsync("Grandma");
        var gift = await _ada.GiftAsync(occasion, recipient: person.Id);
        await using var tab = new ComponentContext(_ada);
        var page = Show(tab, occasion);
        page.WaitForAssertion(() => CardOf(page, "Book").Should().Contain("Grandma"));
        var navigation = tab.Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo(page.ByRole(AriaRole.Link, "By recipient").GetAttribute("href")!);
        page.WaitForAssertion(() => page.ByRole(AriaRole.Region, "By recipient").Words().Should().ContainAll("Grandma", "$20.00"));

        await _ada.People.UpdateAsync(person.Id, new PersonInput { Name = "Nana" }, null, CancellationToken.None);

        page.WaitForAssertion(() => page.ByRole(AriaRole.Region, "By recipient").Words().Should().Contain("Nana").And.NotContain("Grandma"));
        navigation.NavigateTo($"/occasions/{occasion.Id}");
        page.WaitForAssertion(() => CardOf(page, "Book").Should().Contain("Nana"));
    }

    [Fact]
    public async Task ByRecipient_IsThereFromTheStart_AndSaysHowToBegin()
    {
        var occasion = await _ada.OccasionAsync();
        await using var tab = new ComponentContext(_ada);
        var page = Show(tab, occasion);
        tab.Services.GetRequiredService<NavigationManager>().NavigateTo(page.ByRole(AriaRole.Link, "By recipient").GetAttribute("href")!);
        page.ByRole(AriaRole.Link, "Add person").GetAttribute("href").Should().Be("/people?add=person");

        await _ada.PersonAsync("Grandma");

        page.ByRole(AriaRole.Button, "Add a sub-budget");
        page.ByRole(AriaRole.Group, "Add a sub-budget").Toggle();
        page.ByRole(AriaRole.Button, "Grandma");
    }

    private static IEnumerable<IElement> Cards(IRenderedComponent<OccasionDetails> page) => page.AllByRole(AriaRole.Group, "Gifts").SelectMany(board => board.AllByRole(AriaRole.Listitem));

    private static string CardOf(IRenderedComponent<OccasionDetails> page, string gift) => Cards(page).Single(c => c.AllByRole(AriaRole.Button, gift).Count == 1).Words();

    private static IRenderedComponent<OccasionDetails> Show(ComponentContext tab, OccasionDto occasion) =>
        tab.Render<OccasionDetails>(p => p.Add(d => d.Id, occasion.Id));

    private static IEnumerable<string> MainActions(IRenderedComponent<OccasionDetails> page) =>
        page.AllByRole(AriaRole.Button).Where(b => b.GetAttribute("aria-keyshortcuts") == "n").Select(b => b.AccessibleName());

    private static IEnumerable<string> Buttons(IRenderedComponent<OccasionDetails> page) => page.AllByRole(AriaRole.Button).Select(b => b.AccessibleName());
}
