using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class GuestsServiceTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private static readonly Guid Mia = Guid.NewGuid();

    private TestActor _ada = null!;
    private PersonDto _emma = null!;
    private OccasionDto _occasion = null!;
    private NewGuestLink _link = null!;

    public async Task InitializeAsync()
    {
        _ada = await fixture.World.OrganizationAsync();
        _emma = await _ada.PersonAsync("Emma");
        _occasion = await _ada.OccasionAsync();
        _link = await _ada.GuestLinks.CreateAsync(_occasion.Id, new GuestLinkInput(), default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Page_ShowsGiftsWithoutWhoTakesThem()
    {
        await _ada.GiftAsync(_occasion, price: 20, recipient: _emma.Id);
        var bought = await _ada.GiftAsync(_occasion, price: 5, status: GiftStatus.Purchased, name: "Puzzle");

        var page = await PageAsync();

        page!.Gifts.Should().BeEquivalentTo(
            [new { Name = "Book", Recipient = (string?)"Emma", Price = 20m, IsFree = true, IsMine = false }, new { bought.Name, Recipient = (string?)null, Price = 5m, IsFree = false, IsMine = false }]);
    }

    [Fact]
    public async Task Page_OfALinkForARecipient_LeavesOutTheirs()
    {
        await _ada.GiftAsync(_occasion, recipient: _emma.Id);
        var kept = await _ada.GuestLinks.CreateAsync(_occasion.Id, new GuestLinkInput { KeptForId = _emma.Id }, default);

        (await _ada.Guests.PageAsync(kept.Secret, Mia, default))!.Gifts.Should().BeEmpty();
        (await PageAsync())!.Gifts.Should().ContainSingle();
    }

    [Fact]
    public async Task Page_OfALink_LeavesOutWhatIsKeptFromWhoMadeIt()
    {
        var max = await fixture.World.MemberAsync(_ada, Role.Member);
        var person = await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = max.MemberId }, default);
        var gift = await _ada.GiftAsync(_occasion, recipient: person.Id);
        var link = await max.GuestLinks.CreateAsync(_occasion.Id, new GuestLinkInput(), default);

        (await _ada.Guests.PageAsync(link.Secret, Mia, default))!.Gifts.Should().BeEmpty();
        await FluentActions.Awaiting(() => _ada.Guests.TakeAsync(link.Secret, Mia, gift.Id, "Mia", default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task Take_UnderAName_IsSeenByTheMembers()
    {
        var gift = await _ada.GiftAsync(_occasion, status: GiftStatus.Idea);

        await _ada.Guests.TakeAsync(_link.Secret, Mia, gift.Id, " Aunt Mia ", default);

        (await _ada.Gifts.GetAsync(gift.Id, default)).Should().BeEquivalentTo(new { GuestName = "Aunt Mia", Status = GiftStatus.Selected });
        (await PageAsync())!.Gifts.Single().Should().BeEquivalentTo(new { IsFree = false, IsMine = true });
    }

    [Fact]
    public async Task Take_WhatSomebodyHas_IsRefused()
    {
        var gift = await _ada.GiftAsync(_occasion);
        await _ada.Guests.TakeAsync(_link.Secret, Mia, gift.Id, "Mia", default);

        await FluentActions.Awaiting(() => _ada.Guests.TakeAsync(_link.Secret, Guid.NewGuid(), gift.Id, "Ben", default)).ShouldConflictAsync("gift.taken");
    }

    [Fact]
    public async Task Take_WithoutAName_IsRefused()
    {
        var gift = await _ada.GiftAsync(_occasion);

        await FluentActions.Awaiting(() => _ada.Guests.TakeAsync(_link.Secret, Mia, gift.Id, " ", default)).ShouldBeInvalidAsync("name");
    }

    [Fact]
    public async Task GiveBack_ByWhoTookIt_FreesIt_AndByNobodyElse()
    {
        var gift = await _ada.GiftAsync(_occasion);
        await _ada.Guests.TakeAsync(_link.Secret, Mia, gift.Id, "Mia", default);

        await FluentActions.Awaiting(() => _ada.Guests.GiveBackAsync(_link.Secret, Guid.NewGuid(), gift.Id, default)).ShouldRefuseAsync<NotFoundException>();
        await _ada.Guests.GiveBackAsync(_link.Secret, Mia, gift.Id, default);

        (await PageAsync())!.Gifts.Single().IsFree.Should().BeTrue();
    }

    [Fact]
    public async Task Member_WhoNamesAnotherGuest_TakesItFromTheFirst()
    {
        var gift = await _ada.GiftAsync(_occasion);
        await _ada.Guests.TakeAsync(_link.Secret, Mia, gift.Id, "Mia", default);
        gift = await _ada.Gifts.GetAsync(gift.Id, default);

        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { GuestName = "Ben" }, null, default);

        (await PageAsync())!.Gifts.Single().Should().BeEquivalentTo(new { IsFree = false, IsMine = false });
    }

    [Fact]
    public async Task Link_RevokedOrOfAnArchivedOccasion_IsClosed()
    {
        var gift = await _ada.GiftAsync(_occasion);
        var other = await _ada.GuestLinks.CreateAsync(_occasion.Id, new GuestLinkInput(), default);
        await _ada.GuestLinks.RevokeAsync(_link.Link.Id, default);
        (await PageAsync()).Should().BeNull();
        await FluentActions.Awaiting(() => _ada.Guests.TakeAsync(_link.Secret, Mia, gift.Id, "Mia", default)).ShouldConflictAsync("guest-link.closed");

        await _ada.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { Archived = true }, null, default);
        (await _ada.Guests.PageAsync(other.Secret, Mia, default)).Should().BeNull();
    }

    [Fact]
    public async Task Gift_OfAnotherOccasion_IsNotThere()
    {
        var gift = await _ada.GiftAsync(await _ada.OccasionAsync(name: "Easter"));

        await FluentActions.Awaiting(() => _ada.Guests.TakeAsync(_link.Secret, Mia, gift.Id, "Mia", default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("bdg_nonsense")]
    public async Task Page_OfNoLink_IsNone(string secret) => (await _ada.Guests.PageAsync(secret, Mia, default)).Should().BeNull();

    private Task<GuestPage?> PageAsync() => _ada.Guests.PageAsync(_link.Secret, Mia, default);
}
