using Budgeting.Core.Execution;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Keyboard;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

/// <summary>Obligations, of which there may be many, in the palette.</summary>
public sealed class PaletteObligationsTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private Office _office = null!;

    public async Task InitializeAsync() => _office = await Office.CreateAsync(fixture.World.Services);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("2026-0001")]
    [InlineData("ltd zoe")]
    [InlineData("chairs")]
    public async Task AnObligation_IsFoundByWhatIsKnownOfIt_AndLeadsToWhereItIsSpent(string typed)
    {
        var chairs = await RequestAsync("Zoë Ltd", "Forty chairs");
        await RequestAsync("Books Ltd", "Forty books");
        await using var tab = new ComponentContext(await fixture.World.MemberAsync(_office.Admin, Role.Viewer));
        var palette = tab.Render<CommandPalette>();
        palette.ByRole(AriaRole.Combobox).Focus();
        palette.WaitForElement("[role=option]");

        palette.ByRole(AriaRole.Combobox).Input(typed);
        palette.WaitForAssertion(() => palette.AllByRole(AriaRole.Option).Select(o => o.QuerySelector("span")!.TextContent).Should().Equal("2026-0001, Zoë Ltd"));
        palette.ByRole(AriaRole.Combobox).KeyDown("Enter");

        palette.WaitForAssertion(() => new Uri(tab.Services.GetRequiredService<BunitNavigationManager>().Uri).PathAndQuery.Should().Be(
            $"/budgets/{_office.Proposal.Id}/spending?program={_office.Budget.Id}&allotment={_office.Allotment.Id}&obligation={chairs.Id}"));
    }

    [Fact]
    public async Task OfMany_TheLastAreFound_AndNoneOfAnotherOrganization()
    {
        foreach (var payee in new[] { "A Ltd", "B Ltd", "C Ltd" })
        {
            await RequestAsync(payee, "Chairs");
            fixture.World.Clock.Tick();
        }

        var obligations = _office.Member.Get<ObligationsService>();
        (await obligations.FindAsync("chairs", most: 2, default)).Select(o => o.Payee).Should().Equal("C Ltd", "B Ltd");
        (await obligations.FindAsync(" ", most: 9, default)).Should().BeEmpty("nothing was typed");
        (await (await fixture.World.OrganizationAsync()).Get<ObligationsService>().FindAsync("chairs", most: 9, default)).Should().BeEmpty();
    }

    private Task<ObligationDto> RequestAsync(string payee, string description) => _office.Member.Get<ObligationsService>().AddAsync(
        _office.Allotment.Id, new ObligationInput { Payee = payee, Description = description, Amount = 10, Date = Office.Day }, default);
}
