using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Storage;

/// <summary>What live pages read is read once for all who may see the same, and for nobody else.</summary>
public sealed class SharedReadsTests : IAsyncLifetime
{
    private readonly QueryLog _queries = new();
    private TestWorld _world = null!;
    private TestActor _ada = null!;
    private OccasionDto _occasion = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync(queries: _queries);
        _ada = await _world.OrganizationAsync();
        _occasion = await _ada.OccasionAsync();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Members_WithTheSameRights_CostTheQueriesOfOne()
    {
        var max = await _world.MemberAsync(_ada, Role.Viewer);
        await _ada.GiftAsync(_occasion);
        var ofOne = await CountAsync(() => PageAsync(_ada));
        await _ada.GiftAsync(_occasion);

        var ofMany = await CountAsync(() => Task.WhenAll(Enumerable.Range(0, 50).Select(i => PageAsync(i % 2 == 0 ? _ada : max))));

        ofMany.Should().Be(ofOne).And.BePositive();
        (await PageAsync(max)).Should().BeSameAs(await PageAsync(_ada));
    }

    [Fact]
    public async Task Member_WhoMayHaveSurprises_ReadsAlone()
    {
        var max = await LinkedMemberAsync("Max");
        await _ada.GiftAsync(_occasion, price: 30, recipient: max.PersonId, name: "Drone");

        var (theirs, hers) = (await PageAsync(max.Actor), await PageAsync(_ada));

        GiftsOf(theirs).Should().BeEmpty();
        theirs.Figures.KeptFor.Should().Be(max.PersonId);
        GiftsOf(hers).Should().Equal("Drone");
        (await PageAsync(max.Actor)).Should().BeSameAs(theirs);
    }

    [Fact]
    public async Task TwoMembers_WhoMayHaveSurprises_SeeEachOthers()
    {
        var (max, eve) = (await LinkedMemberAsync("Max"), await LinkedMemberAsync("Eve"));
        await _ada.GiftAsync(_occasion, recipient: max.PersonId, name: "For Max");
        await _ada.GiftAsync(_occasion, recipient: eve.PersonId, name: "For Eve");

        GiftsOf(await PageAsync(max.Actor)).Should().Equal("For Eve");
        GiftsOf(await PageAsync(eve.Actor)).Should().Equal("For Max");
    }

    [Fact]
    public async Task MemberLinkedSince_ReadsAloneFromThenOn()
    {
        var max = await _world.MemberAsync(_ada, Role.Member);
        var person = await _ada.PersonAsync("Max");
        await _ada.GiftAsync(_occasion, recipient: person.Id, name: "Drone");
        GiftsOf(await PageAsync(max)).Should().Equal("Drone");

        await LinkAsync(person.Id, max.MemberId);

        GiftsOf(await PageAsync(max)).Should().BeEmpty();
    }

    [Fact]
    public async Task OnTheDayOfTheReveal_TheySeeAll()
    {
        var max = await LinkedMemberAsync("Max");
        var revealed = _occasion.ToInput() with { RevealOn = DateOnly.FromDateTime(_world.Clock.GetUtcNow().UtcDateTime).AddDays(1) };
        await _ada.Occasions.UpdateAsync(_occasion.Id, revealed, version: null, default);
        await _ada.GiftAsync(_occasion, recipient: max.PersonId, name: "Drone");
        GiftsOf(await PageAsync(max.Actor)).Should().BeEmpty();

        _world.Clock.Advance(TimeSpan.FromDays(1));

        GiftsOf(await PageAsync(max.Actor)).Should().Equal("Drone");
    }

    [Fact]
    public async Task MemberWhoWasRemoved_IsRefusedWhatOthersJustRead()
    {
        var max = await _world.MemberAsync(_ada, Role.Member);
        await _ada.Organizations.UpdateMemberAsync(max.MemberId, new MemberInput { Name = "Max", Active = false }, version: null, default);
        await PageAsync(_ada);

        await FluentActions.Awaiting(() => PageAsync(max)).ShouldRefuseAsync<UnauthenticatedException>();
    }

    [Fact]
    public async Task AnotherOrganization_IsRefusedWhatOthersJustRead()
    {
        var bob = await _world.OrganizationAsync("Elsewhere");
        await PageAsync(_ada);

        await FluentActions.Awaiting(() => PageAsync(bob)).ShouldRefuseAsync<NotFoundException>();
        (await bob.Occasions.OverviewAsync(default, archived: false, default)).Should().BeEmpty();
        (await _ada.Occasions.OverviewAsync(default, archived: false, default)).Should().ContainSingle();
    }

    [Fact]
    public async Task ReadersOfOtherLanguages_GetNamesInTheirOrder()
    {
        await _world.MemberAsync(_ada, Role.Member, "Ärla");
        await _world.MemberAsync(_ada, Role.Member, "Zoe");

        (await NamesInAsync("de-DE")).Should().Equal("Ada", "Ärla", "Zoe");
        (await NamesInAsync("sv-SE")).Should().Equal("Ada", "Zoe", "Ärla");
    }

    [Fact]
    public async Task AReadThatDependsOnWhoAsks_IsRefused()
    {
        var mine = _ada.OrganizationId;
        var units = _ada.Get<UnitOfWorkFactory>();

        await units.Awaiting(u => u.ReadSharedAsync((_, _, _, _) => Task.FromResult(mine), "anything", default)).Should().ThrowAsync<ArgumentException>();
    }

    private Task<OccasionPage> PageAsync(TestActor actor) => actor.Gifts.PageAsync(_occasion.Id, new OccasionPageQuery(), default);

    private async Task<int> CountAsync(Func<Task> act)
    {
        _queries.Clear();
        await act();
        return _queries.Commands.Count;
    }

    private async Task<IEnumerable<string>> NamesInAsync(string language)
    {
        System.Globalization.CultureInfo.CurrentCulture = new(language);
        return (await PageAsync(_ada)).Members.Select(m => m.Name);
    }

    private async Task<(TestActor Actor, Guid PersonId)> LinkedMemberAsync(string name)
    {
        var member = await _world.MemberAsync(_ada, Role.Member, name);
        var person = await _ada.PersonAsync(name);
        await LinkAsync(person.Id, member.MemberId);
        return (member, person.Id);
    }

    private Task LinkAsync(Guid personId, Guid? memberId) =>
        _ada.People.UpdateAsync(personId, new PersonInput { Name = "Max", MemberId = memberId }, version: null, default);

    private static IEnumerable<string> GiftsOf(OccasionPage page) => page.Board!.Columns.SelectMany(c => c.Gifts).Select(g => g.Name);
}
