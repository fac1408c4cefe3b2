using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;

namespace Budgeting.Tests.Components;

public sealed class PeopleTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _admin = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _admin = await _world.OrganizationAsync();
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task Nobody_OffersToAddSomebody()
    {
        await using var context = new ComponentContext(_admin);

        var page = context.Open<People>();

        page.Sees("Nobody here yet");
        page.Buttons.Should().Contain("Add person");
    }

    [Fact]
    public async Task Viewer_SeesPeopleAndNothingToChangeThem()
    {
        await _admin.PersonAsync("Grandma");
        await using var context = new ComponentContext(await _world.MemberAsync(_admin, Role.Viewer));

        var page = context.Open<People>();

        page.Sees("Grandma");
        page.Buttons.Should().NotContain(name => name == "Add person" || name.StartsWith("More for", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Add_AppearsInTheList()
    {
        await using var context = new ComponentContext(_admin);
        var page = context.Open<People>();

        page.Press("Add person");
        page.Type("Name", "Grandpa");
        page.Type("Birthday", "1950-11-24");
        page.Submit();

        page.Sees("24 November 1950, turning 76");
        page.Sees("Birthday in 3 days");
        (await _admin.People.ListAsync(CancellationToken.None)).Should().ContainSingle(p => p.Name == "Grandpa");
    }

    [Fact]
    public async Task Add_WithoutName_SaysSoBesideTheField()
    {
        await using var context = new ComponentContext(_admin);
        var page = context.Open<People>();

        page.Press("Add person");
        page.Submit();

        page.Field("Name").Error().Should().Be("Enter a name.");
    }

    [Fact]
    public async Task Edit_ChangedMeanwhile_SaysByWhomAndOverwritesNothing()
    {
        var person = await _admin.PersonAsync("Grandma");
        var max = await _world.MemberAsync(_admin, Role.Member, "Max");
        await using var context = new ComponentContext(_admin);
        var page = context.Open<People>();
        page.Press("Edit");
        page.Type("Name", "Granny");
        await max.People.UpdateAsync(person.Id, new PersonInput { Name = "Nana" }, person.Version, CancellationToken.None);

        page.Submit();

        page.Sees("This person was changed by Max meanwhile.");
        (await _admin.People.GetAsync(person.Id, CancellationToken.None)).Name.Should().Be("Nana");
    }

    [Fact]
    public async Task Edit_OffersMembersWhoAreNobodyElseHere()
    {
        var max = await _world.MemberAsync(_admin, Role.Member, "Max");
        await _admin.People.AddAsync(new PersonInput { Name = "Maximilian", MemberId = max.MemberId }, CancellationToken.None);
        await using var context = new ComponentContext(_admin);
        var page = context.Open<People>();
        page.Sees("Maximilian");

        page.Press("Add person");

        page.OptionsOf("Linked member").Should().Equal("Nobody", "Ada");
    }

    [Fact]
    public async Task Delete_OfSomebodyWithGifts_IsRefusedInWordsWithoutAsking()
    {
        var person = await _admin.PersonAsync("Grandma");
        await _admin.GiftAsync(await _admin.OccasionAsync(), recipient: person.Id);
        await using var context = new ComponentContext(_admin);
        var page = context.Open<People>();

        page.Press("Delete");

        page.Sees("Grandma has gifts, wishes or a sub-budget.");
        page.Text.Should().NotContain("Delete Grandma?");
        (await _admin.People.ListAsync(CancellationToken.None)).Should().ContainSingle();
    }

    [Fact]
    public async Task Delete_Confirmed_TakesThePersonOff()
    {
        await _admin.PersonAsync("Grandma");
        await using var context = new ComponentContext(_admin);
        var page = context.Open<People>();

        page.Press("Delete");
        page.Answer("Delete");

        page.Sees("Nobody here yet");
    }

    [Fact]
    public async Task SomebodyElseAdds_AppearsByItself()
    {
        var max = await _world.MemberAsync(_admin, Role.Member, "Max");
        await using var context = new ComponentContext(_admin);
        var page = context.Open<People>();
        page.Sees("Nobody here yet");

        await max.PersonAsync("Aunt Olga");

        page.Sees("Aunt Olga");
    }
}
