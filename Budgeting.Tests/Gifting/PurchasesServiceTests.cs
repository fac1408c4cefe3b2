using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class PurchasesServiceTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private TestActor _ada = null!;
    private TestActor _max = null!;
    private OccasionDto _occasion = null!;

    public async Task InitializeAsync()
    {
        _ada = await fixture.World.OrganizationAsync();
        _max = await fixture.World.MemberAsync(_ada, Role.Member);
        _occasion = await _ada.OccasionAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Mine_SharedAndAlone_HasOnesOwnPartOfEach()
    {
        await AddAsync(100, GiftStatus.Purchased, buyer: _ada.MemberId, new(_ada.MemberId), new(_max.MemberId, 33.33m));
        await AddAsync(20, GiftStatus.Selected, buyer: _ada.MemberId);
        await AddAsync(7, GiftStatus.Selected, buyer: _max.MemberId);
        await AddAsync(9, GiftStatus.Selected, buyer: null);

        (await SharesAsync(_ada)).Should().Equal(66.67m, 20);
        (await SharesAsync(_max)).Should().Equal(33.33m, 7);
    }

    [Fact]
    public async Task Mine_WhereOthersPay_LeavesTheBuyerOut()
    {
        await AddAsync(100, GiftStatus.Purchased, buyer: _ada.MemberId, new Giver(_max.MemberId));

        (await SharesAsync(_ada)).Should().BeEmpty();
        (await SharesAsync(_max)).Should().Equal(100);
    }

    [Fact]
    public async Task Mine_MeterOfAnOccasion_IsOfOnesOwnSharesAgainstOnesOwnBudget()
    {
        await _ada.SubBudgets.SetAsync(_occasion.Id, BudgetedEntity.Member, _ada.MemberId, 60, version: null, default);
        await AddAsync(100, GiftStatus.Purchased, buyer: _ada.MemberId, new(_ada.MemberId), new(_max.MemberId));
        await AddAsync(20, GiftStatus.Selected, buyer: _ada.MemberId);

        var meter = (await _ada.Get<PurchasesService>().MineAsync(default)).Occasions.Should().ContainSingle().Subject.Meter;

        (meter.Total, meter.AmountOf(GiftMeter.Purchased), meter.AmountOf(GiftMeter.Planned), meter.Remaining).Should().Be((60, 50, 20, -10));
    }

    [Fact]
    public async Task Mine_OfAnArchivedOccasion_IsLeftOut()
    {
        await AddAsync(20, GiftStatus.Selected, buyer: _ada.MemberId);
        await _ada.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { Archived = true }, null, default);

        (await SharesAsync(_ada)).Should().BeEmpty();
    }

    [Fact]
    public async Task OwnBudget_OfSomebodyElse_IsNotThere()
    {
        await _ada.SubBudgets.SetAsync(_occasion.Id, BudgetedEntity.Member, _ada.MemberId, 60, version: null, default);

        await FluentActions.Awaiting(() => _max.SubBudgets.GetAsync(_occasion.Id, BudgetedEntity.Member, _ada.MemberId, default)).ShouldRefuseAsync<NotFoundException>();
        await FluentActions.Awaiting(() => _max.SubBudgets.SetAsync(_occasion.Id, BudgetedEntity.Member, _ada.MemberId, 1, null, default)).ShouldRefuseAsync<NotFoundException>();
        await FluentActions.Awaiting(() => _max.SubBudgets.DeleteAsync(_occasion.Id, BudgetedEntity.Member, _ada.MemberId, null, default)).ShouldRefuseAsync<NotFoundException>();
        (await _max.Occasions.FiguresAsync(_occasion.Id, default)).SubBudgetTotal.Should().Be(0);
    }

    [Fact]
    public async Task Givers_ThatMakeNoSense_AreRefused()
    {
        var stranger = (await fixture.World.OrganizationAsync("Elsewhere")).MemberId;

        foreach (var givers in (Giver[][])[
            [new(_ada.MemberId), new(_ada.MemberId)], [new(stranger)], [new(_ada.MemberId, 60), new(_max.MemberId, 60)], [new(_ada.MemberId, -1)], [new(_ada.MemberId, 0.001m)]])
        {
            await FluentActions.Awaiting(() => AddAsync(100, GiftStatus.Idea, buyer: null, givers)).ShouldBeInvalidAsync("givers");
        }
    }

    [Fact]
    public async Task Price_BelowTheGiversAmounts_IsRefused()
    {
        var gift = await AddAsync(100, GiftStatus.Idea, null, new Giver(_ada.MemberId, 60));

        await FluentActions.Awaiting(() => _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Price = 59.99m }, null, default)).ShouldBeInvalidAsync("givers");
        (await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Price = 60 }, null, default)).LineTotal.Should().Be(60);
    }

    [Fact]
    public async Task Givers_AreInTheHistory()
    {
        var gift = await AddAsync(100, GiftStatus.Idea, null, new Giver(_ada.MemberId, 60));

        var change = (await _ada.Gifts.HistoryAsync(gift.Id, default)).Single().Changes.Single(c => c.Field == "givers");

        change.After.Should().Be($$"""[{"memberId":"{{_ada.MemberId}}","amount":60}]""");
    }

    private Task<GiftDto> AddAsync(decimal price, GiftStatus status, Guid? buyer, params Giver[] givers)
    {
        fixture.World.Clock.Tick();
        return _ada.Gifts.AddAsync(
            _occasion.Id, new GiftInput { Name = "Gift", Price = price, Status = status, BuyerId = buyer, Givers = givers }, default);
    }

    private static async Task<IEnumerable<decimal>> SharesAsync(TestActor actor) =>
        (await actor.Get<PurchasesService>().MineAsync(default)).Items.Select(i => i.Share);
}
