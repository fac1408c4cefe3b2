using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;
using Budgeting.Web.Components.Ui;
using Bunit;

namespace Budgeting.Tests.Components;

public sealed class GiftBoardTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _ada = null!;
    private OccasionDto _occasion = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
        _occasion = await _ada.OccasionAsync();
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task Move_ByKeyboard_IsSaved()
    {
        var book = await _ada.GiftAsync(_occasion, status: GiftStatus.Idea);
        await using var tab = new ComponentContext(_ada);
        var board = await ShowAsync(tab);

        await PressAsync(board, book, " ", "ArrowRight", "ArrowRight", " ");

        (await _ada.Gifts.GetAsync(book.Id, CancellationToken.None)).Status.Should().Be(GiftStatus.Purchased);
        tab.Told.Should().BeEmpty();
    }

    [Fact]
    public async Task Move_OfAGiftChangedMeanwhile_IsToldAndUndone()
    {
        var book = await _ada.GiftAsync(_occasion, status: GiftStatus.Idea);
        await using var tab = new ComponentContext(_ada);
        var board = await ShowAsync(tab);
        var max = await _world.MemberAsync(_ada, Role.Member);
        await max.Gifts.UpdateAsync(book.Id, new GiftInput { Name = "Atlas" }, version: null, CancellationToken.None);

        await PressAsync(board, book, " ", "ArrowRight", " ");

        tab.Told.Should().Equal("This gift was changed by Max meanwhile. Look at what is there now, then change it again.");
        board.Items("Idea 1").Should().ContainSingle();
    }

    [Fact]
    public async Task Move_TwiceBeforeAReload_IsNotTakenForAnothersChange()
    {
        var book = await _ada.GiftAsync(_occasion, status: GiftStatus.Idea);
        await using var tab = new ComponentContext(_ada);
        var board = await ShowAsync(tab);

        await PressAsync(board, book, " ", "ArrowRight", " ");
        await PressAsync(board, book, " ", "ArrowRight", " ");

        tab.Told.Should().BeEmpty();
        (await _ada.Gifts.GetAsync(book.Id, CancellationToken.None)).Status.Should().Be(GiftStatus.Purchased);
    }

    [Fact]
    public async Task Card_SaysWhatItCostsAndWhatIsSaved()
    {
        var input = new GiftInput { Name = "Candles", Price = 4, DiscountPrice = 3, Quantity = 12, BuyerId = _ada.MemberId };
        await _ada.Gifts.AddAsync(_occasion.Id, input with { RecipientId = (await _ada.PersonAsync("Grandma")).Id }, CancellationToken.None);

        await using var tab = new ComponentContext(_ada);
        var card = (await ShowAsync(tab)).ByRole(AriaRole.Listitem).Words();

        card.Should().ContainAll("Candles", "Grandma", "$36.00", "$48.00", "12 × ", "$3.00", "saves $12.00", "Ada buys it");
    }

    [Fact]
    public async Task Column_OutsideTheFilter_SaysWhatIsHiddenAndTakesTheFilterAway()
    {
        await _ada.GiftAsync(_occasion, status: GiftStatus.Purchased);
        await using var tab = new ComponentContext(_ada);
        var cleared = false;
        var board = await ShowAsync(tab, segment: GiftMeter.Planned, onClear: () => cleared = true);

        board.ByRole(AriaRole.Region, "Purchased 1").Words().Should().Contain("1 gift hidden by the filter").And.NotContainAny("Nothing", "Show more");
        board.ByRole(AriaRole.Region, "Selected 0").ByRole(AriaRole.Paragraph).Words().Should().Be("Nothing selected yet");

        board.ByRole(AriaRole.Button, "Show all").Click();
        cleared.Should().BeTrue();
    }

    [Fact]
    public async Task Card_WithoutAPrice_SaysSo()
    {
        await _ada.GiftAsync(_occasion, price: null);

        await using var tab = new ComponentContext(_ada);
        (await ShowAsync(tab)).ByRole(AriaRole.Listitem).Words().Should().EndWith("No price yet");
    }

    [Fact]
    public async Task Link_OpensInANewTabThatKnowsNothingOfThisOne()
    {
        await _ada.Gifts.AddAsync(_occasion.Id, new GiftInput { Name = "Book", Url = "https://example.org/book" }, CancellationToken.None);

        await using var tab = new ComponentContext(_ada);
        var link = (await ShowAsync(tab)).ByRole(AriaRole.Link, "Open the page of Book in a new tab");

        link.GetAttribute("target").Should().Be("_blank");
        link.GetAttribute("rel").Should().Be("noopener noreferrer");
    }

    [Fact]
    public async Task Viewer_SeesNoEntryThatWrites()
    {
        await _ada.GiftAsync(_occasion);

        await using var tab = new ComponentContext(await _world.MemberAsync(_ada, Role.Viewer));
        var board = await ShowAsync(tab, canWrite: false);
        board.ByRole(AriaRole.Group, "More for Book").Toggle();

        board.ByRole(AriaRole.Group, "More for Book").AllByRole(AriaRole.Button).Select(b => b.AccessibleName()).Should().Equal("History");
    }

    private async Task<IRenderedComponent<GiftBoard>> ShowAsync(
        ComponentContext tab, bool canWrite = true, string? segment = null, Action? onClear = null)
    {
        var query = new OccasionPageQuery { Filter = new GiftFilter(segment) };
        var page = await _ada.Gifts.PageAsync(_occasion.Id, query, CancellationToken.None);
        return tab.Render<GiftBoard>(p => p
            .Add(b => b.Page, page)
            .Add(b => b.CanWrite, canWrite)
            .Add(b => b.Segment, segment)
            .Add(b => b.OnClearFilter, onClear ?? (() => { })));
    }

    private static async Task PressAsync(IRenderedComponent<GiftBoard> board, GiftDto gift, params string[] keys)
    {
        foreach (var key in keys)
        {
            await board.InvokeAsync(() => board.FindComponent<Board<BoardGift>>().Instance.PressAsync(gift.Id, key));
        }
    }
}
