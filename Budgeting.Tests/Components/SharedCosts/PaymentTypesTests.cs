using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;

namespace Budgeting.Tests.Components;

public sealed class PaymentTypesTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task List_IsAddedToRenamedAndShortened()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        await using var tab = new ComponentContext(costs.Actor);
        var page = tab.Open<PaymentTypes>();

        page.Type("Another payment type", "lift");
        page.Submit();
        page.Press("Rename", within: "lift");
        page.Type("New name", "elevator");
        page.Press("Save");
        page.Sees("elevator");
        page.Press("Take off the list", within: "Security");

        page.NoLongerSees("Security");
        (await costs.PaymentTypes.ListAsync(default)).Should().Contain("elevator").And.NotContain(["lift", "Security"]);
    }

    [Fact]
    public async Task List_IsForAdmins()
    {
        var admin = await fixture.World.OrganizationAsync();
        var period = await new TestCosts(admin).MonthAsync(1);
        await using var tab = new ComponentContext(await fixture.World.MemberAsync(admin, Role.Member));

        var page = tab.Open<BudgetItemsTab>(("Period", period));

        page.Sees("No budget items yet");
        page.All("details").Should().BeEmpty();
    }
}
