using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class WishesServiceTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private TestActor _ada = null!;
    private TestActor _max = null!;
    private PersonDto _person = null!;
    private OccasionDto _occasion = null!;

    public async Task InitializeAsync()
    {
        _ada = await fixture.World.OrganizationAsync();
        _max = await fixture.World.MemberAsync(_ada, Role.Member);
        _person = await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = _max.MemberId }, default);
        _occasion = await _ada.OccasionAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Add_PutsAnIdeaOnTheOthersList()
    {
        var wish = await WishAsync("Skates");

        (await _max.Wishes.ListAsync(_occasion.Id, PageRequest.First, default)).Items.Should().Equal(wish);
        var gift = await GiftAsync();
        gift.Should().BeEquivalentTo(new { Name = "Skates", Url = "https://example.org/skates", Status = GiftStatus.Idea, RecipientId = _person.Id, Wished = true });
        (await _max.Gifts.ListAsync(_occasion.Id, new PageRequest(), default)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Wish_WhateverBecomesOfItsGift_StaysAsItWas()
    {
        var wish = await WishAsync("Skates");
        var gift = await GiftAsync();

        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Name = "Skates, black", Price = 80, Status = GiftStatus.Purchased, BuyerId = _ada.MemberId }, null, default);
        (await _max.Wishes.GetAsync(wish.Id, default)).Should().Be(wish);
        await _ada.Gifts.DeleteAsync(gift.Id, null, default);
        (await _max.Wishes.GetAsync(wish.Id, default)).Should().Be(wish);
    }

    [Fact]
    public async Task Update_ChangesOfTheGiftWhatNobodyElseDid()
    {
        var wish = await WishAsync("Skates");
        var gift = await GiftAsync();
        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Name = "Skates, black" }, null, default);

        await _max.Wishes.UpdateAsync(wish.Id, new WishInput { Name = "Roller skates", Notes = "Size 42" }, wish.Version, default);

        (await GiftAsync()).Should().BeEquivalentTo(new { Name = "Skates, black", Url = (string?)null, Notes = "Size 42" });
    }

    [Fact]
    public async Task Delete_BeforeAnybodyTookIt_TakesTheIdeaAway()
    {
        var wish = await WishAsync("Skates");

        await _max.Wishes.DeleteAsync(wish.Id, wish.Version, default);

        (await GiftsAsync()).Should().BeEmpty();
        (await _max.Wishes.ListAsync(_occasion.Id, PageRequest.First, default)).Items.Should().BeEmpty();
    }

    [Theory]
    [InlineData(GiftStatus.Selected, false)]
    [InlineData(GiftStatus.Idea, true)]
    public async Task Delete_AfterSomebodyTookIt_LeavesItWithAWord(GiftStatus status, bool hasBuyer)
    {
        var wish = await WishAsync("Skates");
        var gift = await GiftAsync();
        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Status = status, BuyerId = hasBuyer ? _ada.MemberId : null }, null, default);

        await _max.Wishes.DeleteAsync(wish.Id, wish.Version, default);

        (await GiftAsync()).Should().BeEquivalentTo(new { Name = "Skates", Wished = false, NoLongerWished = true });
        await FluentActions.Awaiting(() => _max.Wishes.GetAsync(wish.Id, default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task Wish_OfSomebodyElse_IsNotThere()
    {
        var wish = await WishAsync("Skates");
        var eve = await fixture.World.OrganizationAsync("Elsewhere");

        foreach (var other in (TestActor[])[_ada, eve])
        {
            await FluentActions.Awaiting(() => other.Wishes.GetAsync(wish.Id, default)).ShouldRefuseAsync<NotFoundException>();
            await FluentActions.Awaiting(() => other.Wishes.UpdateAsync(wish.Id, new WishInput { Name = "Mine" }, null, default)).ShouldRefuseAsync<NotFoundException>();
            await FluentActions.Awaiting(() => other.Wishes.DeleteAsync(wish.Id, null, default)).ShouldRefuseAsync<NotFoundException>();
        }

        (await _ada.Wishes.ListAsync(_occasion.Id, PageRequest.First, default)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Add_ByAViewer_IsForbidden()
    {
        var viewer = await fixture.World.MemberAsync(_ada, Role.Viewer, "Viewer");

        await FluentActions.Awaiting(() => viewer.Wishes.AddAsync(_occasion.Id, new WishInput { Name = "Skates" }, default)).ShouldRefuseAsync<ForbiddenException>();
    }

    [Fact]
    public Task Add_ByAMemberWhoIsNobody_IsRefused() =>
        FluentActions.Awaiting(() => _ada.Wishes.AddAsync(_occasion.Id, new WishInput { Name = "Skates" }, default)).ShouldConflictAsync("wish.nobody");

    [Fact]
    public Task Add_WithWrongTexts_NamesEachField() =>
        FluentActions.Awaiting(() => _max.Wishes.AddAsync(_occasion.Id, new WishInput { Name = " ", Url = "ftp://x" }, default)).ShouldBeInvalidAsync("name", "url");

    [Fact]
    public async Task Update_OnAnOlderVersion_IsRefused()
    {
        var wish = await WishAsync("Skates");
        await _max.Wishes.UpdateAsync(wish.Id, new WishInput { Name = "Roller skates" }, wish.Version, default);

        await FluentActions.Awaiting(() => _max.Wishes.UpdateAsync(wish.Id, new WishInput { Name = "Late" }, wish.Version, default)).ShouldRefuseAsync<StaleException>();
    }

    [Fact]
    public async Task Occasion_WithWishesAndNoGifts_CanBeDeleted()
    {
        await WishAsync("Skates");
        await _ada.Gifts.DeleteAsync((await GiftAsync()).Id, null, default);

        await _ada.Occasions.DeleteAsync(_occasion.Id, null, default);

        await FluentActions.Awaiting(() => _max.Wishes.ListAsync(_occasion.Id, PageRequest.First, default)).ShouldRefuseAsync<NotFoundException>();
    }

    private Task<WishDto> WishAsync(string name) =>
        _max.Wishes.AddAsync(_occasion.Id, new WishInput { Name = name, Url = "https://example.org/skates" }, default);

    private async Task<GiftDto> GiftAsync() => (await GiftsAsync()).Should().ContainSingle().Subject;

    private async Task<IReadOnlyList<GiftDto>> GiftsAsync() => (await _ada.Gifts.ListAsync(_occasion.Id, new PageRequest(), default)).Items;
}
