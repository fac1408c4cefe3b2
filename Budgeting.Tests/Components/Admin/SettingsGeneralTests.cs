using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Admin;
using Bunit;

namespace Budgeting.Tests.Components;

public sealed class SettingsGeneralTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _admin = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _admin = await _world.OrganizationAsync("The Lovelaces");
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task Member_ReadsNameAndCurrencyAndChangesNeither()
    {
        await using var context = new ComponentContext(await _world.MemberAsync(_admin, Role.Member));

        var page = context.Open<GeneralSettings>();

        page.Sees("The Lovelaces");
        page.Sees("USD");
        page.Buttons.Should().NotContain("Edit");
    }

    [Fact]
    public async Task Tabs_SayWhichIsShown()
    {
        await using var context = new ComponentContext(_admin);

        var page = context.Open<GeneralSettings>();

        page.ByRole(AriaRole.Navigation).AllByRole(AriaRole.Link).Select(a => a.GetAttribute("href")).Should().Equal("/settings", "/settings/members", "/settings/tokens", "/audit", "/account");
        page.Find("[aria-current=page]").AccessibleName().Should().Be("General");
    }

    [Fact]
    public async Task Admin_RenamesAndChangesTheCurrency()
    {
        await using var context = new ComponentContext(_admin);
        var page = context.Open<GeneralSettings>();

        page.Press("Edit");
        page.Type("Name", "Home");
        page.Choose("Currency", "EUR – Euro");
        page.Type("IBAN", "de89370400440532013000");
        page.Submit();

        page.Sees("EUR – Euro");
        page.Sees("DE89 3704 0044 0532 0130 00");
        (await _admin.Organizations.GetAsync(CancellationToken.None)).Should().Match<OrganizationDto>(o => o.Name == "Home" && o.Currency == "EUR");
    }

    [Fact]
    public async Task Admin_WhoIsAlone_SetsTheFiscalYearAndCombinesDuties()
    {
        await using var context = new ComponentContext(_admin);
        var page = context.Open<GeneralSettings>();
        page.Sees("January to December");

        page.Press("Edit");
        page.Choose("Fiscal year starts in", "October");
        page.Field("Separate duties").Change(value: false);
        page.Type("Why duties aren't separate", "I am alone");
        page.Submit();

        page.Sees("October to September");
        page.Sees("Not separate while there is a single member: I am alone");
        page.Press("Edit");
        page.Field("Separate duties").Change(value: true);
        page.Submit();

        page.NoLongerSees("I am alone");
        (await _admin.Organizations.GetAsync(CancellationToken.None)).Should().Match<OrganizationDto>(o => o.FiscalYearStartMonth == 10 && o.SeparateDuties);
    }

    [Fact]
    public async Task Duties_OfSeveralMembers_AreRefusedBesideTheirField()
    {
        await _world.MemberAsync(_admin, Role.Member);
        await using var context = new ComponentContext(_admin);
        var page = context.Open<GeneralSettings>();

        page.Press("Edit");
        page.Field("Separate duties").Change(value: false);
        page.Type("Why duties aren't separate", "I am quick");
        page.Submit();

        page.Sees("There are several members, so somebody else can approve: duties stay separate.");
        page.Field("Separate duties").GetAttribute("aria-invalid").Should().Be("true");
    }

    [Fact]
    public async Task CoarserCurrency_IsRefusedInWords()
    {
        await using var context = new ComponentContext(_admin);
        var page = context.Open<GeneralSettings>();

        page.Press("Edit");
        page.Choose("Currency", "JPY – Japanese Yen");
        page.Submit();

        page.WaitFor(() => page.WordsOf(AriaRole.Alert).Should().Contain("Amounts here may have more decimals than JPY has. Choose a currency with as many decimals."));
    }

    [Fact]
    public async Task ChangedMeanwhile_SaysByWhomAndOverwritesNothing()
    {
        var max = await _world.MemberAsync(_admin, Role.Admin, "Max");
        await using var context = new ComponentContext(_admin);
        var page = context.Open<GeneralSettings>();
        page.Press("Edit");
        page.Type("Name", "Mine");
        await max.Organizations.UpdateAsync(new OrganizationInput { Name = "Ours", Currency = "USD" }, version: null, CancellationToken.None);

        page.Submit();

        page.Sees("changed by Max meanwhile");
        (await _admin.Organizations.GetAsync(CancellationToken.None)).Name.Should().Be("Ours");
    }

    [Fact]
    public async Task RenamedByAnotherAdmin_ShowsByItself()
    {
        var viewer = await _world.MemberAsync(_admin, Role.Viewer);
        await using var context = new ComponentContext(viewer);
        var page = context.Open<GeneralSettings>();
        page.Sees("The Lovelaces");

        await _admin.Organizations.UpdateAsync(new OrganizationInput { Name = "Home", Currency = "USD" }, version: null, CancellationToken.None);

        page.Sees("Home");
        page.NoLongerSees("The Lovelaces");
    }

    [Fact]
    public async Task RoleLoweredMeanwhile_TakesTheEditButtonAway()
    {
        var max = await _world.MemberAsync(_admin, Role.Admin, "Max");
        await using var context = new ComponentContext(max);
        var page = context.Open<GeneralSettings>();
        page.WaitFor(() => page.Buttons.Should().Contain("Edit"));

        var input = new MemberInput { Name = "Max", Role = Role.Viewer };
        await _admin.Organizations.UpdateMemberAsync(max.MemberId, input, version: null, CancellationToken.None);

        page.WaitFor(() => page.Buttons.Should().NotContain("Edit"));
    }
}
