using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class RestoringSecretsTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private TestActor _ada = null!;
    private TestActor _max = null!;
    private PersonDto _person = null!;

    public async Task InitializeAsync()
    {
        _ada = await fixture.World.OrganizationAsync();
        _max = await fixture.World.MemberAsync(_ada, Role.Member);
        _person = await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = _max.MemberId }, default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    // Made with surprises off, switched on at once; then used, emptied and deleted by Ada.
    private async Task<OccasionDto> OnceOpenAsync()
    {
        var open = await _ada.Occasions.AddAsync(new OccasionInput { Name = "Birthday", Date = new DateOnly(2026, 12, 24), Surprises = false }, default);
        return await _ada.Occasions.UpdateAsync(open.Id, open.ToInput() with { Surprises = true }, null, default);
    }

    [Fact]
    public async Task RestoringADeletedOccasion_ToAVersionWithoutSurprises_ShowsNoSubBudgetForThem()
    {
        var occasion = await OnceOpenAsync();
        await _ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, _person.Id, 123, null, default);
        await _ada.Occasions.DeleteAsync(occasion.Id, null, default);

        try
        {
            await _max.Occasions.RestoreAsync(occasion.Id, 1, null, default);
        }
        catch (DomainException)
        {
            return;
        }

        (await _max.SubBudgets.FindAsync(occasion.Id, BudgetedEntity.Person, _person.Id, default)).Should().BeNull("it was kept from Max");
    }

    [Fact]
    public async Task RestoringADeletedOccasion_ToAVersionWithoutSurprises_ShowsNoDeletedGiftForThem()
    {
        var occasion = await OnceOpenAsync();
        var gift = await _ada.GiftAsync(occasion, recipient: _person.Id, name: "Bike");
        await _ada.Gifts.DeleteAsync(gift.Id, null, default);
        await _ada.Occasions.DeleteAsync(occasion.Id, null, default);

        try
        {
            await _max.Occasions.RestoreAsync(occasion.Id, 1, null, default);
        }
        catch (DomainException)
        {
            return;
        }

        (await _max.Gifts.ListDeletedAsync(occasion.Id, default)).Should().BeEmpty("it was kept from Max");
    }

    [Fact]
    public async Task RestoringADeletedOccasion_ToAnEarlierRevealDay_ShowsNothing()
    {
        var occasion = await _ada.Occasions.AddAsync(
            new OccasionInput { Name = "Birthday", Date = new DateOnly(2026, 12, 24), Surprises = true, RevealOn = new DateOnly(2020, 1, 1) }, default);
        await _ada.Occasions.UpdateAsync(occasion.Id, occasion.ToInput() with { RevealOn = null }, null, default);
        await _ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, _person.Id, 123, null, default);
        await _ada.Occasions.DeleteAsync(occasion.Id, null, default);

        try
        {
            await _max.Occasions.RestoreAsync(occasion.Id, 1, null, default);
        }
        catch (DomainException)
        {
            return;
        }

        (await _max.SubBudgets.FindAsync(occasion.Id, BudgetedEntity.Person, _person.Id, default)).Should().BeNull("it was kept from Max");
    }

    [Fact]
    public async Task RestoringADeletedPerson_ToAVersionUnlinked_IsRefusedForWhoeverItWasLinkedTo()
    {
        var (other, person) = await LinkedLaterAsync();
        await _ada.People.DeleteAsync(person.Id, null, default);

        await FluentActions.Awaiting(() => other.People.RestoreAsync(person.Id, 1, null, default)).Should().ThrowAsync<DomainException>("nobody unlinks themselves");
    }

    private async Task<(TestActor Other, PersonDto Person)> LinkedLaterAsync()
    {
        var plain = await _ada.PersonAsync("Maxi");
        var other = await fixture.World.MemberAsync(_ada, Role.Member);
        return (other, await _ada.People.UpdateAsync(plain.Id, plain.ToInput() with { MemberId = other.MemberId }, null, default));
    }

    [Fact]
    public async Task RestoringADeletedGift_ThatComesBackAsAnotherOne_TakesItOffTheDeletedAndIsRefusedTwice()
    {
        var occasion = await _ada.OccasionAsync();
        var bob = await fixture.World.MemberAsync(_ada, Role.Member);
        var person = await _ada.PersonAsync("Bob");
        var gift = await _ada.GiftAsync(occasion, recipient: person.Id, name: "Lamp");
        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { RecipientId = null }, null, default);
        await _ada.Gifts.DeleteAsync(gift.Id, null, default);
        await _ada.People.UpdateAsync(person.Id, person.ToInput() with { MemberId = bob.MemberId }, null, default);

        await _ada.Gifts.RestoreAsync(gift.Id, 1, 3, default);
        (await _ada.Gifts.ListDeletedAsync(occasion.Id, default)).Should().BeEmpty("it was restored");
        await FluentActions.Awaiting(() => _ada.Gifts.RestoreAsync(gift.Id, 1, 3, default)).Should().ThrowAsync<DomainException>();
    }

    [Fact]
    public async Task DeletingAGift_ThatWentOnAsAnotherOne_ListsOneDeleted()
    {
        var occasion = await _ada.OccasionAsync();
        var gift = await _ada.GiftAsync(occasion, name: "Lamp");
        var next = await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { RecipientId = _person.Id }, null, default);
        next.Id.Should().NotBe(gift.Id);
        await _ada.Gifts.DeleteAsync(next.Id, null, default);

        (await _ada.Gifts.ListDeletedAsync(occasion.Id, default)).Should().ContainSingle("there was one gift").Which.Id.Should().Be(next.Id);
    }

    [Fact]
    public async Task UndoOfADeletedOccasion_LinksNextYearsToItAgain()
    {
        var occasion = await _ada.OccasionAsync();
        var next = await _ada.Occasions.StartNextAsync(occasion.Id, new NextOccasionInput(), default);
        var write = await WrittenAsync(() => _ada.Occasions.DeleteAsync(occasion.Id, null, default));
        await _ada.Undo.UndoAsync(write, default);

        (await _ada.Occasions.GetAsync(next.Id, default)).PreviousId.Should().Be(occasion.Id);
        await FluentActions.Awaiting(() => _ada.Occasions.StartNextAsync(occasion.Id, new NextOccasionInput(), default)).ShouldConflictAsync("occasion.continued");
    }

    [Fact]
    public async Task ARestoredOccasion_TellsWhoSetTheRevealDay_NotWhoRestoredIt()
    {
        var occasion = await _ada.Occasions.AddAsync(
            new OccasionInput { Name = "Birthday", Date = new DateOnly(2026, 12, 24), Surprises = true, RevealOn = new DateOnly(2026, 12, 25) }, default);
        await _ada.Occasions.DeleteAsync(occasion.Id, null, default);
        await _max.Occasions.RestoreAsync(occasion.Id, 1, null, default);

        (await _ada.Gifts.PageAsync(occasion.Id, new OccasionPageQuery { Take = 10 }, default)).Reveal!.By.Should().Be("Ada", "Max only brought it back");
    }

    [Fact]
    public async Task AGiftThatWentOnTwice_IsNotListedAsDeletedToWhoGaveItFirst()
    {
        var bob = await fixture.World.MemberAsync(_ada, Role.Member);
        var forBob = await _ada.People.AddAsync(new PersonInput { Name = "Bob", MemberId = bob.MemberId }, default);
        var occasion = await _ada.OccasionAsync();
        var gift = await _ada.GiftAsync(occasion, name: "Lamp");
        var second = await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { RecipientId = forBob.Id }, null, default);
        await _ada.Gifts.UpdateAsync(second.Id, second.ToInput() with { RecipientId = _person.Id }, null, default);

        (await _ada.Gifts.ListDeletedAsync(occasion.Id, default)).Should().BeEmpty("the gift is there");
    }

    [Fact]
    public async Task OnesOwnDeletedWish_IsListed_HoweverManyOthersDeleted()
    {
        var occasion = await _ada.OccasionAsync();
        var mine = await _max.Wishes.AddAsync(occasion.Id, new WishInput { Name = "Skates" }, default);
        await _max.Wishes.DeleteAsync(mine.Id, null, default);
        var self = await _ada.People.AddAsync(new PersonInput { Name = "Ada", MemberId = _ada.MemberId }, default);
        for (var i = 0; i < 200; i++)
        {
            var wish = await _ada.Wishes.AddAsync(occasion.Id, new WishInput { Name = "x" }, default);
            await _ada.Wishes.DeleteAsync(wish.Id, null, default);
        }

        (await _max.Wishes.ListDeletedAsync(occasion.Id, default)).Should().ContainSingle();
    }

    [Fact]
    public async Task UndoOfLinkingOneself_IsRefused()
    {
        var bob = await fixture.World.MemberAsync(_ada, Role.Member);
        var person = await _ada.PersonAsync("Bob");
        var write = await WrittenAsync(() => bob.People.UpdateAsync(person.Id, person.ToInput() with { MemberId = bob.MemberId }, null, default));
        await FluentActions.Awaiting(() => bob.Undo.UndoAsync(write, default)).Should().ThrowAsync<DomainException>();
        await FluentActions.Awaiting(() => bob.People.RestoreAsync(person.Id, 1, null, default)).Should().ThrowAsync<DomainException>();
    }

    [Fact]
    public async Task AGiftOfAWish_DeletedOccasionUndone_KeepsWish()
    {
        var occasion = await _ada.OccasionAsync();
        var other = await _ada.OccasionAsync(name: "Other");
        var wish = await _max.Wishes.AddAsync(occasion.Id, new WishInput { Name = "Skates" }, default);
        var gift = (await _ada.Gifts.ListAsync(occasion.Id, PageRequest.Of(null, null), default)).Items.Single();
        await _ada.Gifts.TransferAsync(gift.Id, other.Id, null, default);
        var write = await WrittenAsync(() => _ada.Occasions.DeleteAsync(occasion.Id, null, default));
        await _ada.Undo.UndoAsync(write, default);
        (await _max.Wishes.GetAsync(wish.Id, default)).Name.Should().Be("Skates");
        (await _max.Wishes.RestoreAsync(wish.Id, 1, null, default)).Record.Name.Should().Be("Skates");
        await _max.Wishes.DeleteAsync(wish.Id, null, default);
        (await _max.Wishes.ListDeletedAsync(occasion.Id, default)).Should().ContainSingle();
        await _max.Wishes.RestoreAsync(wish.Id, 1, null, default);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhosePersonSomebodyElseDeletes_StillSeesNothingThatWasKeptFromThem(bool isLinkedAgain)
    {
        var occasion = await _ada.OccasionAsync();
        var gift = await _ada.GiftAsync(occasion, recipient: _person.Id, name: "Bike");
        var budget = await _ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, _person.Id, 123, null, default);
        await _ada.Gifts.DeleteAsync(gift.Id, null, default);
        await _ada.SubBudgets.DeleteAsync(occasion.Id, BudgetedEntity.Person, _person.Id, null, default);
        await _ada.People.DeleteAsync(_person.Id, null, default);
        if (isLinkedAgain)
        {
            await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = _max.MemberId }, default);
        }

        (await _ada.Gifts.ListDeletedAsync(occasion.Id, default)).Should().ContainSingle("whoever deleted it may know");
        (await _max.Gifts.ListDeletedAsync(occasion.Id, default)).Should().BeEmpty("it was kept from Max");
        await FluentActions.Awaiting(() => _max.Gifts.HistoryAsync(gift.Id, default)).Should().ThrowAsync<NotFoundException>();
        await FluentActions.Awaiting(() => _max.Gifts.RestoreAsync(gift.Id, 1, null, default)).Should().ThrowAsync<NotFoundException>();
    }

    private static async Task<Guid> WrittenAsync(Func<Task> act)
    {
        using var capture = WriteCapture.Open();
        await act();
        return capture.WriteId!.Value;
    }
}
