using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class GiftsServiceTests(WorldFixture fixture) : IAsyncLifetime, IClassFixture<WorldFixture>
{
    private static readonly GiftInput Plain = new() { Name = "Book" };

    private TestActor _ada = null!;
    private OccasionDto _occasion = null!;

    public static TheoryData<GiftInput, string, string> Wrong => new()
    {
        { Plain with { Name = " " }, "name", "Enter a name." },
        { Plain with { Name = new string('x', 201) }, "name", "Use at most 200 characters." },
        { Plain with { Name = "Bo\0ok" }, "name", "Leave out control characters." },
        { Plain with { Notes = new string('x', 2001) }, "notes", "Use at most 2000 characters." },
        { Plain with { Url = "javascript:alert(1)" }, "url", "Enter a web address that starts with https:// or http://." },
        { Plain with { Url = "example.org" }, "url", "Enter a web address that starts with https:// or http://." },
        { Plain with { Url = "https://example.org/" + new string('x', 2000) }, "url", "Use at most 2000 characters." },
        { Plain with { Price = -0.01m }, "price", "Enter an amount of 0 or more." },
        { Plain with { Price = decimal.MinValue, Quantity = 2 }, "price", "Enter an amount of 0 or more." },
        { Plain with { Price = decimal.MaxValue, Quantity = 2 }, "price", "Enter an amount of at most 1,000,000,000,000." },
        { Plain with { Price = 0.001m }, "price", "USD amounts have at most 2 decimals." },
        { Plain with { DiscountPrice = -1 }, "discountPrice", "Enter an amount of 0 or more." },
        { Plain with { DiscountPrice = 0.001m }, "discountPrice", "USD amounts have at most 2 decimals." },
        { Plain with { Price = 10, DiscountPrice = 10.01m }, "discountPrice", "The discount price can't be above the price." },
        { Plain with { Quantity = 0 }, "quantity", "Enter a quantity of 1 to 1,000,000." },
        { Plain with { Quantity = 1_000_001 }, "quantity", "Enter a quantity of 1 to 1,000,000." },
        { Plain with { Price = 500_001, Quantity = 1_000_000 }, "quantity", "Price times quantity can be at most 500,000,000,000." },
        { Plain with { Status = (GiftStatus)4 }, "status", "Choose a status." },
        { Plain with { RecipientId = Guid.NewGuid() }, "recipientId", "There is no such person." },
        { Plain with { BuyerId = Guid.NewGuid() }, "buyerId", "There is no such member." },
    };

    public static TheoryData<decimal?, decimal?, int, decimal> LineTotals => new()
    {
        { null, null, 3, 0 },
        { 19.99m, null, 2, 39.98m },
        { 19.99m, 15, 2, 30 },
        { 19.99m, 0, 2, 0 },
        { 19.99m, 19.99m, 1, 19.99m },
        { null, 5, 2, 10 },
        { 500_000, null, 1_000_000, GiftRules.MaxSum },
    };

    public async Task InitializeAsync()
    {
        _ada = await fixture.World.OrganizationAsync();
        _occasion = await _ada.OccasionAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task AddAsync_Wrong_NamesTheFieldAndWhatToDo(GiftInput input, string field, string message)
    {
        var error = await FluentActions.Awaiting(() => AddAsync(input)).ShouldRefuseAsync<InvalidException>();

        error.Errors.Should().ContainSingle().Which.Key.Should().Be(field);
        error.Errors[field].Should().Equal(message);
    }

    [Fact]
    public async Task AddAsync_Everything_CanBeReadBack()
    {
        var grandma = await _ada.PersonAsync();
        var input = new GiftInput
        {
            Name = "Book", Url = "https://example.org/book", Notes = "hard cover", Price = 20, DiscountPrice = 15.5m, Quantity = 2,
            Status = GiftStatus.Purchased, RecipientId = grandma.Id, BuyerId = _ada.MemberId,
        };

        var gift = await AddAsync(input);

        (gift.LineTotal, gift.Version).Should().Be((31, 1));
        gift.ToInput().Should().Be(input);
        (await _ada.Gifts.GetAsync(gift.Id, default)).Should().Be(gift);
    }

    [Theory]
    [MemberData(nameof(LineTotals))]
    public async Task LineTotal_IsTheLowerPriceTimesQuantity(decimal? price, decimal? discount, int quantity, decimal total)
    {
        var gift = await AddAsync(Plain with { Price = price, DiscountPrice = discount, Quantity = quantity });
        gift.LineTotal.Should().Be(total);

        var cheaper = await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Price = 1, DiscountPrice = null }, gift.Version, default);
        cheaper.LineTotal.Should().Be(quantity);
    }

    [Fact]
    public async Task AddAsync_ReferencesToAnotherOrganization_AreRefused()
    {
        var other = await fixture.World.OrganizationAsync();
        var (occasion, person) = (await other.OccasionAsync(), await other.PersonAsync());

        await FluentActions.Awaiting(() => AddAsync(Plain with { RecipientId = person.Id })).ShouldBeInvalidAsync("recipientId");
        await FluentActions.Awaiting(() => AddAsync(Plain with { BuyerId = other.MemberId })).ShouldBeInvalidAsync("buyerId");
        await FluentActions.Awaiting(() => _ada.Gifts.AddAsync(occasion.Id, Plain, default)).ShouldRefuseAsync<NotFoundException>();
        await FluentActions.Awaiting(() => _ada.Gifts.CheckAsync(_occasion.Id, new GiftCheckInput(1, null, 1, person.Id, null, null), default))
            .ShouldBeInvalidAsync("recipientId");
    }

    [Fact]
    public async Task AddAsync_TwoGiftsOfTheHighestPrice_OnlyTheFirstFits()
    {
        await AddAsync(Plain with { Price = GiftRules.MaxSum });

        await FluentActions.Awaiting(() => AddAsync(Plain with { Price = GiftRules.MaxSum })).ShouldBeInvalidAsync("price");
        await FluentActions.Awaiting(() => AddAsync(Plain with { Price = 100_000.01m })).ShouldBeInvalidAsync("price");

        await AddAsync(Plain with { Price = 100_000 });
        (await _ada.Occasions.FiguresAsync(_occasion.Id, default)).Meter.Used.Should().Be(GiftRules.MaxSum + 100_000);
    }

    [Fact]
    public async Task UpdateAsync_GiftAtTheBound_DoesNotCountItsOldTotal()
    {
        var gift = await AddAsync(Plain with { Price = GiftRules.MaxSum - 1 });

        var same = await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Price = GiftRules.MaxSum }, gift.Version, default);

        same.LineTotal.Should().Be(GiftRules.MaxSum);
    }

    [Fact]
    public async Task UpdateAsync_StaleVersion_OverwritesNothing()
    {
        var max = await fixture.World.MemberAsync(_ada, Role.Member, "Max");
        var gift = await AddAsync(Plain);
        await max.Gifts.UpdateAsync(gift.Id, Plain with { Name = "Bike" }, gift.Version, default);

        var error = await FluentActions.Awaiting(() => _ada.Gifts.UpdateAsync(gift.Id, Plain with { Name = "Car" }, gift.Version, default))
            .ShouldRefuseAsync<StaleException>();
        await FluentActions.Awaiting(() => _ada.Gifts.MoveAsync(gift.Id, new GiftMove(GiftStatus.Received, null), gift.Version, default)).ShouldRefuseAsync<StaleException>();
        await FluentActions.Awaiting(() => _ada.Gifts.DeleteAsync(gift.Id, gift.Version, default)).ShouldRefuseAsync<StaleException>();

        error.Message.Should().Contain("changed by Max");
        (await _ada.Gifts.GetAsync(gift.Id, default)).Name.Should().Be("Bike");
    }

    [Fact]
    public async Task UpdateAsync_ManyAtOnceOnOneVersion_OneWins()
    {
        var gift = await AddAsync(Plain);

        var edits = Enumerable.Range(0, 8)
            .Select(i => Task.Run(() => _ada.Gifts.UpdateAsync(gift.Id, Plain with { Name = $"Edit {i}" }, gift.Version, default))).ToList();
        await Task.WhenAll(edits.Select(e => e.ContinueWith(_ => { }, TaskScheduler.Default)));

        var winner = edits.Should().ContainSingle(e => e.IsCompletedSuccessfully).Which;
        edits.Except([winner]).Should().AllSatisfy(e => e.Exception!.InnerException.Should().BeOfType<StaleException>());
        (await _ada.Gifts.GetAsync(gift.Id, default)).Should().Be(await winner);
    }

    [Fact]
    public async Task UpdateAsync_StatusFoundElsewhere_GoesToTheEndOfItsColumn()
    {
        var (first, second) = (await AddAsync(Plain with { Name = "1", Status = GiftStatus.Selected }), await AddAsync(Plain with { Name = "2" }));
        await AddAsync(Plain with { Name = "3", Status = GiftStatus.Selected });

        await _ada.Gifts.UpdateAsync(second.Id, second.ToInput() with { Status = GiftStatus.Selected }, second.Version, default);
        await _ada.Gifts.UpdateAsync(first.Id, first.ToInput() with { Notes = "stays" }, first.Version, default);

        var column = (await _ada.Gifts.BoardAsync(_occasion.Id, perColumn: 10, default)).Columns.Single(c => c.Status == GiftStatus.Selected);
        column.Gifts.Select(g => g.Name).Should().Equal("1", "3", "2");
    }

    [Theory]
    [InlineData(GiftStatus.Received, GiftStatus.Idea)]
    [InlineData(GiftStatus.Idea, GiftStatus.Received)]
    [InlineData(GiftStatus.Purchased, GiftStatus.Selected)]
    public async Task MoveAsync_AnyStatus_IsAllowedAndKeptInHistory(GiftStatus from, GiftStatus to)
    {
        var gift = await AddAsync(Plain with { Status = from });

        (await _ada.Gifts.MoveAsync(gift.Id, new GiftMove(to, AfterId: null), gift.Version, default)).Status.Should().Be(to);

        var latest = (await _ada.Gifts.HistoryAsync(gift.Id, default))[0];
        latest.Changes.Should().Contain(new FieldChange("status", from.ToString(), to.ToString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MarkedBought_IsThePurchaseOfWhoMarksIt_UnlessSomebodyIsSaidToBuyIt(bool byMoving)
    {
        var max = await fixture.World.MemberAsync(_ada, Role.Member, "Max");
        var (plain, adas, guests) = (await AddAsync(Plain), await AddAsync(Plain with { BuyerId = _ada.MemberId }), await AddAsync(Plain with { GuestName = "Olga" }));
        Task<GiftDto> MarkAsync(GiftDto gift, GiftStatus status) => byMoving
            ? max.Gifts.MoveAsync(gift.Id, new GiftMove(status, AfterId: null), version: null, default)
            : max.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Status = status }, version: null, default);

        (await MarkAsync(plain, GiftStatus.Selected)).BuyerId.Should().BeNull();
        (await MarkAsync(plain, GiftStatus.Purchased)).BuyerId.Should().Be(max.MemberId);
        (await MarkAsync(adas, GiftStatus.Received)).BuyerId.Should().Be(_ada.MemberId);
        (await MarkAsync(guests, GiftStatus.Purchased)).BuyerId.Should().BeNull("a guest buys it");
        (await AddAsync(Plain with { Status = GiftStatus.Purchased })).BuyerId.Should().BeNull("it was written so, not marked");
    }

    [Fact]
    public async Task HistoryAsync_Gift_IsToldNewestFirstWithWhoAndAfterItsEnd()
    {
        var max = await fixture.World.MemberAsync(_ada, Role.Member, "Max");
        var gift = await AddAsync(Plain with { Price = 20.00m });
        gift = await max.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Price = 25.50m }, gift.Version, default);
        await _ada.Gifts.DeleteAsync(gift.Id, gift.Version, default);

        var history = await _ada.Gifts.HistoryAsync(gift.Id, default);

        history.Select(h => (h.Action, h.By)).Should().Equal((AuditAction.Deleted, "Ada"), (AuditAction.Changed, "Max"), (AuditAction.Created, "Ada"));
        history[1].Changes.Should().BeEquivalentTo([new FieldChange("price", "20", "25.5"), new FieldChange("version", "1", "2")]);
        history[2].Changes.Should().Contain(new FieldChange("name", Before: null, After: "Book"));
        await FluentActions.Awaiting(() => _ada.Gifts.GetAsync(gift.Id, default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task HistoryAsync_OfAnotherOrganizationOrNoGift_IsNotFound()
    {
        var other = await fixture.World.OrganizationAsync();
        var gift = await AddAsync(Plain);

        await FluentActions.Awaiting(() => other.Gifts.HistoryAsync(gift.Id, default)).ShouldRefuseAsync<NotFoundException>();
        await FluentActions.Awaiting(() => _ada.Gifts.HistoryAsync(_occasion.Id, default)).ShouldRefuseAsync<NotFoundException>();
    }

    private Task<GiftDto> AddAsync(GiftInput input) => _ada.Gifts.AddAsync(_occasion.Id, input, default);
}
