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
        var today = DateOnly.FromDateTime(World.Clock.GetUtcNow().UtcDateTime);

        await RevealAsync(today.AddDays(1));
        await FluentActions.Awaiting(() => _max.Gifts.GetAsync(gift.Id, default)).ShouldRefuseAsync<NotFoundException>();

        await RevealAsync(today);
        (await _max.Gifts.GetAsync(gift.Id, default)).Id.Should().Be(gift.Id);
        (await _max.History.ListAsync(gift.Id, default)).Should().HaveCount(1);
    }

    [Fact]
    public async Task Surprises_TurnedOff_ShowEverything()
    {
        var gift = await _ada.GiftAsync(_occasion, recipient: _person.Id);

        await _ada.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { Surprises = false }, version: null, default);

        (await _max.Gifts.GetAsync(gift.Id, default)).Id.Should().Be(gift.Id);
    }

    [Fact]
    public async Task History_OfAGiftThatWasForThem_BeginsWhenItNoLongerIs()
    {
        var gift = await _ada.GiftAsync(_occasion, price: 99, recipient: _person.Id, name: "Drone");
        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { RecipientId = null }, version: null, default);
        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { RecipientId = null, Name = "Lamp" }, version: null, default);

        var seen = await _max.History.ListAsync(gift.Id, default);

        seen.Should().ContainSingle().Which.Changes.Should().Contain(c => c.After == "Lamp");
    }

    [Fact]
    public async Task History_OfADeletedSurprise_IsNotThere()
    {
        var gift = await _ada.GiftAsync(_occasion, recipient: _person.Id);
        await _ada.Gifts.DeleteAsync(gift.Id, version: null, default);

        await FluentActions.Awaiting(() => _max.History.ListAsync(gift.Id, default)).ShouldRefuseAsync<NotFoundException>();
        (await _ada.History.ListAsync(gift.Id, default)).Should().HaveCount(2);
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
