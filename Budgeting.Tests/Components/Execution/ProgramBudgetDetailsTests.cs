using Budgeting.Core.Execution;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Execution;
using Bunit;

namespace Budgeting.Tests.Components;

/// <summary>A program budget line by line: what it comes to stands beside what is requested.</summary>
public sealed class ProgramBudgetDetailsTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private TestActor _admin = null!;
    private ProgramBudgetDto _budget = null!;

    public async Task InitializeAsync()
    {
        _admin = await fixture.World.OrganizationAsync("Office");
        var proposal = await _admin.ProposalAsync(2027);
        _budget = await _admin.Get<ProgramBudgetsService>().AddAsync(
            proposal.Id, new ProgramBudgetInput { ProgramId = (await _admin.ProgramAsync("1000")).Id, RequestedAmount = 100 }, default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task WhileALineItemIsTyped_ItsAmountIsShown_AndWhatIsLeftToTheRequest()
    {
        await using var tab = new ComponentContext(_admin);
        var page = Open(tab);

        page.Field("Quantity").Input("2.5");
        page.Field("Unit cost ($)").Input("30");
        page.WaitFor(() => page.Find(".comes-to").Words().Should().Be("Amount $75.00 $25.00 not yet in line items"));
        page.Field("Unit cost ($)").Input("50");

        page.WaitFor(() => page.Find(".comes-to").Words().Should().Be("Amount $125.00 $25.00 more than requested"));
    }

    [Fact]
    public async Task ALineItemThatIsAdded_CountsAtOnce_AndTheNextOneBegins()
    {
        await using var tab = new ComponentContext(_admin);
        var page = Open(tab);

        page.Type("Description", "Books");
        page.Field("Unit cost ($)").Input("60");
        page.Submit();

        page.WaitFor(() => page.Cell("Books", "Amount ($)").Words().Should().Be("60.00"));
        page.Sees("$40.00 not yet in line items");
        page.WaitFor(() => page.Field("Description").GetAttribute("value").Should().BeNullOrEmpty());
        page.Press("Request what line items come to");
        page.Sees("Line items add up to the request");
        (await _admin.NowAsync(_budget)).RequestedAmount.Should().Be(60);
    }

    [Fact]
    public async Task AnEditOfALineItem_CountsItselfOnce()
    {
        await _admin.Get<LineItemsService>().AddAsync(_budget.Id, new LineItemInput { Description = "Books", UnitCost = 100 }, default);
        await using var tab = new ComponentContext(_admin);
        var page = Open(tab);
        page.WaitFor(() => page.Row("Books").Should().NotBeNull());

        page.Row("Books").AllByRole(AriaRole.Button)[0].Click();

        page.WaitFor(() => page.All(".editing .comes-to").Single().Words().Should().Be("Amount $100.00 Line items come to what is requested"));
    }

    [Fact]
    public async Task AfterSubmission_NothingIsEdited()
    {
        await _admin.Get<LineItemsService>().AddAsync(_budget.Id, new LineItemInput { Description = "Books", UnitCost = 100 }, default);
        await _admin.Get<JustificationsService>().AddAsync(_budget.Id, new JustificationInput { Text = "Readers ask" }, default);
        await using var tab = new ComponentContext(_admin);
        var page = Open(tab);
        page.Sees("Readers ask");
        page.Buttons.Should().Contain("Add justification");

        await _admin.Get<ProposalsService>().SubmitAsync(_budget.ProposalId, version: null, default);

        page.WaitFor(() => page.Buttons.Should().NotContain(["Add", "Add line item", "Add justification", "Edit", "Delete"]));
        page.Sees("Books");
    }

    [Fact]
    public async Task AViewer_SeesNoForm()
    {
        await using var tab = new ComponentContext(await fixture.World.MemberAsync(_admin, Role.Viewer));
        var page = Open(tab);
        page.Sees("No line items yet");

        page.All("form").Should().BeEmpty();
    }

    private OpenPage Open(ComponentContext tab) => tab.Open<ProgramBudgetDetails>(("Id", _budget.Id));
}
