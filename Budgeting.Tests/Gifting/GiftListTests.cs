using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class GiftListTests(WorldFixture fixture) : IAsyncLifetime, IClassFixture<WorldFixture>
{
    private TestActor _ada = null!;
    private OccasionDto _occasion = null!;
    private PersonDto _grandma = null!;

    public static TheoryData<GiftColumn, bool, string> Orders => new()
    {
        { GiftColumn.Added, false, "tea Book Car Drum" },
        { GiftColumn.Added, true, "Drum Car Book tea" },
        { GiftColumn.Name, false, "Book Car Drum tea" },
        { GiftColumn.Name, true, "tea Drum Car Book" },
        { GiftColumn.Recipient, false, "tea Drum Car Book" },
        { GiftColumn.Recipient, true, "Book Car tea Drum" },
        { GiftColumn.Status, false, "Book Car tea Drum" },
        { GiftColumn.Status, true, "Drum tea Car Book" },
        { GiftColumn.Price, false, "Drum tea Book Car" },
        { GiftColumn.Price, true, "Car Book tea Drum" },
        { GiftColumn.Total, false, "Drum tea Book Car" },
        { GiftColumn.Total, true, "Car Book tea Drum" },
    };

    public static TheoryData<string?, bool, bool, string> Filters => new()
    {
        { null, true, false, "tea Book Car Drum" },
        { null, true, true, "Book" },
        { GiftMeter.Purchased, true, false, "tea Drum" },
        { GiftMeter.Purchased, true, true, "" },
        { GiftMeter.Planned, true, false, "Book Car" },
        { GiftMeter.Planned, false, false, "Car" },
        { GiftMeter.Planned, false, true, "" },
    };

    public async Task InitializeAsync()
    {
        _ada = await fixture.World.OrganizationAsync();
        _occasion = await _ada.OccasionAsync();
        _grandma = await _ada.PersonAsync("grandma");
        var dad = await _ada.PersonAsync("Dad");
        await AddAsync("tea", 5, GiftStatus.Purchased, recipient: null);
        await AddAsync("Book", 20, GiftStatus.Idea, _grandma.Id);
        await AddAsync("Car", 300, GiftStatus.Selected, dad.Id);
        await AddAsync("Drum", price: null, GiftStatus.Received, recipient: null);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task PageAsync_Order_SortsTheTable(GiftColumn column, bool descending, string expected)
    {
        var page = await PageAsync(new OccasionPageQuery { Order = new GiftOrder(column, descending) });

        string.Join(' ', page.Table!.Select(g => g.Name)).Should().Be(expected);
        page.Board.Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task PageAsync_Filter_KeepsWhatTheSegmentCounts(string? segment, bool ideasCount, bool forGrandma, string expected)
    {
        await _ada.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { IdeasCountAsPlanned = ideasCount }, version: null, default);
        var filter = new GiftFilter(segment, forGrandma ? _grandma.Id : null);

        var table = await PageAsync(new OccasionPageQuery { Filter = filter, Order = new GiftOrder() });
        var board = await PageAsync(new OccasionPageQuery { Filter = filter });

        string.Join(' ', table.Table!.Select(g => g.Name)).Should().Be(expected);
        board.Board!.Columns.SelectMany(c => c.Gifts).Should().BeEquivalentTo(table.Table!);
        board.Board.Columns.Sum(c => c.Count).Should().Be(4);
    }

    [Fact]
    public async Task PageAsync_Skipping_GoesOnWhereThePageBeforeEnds()
    {
        var all = (await PageAsync(new OccasionPageQuery { Order = new GiftOrder() })).Table!;

        (await PageAsync(new OccasionPageQuery { Order = new GiftOrder(), Take = 3 })).Table.Should().Equal(all.Take(3));
        (await PageAsync(new OccasionPageQuery { Order = new GiftOrder(), Take = 3, Skip = 3 })).Table.Should().Equal(all.Skip(3));
    }

    [Fact]
    public async Task PageAsync_Occasion_HasEverythingItsPageShows()
    {
        var page = await PageAsync(new OccasionPageQuery());

        page.Occasion.Should().Be(_occasion);
        page.People.Select(p => p.Name).Should().BeEquivalentTo("Dad", "grandma");
        page.Members.Should().ContainSingle().Which.Id.Should().Be(_ada.MemberId);
        page.Figures.Meter.Used.Should().Be(325);
        page.Table.Should().BeNull();
    }

    [Fact]
    public async Task BoardAsync_FewPerColumn_StillCountsAndSumsTheWholeColumn()
    {
        await AddAsync("Ball", 10, GiftStatus.Idea, recipient: null);

        var column = (await _ada.Gifts.BoardAsync(_occasion.Id, perColumn: 1, default)).Columns[0];

        (column.Status, column.Count, column.Total).Should().Be((GiftStatus.Idea, 2, 30));
        column.Gifts.Select(g => g.Name).Should().Equal("Book");
    }

    [Fact]
    public async Task LargestAsync_Segment_IsTheMostExpensiveFirst()
    {
        var largest = await _ada.Gifts.LargestAsync(_occasion.Id, new GiftFilter(GiftMeter.Planned), count: 8, default);

        largest.Select(g => g.Name).Should().Equal("Car", "Book");
        (await _ada.Gifts.LargestAsync(_occasion.Id, GiftFilter.All, count: 1, default)).Select(g => g.Name).Should().Equal("Car");
    }

    [Fact]
    public async Task ListAsync_Pages_AreInTheOrderOfAdding()
    {
        var first = await _ada.Gifts.ListAsync(_occasion.Id, PageRequest.Of(limit: 3, cursor: null), default);
        var second = await _ada.Gifts.ListAsync(_occasion.Id, PageRequest.Of(limit: 3, first.NextCursor), default);

        first.Items.Select(g => g.Name).Should().Equal("tea", "Book", "Car");
        second.Items.Select(g => g.Name).Should().Equal("Drum");
        second.NextCursor.Should().BeNull();
    }

    [Fact]
    public async Task FormAsync_NewGiftOrOne_HasItsContext()
    {
        var gift = await AddAsync("Ball", 10, GiftStatus.Idea, recipient: null);
        var elsewhere = await _ada.OccasionAsync(name: "Easter");

        (await _ada.Gifts.FormAsync(_occasion.Id, giftId: null, default)).Gift.Should().BeNull();
        (await _ada.Gifts.FormAsync(_occasion.Id, gift.Id, default)).Gift.Should().Be(gift);
        await FluentActions.Awaiting(() => _ada.Gifts.FormAsync(elsewhere.Id, gift.Id, default)).ShouldRefuseAsync<NotFoundException>();
    }

    private Task<OccasionPage> PageAsync(OccasionPageQuery query) => _ada.Gifts.PageAsync(_occasion.Id, query, default);

    private Task<GiftDto> AddAsync(string name, decimal? price, GiftStatus status, Guid? recipient)
    {
        fixture.World.Clock.Tick();
        return _ada.GiftAsync(_occasion, price, status, recipient, name: name);
    }
}
