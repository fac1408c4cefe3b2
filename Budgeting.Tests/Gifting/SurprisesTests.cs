using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

/// <summary>What is planned for a member is kept from them; for what it says to them otherwise, see the generated test.</summary>
public sealed class SurprisesTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private TestActor _ada = null!;
    private TestActor _max = null!;
    private PersonDto _person = null!;
    private OccasionDto _occasion = null!;

    private DateOnly Today => DateOnly.FromDateTime(World.Clock.GetUtcNow().UtcDateTime);

    private TestWorld World => fixture.World;

    public async Task InitializeAsync()
    {
        _ada = await World.OrganizationAsync();
        _max = await World.MemberAsync(_ada, Role.Admin);
        _person = await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = _max.MemberId }, default);
        _occasion = await _ada.OccasionAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Gift_ForAMember_IsThereForTheOthersOnly()
    {
        var gift = await _ada.GiftAsync(_occasion, price: 20, recipient: _person.Id);

        (await _ada.Gifts.GetAsync(gift.Id, default)).LineTotal.Should().Be(20);
        await FluentActions.Awaiting(() => _max.Gifts.GetAsync(gift.Id, default)).ShouldRefuseAsync<NotFoundException>();
        (await _max.Gifts.ListAsync(_occasion.Id, new PageRequest(), default)).Items.Should().BeEmpty();
        (await UsedAsync(_ada), await UsedAsync(_max)).Should().Be((20, 0));
    }

    [Fact]
    public async Task Figures_OfThePersonItIsKeptFrom_SaySo()
    {
        (await _max.Occasions.FiguresAsync(_occasion.Id, default)).KeptFor.Should().Be(_person.Id);
        (await _ada.Occasions.FiguresAsync(_occasion.Id, default)).KeptFor.Should().BeNull();
    }

    [Fact]
    public async Task SubBudget_ForAMember_IsThereForTheOthersOnly()
    {
        await _ada.SubBudgets.SetAsync(_occasion.Id, BudgetedEntity.Person, _person.Id, 50, version: null, default);

        await FluentActions.Awaiting(() => _max.SubBudgets.GetAsync(_occasion.Id, BudgetedEntity.Person, _person.Id, default)).ShouldRefuseAsync<NotFoundException>();
        (await _max.Occasions.FiguresAsync(_occasion.Id, default)).SubBudgetTotal.Should().Be(0);
    }

    [Fact]
    public async Task Reveal_OnItsDay_ShowsEverything()
    {
        var gift = await _ada.GiftAsync(_occasion, recipient: _person.Id);

        await RevealAsync(Today.AddDays(1));
        await FluentActions.Awaiting(() => _max.Gifts.GetAsync(gift.Id, default)).ShouldRefuseAsync<NotFoundException>();

        await RevealAsync(Today);
        (await _max.Gifts.GetAsync(gift.Id, default)).Id.Should().Be(gift.Id);
        (await _max.Gifts.HistoryAsync(gift.Id, default)).Should().HaveCount(1);
    }

    [Fact]
    public async Task Surprises_TurnedOff_ShowEverything()
    {
        var gift = await _ada.GiftAsync(_occasion, recipient: _person.Id);

        await _ada.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { Surprises = false }, version: null, default);

        (await _max.Gifts.GetAsync(gift.Id, default)).Id.Should().Be(gift.Id);
    }

    [Fact]
    public async Task AGiftThatWasForThem_AndOneThatNeverWas_ReadTheSame()
    {
        var drone = await _ada.GiftAsync(_occasion, recipient: _person.Id, name: "Drone");
        World.Clock.Tick();
        var given = await _ada.Gifts.UpdateAsync(drone.Id, drone.ToInput() with { RecipientId = null, Name = "Lamp" }, version: null, default);
        var lamp = await _ada.GiftAsync(_occasion, name: "Lamp");

        (await _max.Gifts.GetAsync(given.Id, default)).Should().Be(lamp with { Id = given.Id });
        (await _max.Gifts.HistoryAsync(given.Id, default)).Should().BeEquivalentTo(await _max.Gifts.HistoryAsync(lamp.Id, default));
        given.Id.CompareTo(drone.Id).Should().BePositive("the list is in the order in which gifts were added, and this one is new to them");
    }

    [Fact]
    public async Task Surprises_ByThoseTheyAreKeptFrom_AreNotTurnedOff()
    {
        var off = () => _max.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { Surprises = false }, version: null, default);
        var today = () => _max.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { RevealOn = Today.AddDays(RevealRules.NoticeDays - 1) }, version: null, default);

        await off.ShouldBeInvalidAsync("surprises");
        await today.ShouldBeInvalidAsync("revealOn");
        (await _ada.Occasions.GetAsync(_occasion.Id, default)).Should().Be(_occasion);
    }

    [Fact]
    public async Task Surprises_ByThoseTheyAreKeptFrom_AreRevealedWithNotice()
    {
        var gift = await _ada.GiftAsync(_occasion, recipient: _person.Id);
        var day = Today.AddDays(RevealRules.NoticeDays);

        var set = await _max.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { RevealOn = day }, version: null, default);

        (await _ada.Gifts.PageAsync(_occasion.Id, new OccasionPageQuery(), default)).Reveal.Should().BeEquivalentTo(new { From = day, By = "Max" });
        (await _ada.Occasions.HistoryAsync(_occasion.Id, default))[0].Should().BeEquivalentTo(new { Version = 2L, By = "Max" });
        await FluentActions.Awaiting(() => _max.Gifts.GetAsync(gift.Id, default)).ShouldRefuseAsync<NotFoundException>();
        await _max.Occasions.UpdateAsync(_occasion.Id, set.ToInput() with { Name = "Feast" }, version: null, default);
    }

    [Fact]
    public async Task Surprises_ByThoseTheyAreKeptFrom_CanBeKeptLonger()
    {
        await RevealAsync(Today.AddDays(2));

        var later = await _max.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { RevealOn = Today.AddDays(3) }, version: null, default);
        await FluentActions.Awaiting(() => _max.Occasions.UpdateAsync(_occasion.Id, later.ToInput() with { RevealOn = Today.AddDays(2) }, version: null, default))
            .ShouldBeInvalidAsync("revealOn");

        (await _max.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput(), version: null, default)).RevealOn.Should().BeNull();
    }

    [Fact]
    public async Task Surprises_AfterTheyWereRevealed_AreAnybodysToTurnOff()
    {
        await RevealAsync(Today);

        (await _max.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { Surprises = false }, version: null, default)).Surprises.Should().BeFalse();
    }

    [Fact]
    public async Task History_OfADeletedSurprise_IsNotThere()
    {
        var gift = await _ada.GiftAsync(_occasion, recipient: _person.Id);
        await _ada.Gifts.DeleteAsync(gift.Id, version: null, default);

        await FluentActions.Awaiting(() => _max.Gifts.HistoryAsync(gift.Id, default)).ShouldRefuseAsync<NotFoundException>();
        (await _ada.Gifts.HistoryAsync(gift.Id, default)).Should().HaveCount(2);
    }

    [Fact]
    public async Task WhatMightTellOfSurprises_IsRefusedWhetherThereAreAnyOrNot()
    {
        await FluentActions.Awaiting(() => _max.GiftAsync(_occasion, recipient: _person.Id)).ShouldBeInvalidAsync("recipientId");
        (await FluentActions.Awaiting(() => _max.SubBudgets.SetAsync(_occasion.Id, BudgetedEntity.Person, _person.Id, 5, null, default))
            .ShouldRefuseAsync<ConflictException>()).Code.Should().Be("sub-budget.surprise");
        (await FluentActions.Awaiting(() => _max.Occasions.DeleteAsync(_occasion.Id, null, default)).ShouldRefuseAsync<ConflictException>()).Code.Should().Be("occasion.surprises");
        (await FluentActions.Awaiting(() => _max.People.DeleteAsync(_person.Id, null, default)).ShouldRefuseAsync<ConflictException>()).Code.Should().Be("person.yourself");
        await FluentActions.Awaiting(() => _max.People.UpdateAsync(_person.Id, new PersonInput { Name = "Max" }, null, default)).ShouldBeInvalidAsync("memberId");
    }

    private async Task<decimal> UsedAsync(TestActor actor) => (await actor.Occasions.FiguresAsync(_occasion.Id, default)).Meter.Used;

    private Task RevealAsync(DateOnly day) =>
        _ada.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { RevealOn = day }, version: null, default);
}
