using Budgeting.Core.Execution;
using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Commands;

public sealed class DemoCommandTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    [Fact]
    public void Demo_InAnEmptyFolder_MakesAFamilyAndSaysHowToSignIn()
    {
        var run = demo.Run;

        run.ExitCode.Should().Be(0);
        run.Out.Should().Contain("password").And.Contain("alex@example.org (admin)").And.Contain("Added 5 sample occasions and 3 periods of shared costs")
            .And.Contain("kim@example.org (admin)").And.Contain("Added 3 years of budgets to “Demo office”.");
        run.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Demo_ASecondTime_AddsNothing()
    {
        var before = await CountsAsync();

        var run = await DemoAsync(demo.Folder);

        run.Should().Be(new CommandRun(
            0, $"“Demo family” has the sample data already.{Environment.NewLine}“Demo office” has the sample data already.{Environment.NewLine}", ""));
        (await CountsAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Demo_LinksItsMembersToTheSamplePeople()
    {
        var people = await AsSystemAsync(services => services.GetRequiredService<PeopleService>().ListAsync(CancellationToken.None));

        people.Where(p => p.MemberId is not null).Select(p => p.Name).Should().BeEquivalentTo("Alex", "Sam", "Grandma Rose");
    }

    [Fact]
    public async Task Demo_LinksItsMembersToTheSampleOwners()
    {
        var owners = await AsSystemAsync(services => services.GetRequiredService<OwnersService>().ListAsync(CancellationToken.None));

        owners.Where(o => o.MemberId is not null).Select(o => o.Name).Should().BeEquivalentTo("Alex", "Sam");
    }

    [Fact]
    public async Task Demo_MakesAnOffice_WithAYearThatIsClosed_OneThatIsSpent_AndADraft_WhichAllHold()
    {
        var proposals = await AsSystemAsync(services => services.GetRequiredService<ProposalsService>().ListAsync(CancellationToken.None), "Demo office");

        proposals.Select(p => p.Status).Should().Equal(ProposalStatus.Draft, ProposalStatus.Approved, ProposalStatus.Closed);
        proposals.Should().OnlyContain(p => !p.DutiesCombined);
        var verified = await CommandRun.OfAsync("verify", "--data", demo.Folder.Path);
        verified.Out.Should().Contain("Demo family: everything holds; ").And.Contain("Demo office: everything holds; ");
    }

    [Fact]
    public async Task Demo_GivesItsAdminPurchases()
    {
        await using var world = await TestWorld.CreateAsync(demo.Folder);
        await using var scope = world.Services.CreateAsyncScope();
        var setup = scope.ServiceProvider.GetRequiredService<SetupService>();
        var alex = (await setup.MembershipsAsync("alex@example.org", CancellationToken.None)).Single();
        var alexs = world.ActAs(new MemberIdentity(alex.OrganizationId, alex.MemberId, TokenId: null, Ceiling: null)).Get<PurchasesService>();

        (await alexs.MineAsync(CancellationToken.None)).Occasions.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Demo_WithAnOrganizationsName_FillsThatOne()
    {
        using var folder = await FamilyAsync();

        var run = await DemoAsync(folder, "--organization", "Family");

        run.Out.Should().Be($"Added 5 sample occasions and 3 periods of shared costs to “Family”.{Environment.NewLine}");
    }

    [Fact]
    public async Task Demo_WhereThereAreOrganizations_AsksWhich()
    {
        using var folder = await FamilyAsync();

        var run = await DemoAsync(folder);

        run.Should().Be(
            new CommandRun(1, "", $"There are organizations already: say which to fill with --organization NAME.{Environment.NewLine}"));
    }

    [Fact]
    public async Task Demo_OfAnUnknownOrganization_IsRefused()
    {
        var run = await DemoAsync(demo.Folder, "--organization", "Nowhere");

        run.ExitCode.Should().Be(1);
        run.ErrorLines.Should().Equal("There is no organization named “Nowhere”.");
    }

    private static Task<CommandRun> DemoAsync(TestFolder folder, params string[] more) => CommandRun.OfAsync(["demo", "--data", folder.Path, .. more]);

    private static async Task<TestFolder> FamilyAsync()
    {
        var folder = TestFolder.WithDatabase();
        await using var world = await TestWorld.CreateAsync(folder);
        await world.OrganizationAsync("Family");
        return folder;
    }

    private Task<(int People, int Occasions, int Members)> CountsAsync() => AsSystemAsync(async services => (
        (await services.GetRequiredService<PeopleService>().ListAsync(CancellationToken.None)).Count,
        (await services.GetRequiredService<OccasionsService>().NextAsync(DateOnly.MinValue, 100, CancellationToken.None)).Sum(o => 1 + o.GiftCount),
        (await services.GetRequiredService<OrganizationsService>().MembersAsync(CancellationToken.None)).Count));

    private async Task<T> AsSystemAsync<T>(Func<IServiceProvider, Task<T>> ask, string name = "Demo family")
    {
        await using var world = await TestWorld.CreateAsync(demo.Folder);
        await using var scope = world.Services.CreateAsyncScope();
        var organization = (await scope.ServiceProvider.GetRequiredService<SetupService>().OrganizationsAsync(name, CancellationToken.None)).Single();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsSystem(organization.Id);
        return await ask(scope.ServiceProvider);
    }
}
