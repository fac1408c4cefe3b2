using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;
using Bunit;

namespace Budgeting.Tests.Components;

/// <summary>What a record's form asks and offers.</summary>
public sealed class RecordChoicesTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestCosts _costs = null!;
    private PeriodDto _period = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _costs = new TestCosts(await _world.OrganizationAsync());
        await _costs.OwnedAsync("Ann");
        _period = await _costs.MonthAsync(1);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Owner_IsChosenByWhoRecords_WhereThereAreSeveral_AndStaysForTheNext()
    {
        await using var tab = new ComponentContext(_costs.Actor);
        await using var charges = new ComponentContext(_costs.Actor);
        await using var first = new ComponentContext(_costs.Actor);
        Open<ContributionsTab>(first).ChosenOf("Owner").Should().Be("Ann", "there is nobody else");
        await _costs.OwnedAsync("Ben");
        Open<ChargesTab>(charges).ChosenOf("Owner").Should().Be("Choose…");
        var page = Open<ContributionsTab>(tab);
        page.ChosenOf("Owner").Should().Be("Choose…");
        page.Field("Amount ($)").Input("5");
        page.Submit();
        page.WaitFor(() => page.Errors.Should().Equal("Choose an owner."));

        page.Choose("Owner", "Ben");
        page.Submit();

        page.WaitFor(() => page.Rows().Should().ContainSingle().Which.Words().Should().Contain("Ben"));
        page.ChosenOf("Owner").Should().Be("Ben");
    }

    [Fact]
    public async Task TypeAndItem_SayWhatTheyAreFor()
    {
        await using var tab = new ComponentContext(_costs.Actor);

        var page = Open<ExpensesTab>(tab);

        page.Text.Should().Contain("What it is for").And.Contain("How it is shared");
    }

    [Fact]
    public async Task BudgetItem_Added_OffersToShareWhatIsOfItsType_AtOnce()
    {
        await _costs.ExpenseAsync(_period, 30);
        await _costs.ExpenseAsync(_period, 10);
        await using var tab = new ComponentContext(_costs.Actor);
        await using var other = new ComponentContext(await _world.MemberAsync(_costs.Actor, Role.Member));
        var page = Open<BudgetItemsTab>(tab);
        page.Type("Payment type", "Repairs");
        page.Submit();
        page.Sees("2 expenses for Repairs, $40.00, aren't shared yet, and there is a budget item “Repairs”: by share.");
        Open<BudgetItemsTab>(other).Buttons.Should().NotContain("Share all by it");

        page.ByRole(AriaRole.Button, "Share all by it: Repairs").Click();

        page.NoLongerSees("aren't shared yet");
        (await _costs.SheetAsync(_period)).NotSharedYet.Should().BeNull();
    }

    private OpenPage Open<TTab>(ComponentContext tab)
        where TTab : Microsoft.AspNetCore.Components.IComponent => tab.Open<TTab>(("Period", _period));
}
