using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class PeopleServiceTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private TestWorld World => fixture.World;

    [Fact]
    public async Task AddAsync_Person_CanBeReadBack()
    {
        var ada = await World.OrganizationAsync();
        var input = new PersonInput { Name = " Grandma ", Birthday = new DateOnly(1950, 2, 28), MemberId = ada.MemberId, Notes = " " };

        var added = await ada.People.AddAsync(input, default);

        added.Should().Be(new PersonDto(added.Id, "Grandma", new DateOnly(1950, 2, 28), ada.MemberId, Notes: null, Version: 1));
        (await ada.People.GetAsync(added.Id, default)).Should().Be(added);
    }

    [Fact]
    public async Task AddAsync_Wrong_NamesEveryField()
    {
        var ada = await World.OrganizationAsync();
        var input = new PersonInput { Name = new string('x', 101), Notes = new string('x', 2001), MemberId = Guid.NewGuid() };

        await FluentActions.Awaiting(() => ada.People.AddAsync(input, default)).ShouldBeInvalidAsync("name", "notes", "memberId");
        await FluentActions.Awaiting(() => ada.People.AddAsync(new PersonInput(), default)).ShouldBeInvalidAsync("name");
    }

    [Fact]
    public async Task AddAsync_MemberOfAnotherOrganization_IsRefused()
    {
        var (ada, other) = (await World.OrganizationAsync(), await World.OrganizationAsync());

        await FluentActions.Awaiting(() => ada.People.AddAsync(Linked(other.MemberId), default)).ShouldBeInvalidAsync("memberId");
    }

    [Fact]
    public async Task AddAsync_MemberWhoIsAnotherPerson_IsRefused()
    {
        var ada = await World.OrganizationAsync();
        var person = await ada.People.AddAsync(Linked(ada.MemberId), default);

        await FluentActions.Awaiting(() => ada.People.AddAsync(Linked(ada.MemberId), default)).ShouldBeInvalidAsync("memberId");
        (await ada.People.UpdateAsync(person.Id, Linked(ada.MemberId), person.Version, default)).MemberId.Should().Be(ada.MemberId);
    }

    [Fact]
    public async Task ListAsync_People_AreByNameOrPagedAsAdded()
    {
        var ada = await World.OrganizationAsync();
        foreach (var name in new[] { "Zoe", "Anna", "Max" })
        {
            World.Clock.Tick();
            await ada.PersonAsync(name);
        }

        (await ada.People.ListAsync(default)).Select(p => p.Name).Should().Equal("Anna", "Max", "Zoe");
        var first = await ada.People.ListAsync(PageRequest.Of(limit: 2, cursor: null), default);
        first.Items.Select(p => p.Name).Should().Equal("Zoe", "Anna");
        (await ada.People.ListAsync(PageRequest.Of(limit: 2, first.NextCursor), default)).Items.Select(p => p.Name).Should().Equal("Max");
    }

    [Fact]
    public async Task UpdateAsync_LeftOut_IsEmptied()
    {
        var ada = await World.OrganizationAsync();
        var person = await ada.People.AddAsync(new PersonInput { Name = "Max", Notes = "likes tea", Birthday = new DateOnly(2000, 1, 1) }, default);

        var updated = await ada.People.UpdateAsync(person.Id, new PersonInput { Name = "Maxim" }, person.Version, default);

        updated.Should().Be(new PersonDto(person.Id, "Maxim", Birthday: null, MemberId: null, Notes: null, person.Version + 1));
    }

    [Fact]
    public async Task UpdateAsync_SameAgain_IsNoNewVersion()
    {
        var ada = await World.OrganizationAsync();
        var person = await ada.PersonAsync("Max");

        (await ada.People.UpdateAsync(person.Id, new PersonInput { Name = "Max" }, person.Version, default)).Should().Be(person);
    }

    [Fact]
    public async Task UpdateAsync_StaleVersion_SaysWhoAndOverwritesNothing()
    {
        var ada = await World.OrganizationAsync();
        var max = await World.MemberAsync(ada, Role.Member, "Max");
        var person = await ada.PersonAsync();
        await max.People.UpdateAsync(person.Id, new PersonInput { Name = "Granny" }, person.Version, default);

        var error = await FluentActions.Awaiting(() => ada.People.UpdateAsync(person.Id, new PersonInput { Name = "Nana" }, person.Version, default))
            .ShouldRefuseAsync<StaleException>();

        error.Message.Should().Contain("changed by Max");
        (await ada.People.GetAsync(person.Id, default)).Name.Should().Be("Granny");
        await FluentActions.Awaiting(() => ada.People.DeleteAsync(person.Id, person.Version, default)).ShouldRefuseAsync<StaleException>();
    }

    [Fact]
    public async Task DeleteAsync_Unused_IsGone()
    {
        var ada = await World.OrganizationAsync();
        var person = await ada.PersonAsync();

        await ada.People.DeleteAsync(person.Id, person.Version, default);

        await FluentActions.Awaiting(() => ada.People.GetAsync(person.Id, default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task DeleteAsync_WithGiftOrSubBudget_IsRefused()
    {
        var ada = await World.OrganizationAsync();
        var (occasion, grandma, max) = (await ada.OccasionAsync(), await ada.PersonAsync(), await ada.PersonAsync("Max"));
        await ada.GiftAsync(occasion, recipient: grandma.Id);
        await ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, max.Id, amount: 10, version: null, default);

        await FluentActions.Awaiting(() => ada.People.DeleteAsync(grandma.Id, version: null, default)).ShouldConflictAsync("person.in-use");
        await FluentActions.Awaiting(() => ada.People.DeleteAsync(max.Id, version: null, default)).ShouldConflictAsync("person.in-use");
    }

    private static PersonInput Linked(Guid memberId) => new() { Name = "Ada", MemberId = memberId };
}
