using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;
using Bunit;

namespace Budgeting.Tests.Components;

/// <summary>The row that adds records one after the other, and edits in place.</summary>
public sealed class RecordEntryTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestCosts _costs = null!;
    private OwnerDto _ann = null!;
    private PeriodDto _period = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _costs = new TestCosts(await _world.OrganizationAsync());
        (_ann, _) = await _costs.OwnedAsync("Ann");
        _period = await _costs.MonthAsync(1);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task APaymentType_ChoosesItsItem_AndOneWithoutAnyLeavesThatAgain()
    {
        await _costs.ItemAsync(_period, type: "Repairs");
        await _costs.ItemAsync(_period, type: "lift");
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open<ExpensesTab>(tab);

        page.Type("Payment type", "Repairs");
        page.ChosenOf("Budget item").Should().Be("Repairs, by share");

        page.Type("Payment type", "gardening");
        page.ChosenOf("Budget item").Should().Be("Not shared yet", "the item was that of the type before");

        page.Choose("Budget item", "lift, by share");
        page.Type("Payment type", "Garden");
        page.ChosenOf("Budget item").Should().Be("lift, by share", "it was chosen by hand");
    }

    [Fact]
    public async Task Expense_Added_KeepsDayAndTypeForTheNext_AndTheFocusIsInTheFirstField()
    {
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open<ExpensesTab>(tab);
        Type(page, "Amount ($)", "12.50");
        page.Type("Vendor", "Baker");
        page.Type("Payment type", "food");
        page.Type("Date", "2026-01-07");

        page.Submit();

        page.WaitFor(() => page.Rows().Should().ContainSingle().Which.Words().Should().Contain("Baker").And.Contain("food"));
        page.Field("Amount ($)").GetAttribute("value").Should().BeNullOrEmpty();
        page.Field("Vendor").GetAttribute("value").Should().BeNullOrEmpty();
        page.Field("Payment type").GetAttribute("value").Should().Be("food");
        page.Field("Date").GetAttribute("value").Should().Be("2026-01-07");
        page.WaitFor(() => tab.JSInterop.Invocations["focusField"].Should().ContainSingle());
    }

    [Fact]
    public async Task Expense_Refused_SaysWhyBesideTheField_AndKeepsWhatWasTyped()
    {
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open<ExpensesTab>(tab);
        page.Type("Vendor", "Baker");
        page.Type("Payment type", "food");
        page.Type("Date", "2026-02-01");

        page.Submit();

        page.WaitFor(() => page.Errors.Should().Equal("Enter an amount.", "Choose a day from 2026-01-01 to 2026-01-31."));
        page.Field("Vendor").GetAttribute("value").Should().Be("Baker");
        page.WaitFor(() => tab.JSInterop.Invocations["focusField"].Should().ContainSingle());
        page.Rows().Should().BeEmpty();
    }

    [Fact]
    public async Task PaymentType_ThatHasABudget_ChoosesItsItem()
    {
        var item = await _costs.ItemAsync(_period);
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open<ExpensesTab>(tab);
        Type(page, "Amount ($)", "30");
        page.Type("Payment type", "Repairs");

        page.Submit();

        page.Sees("By share");
        (await _costs.Expenses.PageAsync(new RecordQuery(_period.Id, 1), default)).Rows[0].BudgetItemId.Should().Be(item.Id);
    }

    [Fact]
    public async Task Record_EditedInItsPlace_IsSaved_OrLeftAsItWas()
    {
        await _costs.ExpenseAsync(_period, 30);
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open<ExpensesTab>(tab);

        Edit(page, "Repairs");
        Type(page, "Amount ($)", "31");
        page.Field("Amount ($)").KeyDown("Escape");
        page.WaitFor(() => page.Cell("Repairs", "Amount ($)").Words().Should().Be("30.00"));

        Edit(page, "Repairs");
        Type(page, "Amount ($)", "32");
        page.Submit();
        page.WaitFor(() => page.Cell("Repairs", "Amount ($)").Words().Should().Be("32.00"));
        page.WaitFor(() => tab.JSInterop.Invocations["focusOn"].Should().HaveCount(2));
    }

    [Fact]
    public async Task Record_ChangedMeanwhile_SaysSo_AndLoadsTheirs()
    {
        var expense = await _costs.ExpenseAsync(_period, 30);
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open<ExpensesTab>(tab);
        Edit(page, "Repairs");
        Type(page, "Amount ($)", "31");
        await _costs.Expenses.UpdateAsync(expense.Id, expense.ToInput() with { Amount = 40 }, null, default);

        page.Submit();
        page.Sees("changed by Ada meanwhile");
        page.Press("Load theirs");

        page.WaitFor(() => page.Field("Amount ($)").GetAttribute("value").Should().Be("40.00"));
    }

    [Fact]
    public async Task Viewer_ReadsAndRecordsNothing()
    {
        await _costs.ExpenseAsync(_period, 30);
        await using var tab = new ComponentContext(await _world.MemberAsync(_costs.Actor, Role.Viewer));

        var page = Open<ExpensesTab>(tab);

        page.Sees("1 expense");
        page.Buttons.Should().NotContain(b => b == "Add" || b == "Edit" || b == "Delete").And.Contain("History");
    }

    [Fact]
    public async Task Member_RecordsAndChangesWhatTheyPaidThemselves()
    {
        var max = await _world.MemberAsync(_costs.Actor, Role.Member);
        var own = await _costs.OwnerAsync("Max", max.MemberId);
        await _costs.ExpenseAsync(_period, 30, paidBy: _ann);
        await _costs.ExpenseAsync(_period, 40, paidBy: own);
        await using var tab = new ComponentContext(max);

        var page = Open<ExpensesTab>(tab);

        page.OptionsOf("Paid by").Should().Equal("Max");
        page.Rows().Select(r => r.AllByRole(AriaRole.Button).Count(b => b.Description() == "Edit")).Should().BeEquivalentTo([1, 0]);
    }

    [Fact]
    public async Task Member_WhoIsNoOwner_LearnsWhatIsMissing()
    {
        await using var tab = new ComponentContext(await _world.MemberAsync(_costs.Actor, Role.Member));

        var page = Open<ContributionsTab>(tab);

        page.Sees("as soon as an admin says which owner you are");
        page.Buttons.Should().NotContain("Add");
    }

    [Fact]
    public async Task ClosedPeriod_HasNothingToChange()
    {
        await _costs.ContributionAsync(_period, _ann, 10);
        _period = (await _costs.CloseAsync(_period)).Period;
        await using var tab = new ComponentContext(_costs.Actor);

        var page = Open<ContributionsTab>(tab);

        page.Sees("1 contribution");
        page.Buttons.Should().NotContain(b => b == "Add" || b == "Edit" || b == "Delete");
    }

    [Fact]
    public async Task Readings_AreEnteredFromDoorToDoor()
    {
        await _costs.PropertyAsync(_ann, name: "Garage");
        await _costs.ItemAsync(_period, AllocationStrategy.UsageBased);
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open<ReadingsTab>(tab);
        page.Type("Meter's serial", "A-1");
        Type(page, "Start", "10");
        Type(page, "End", "12.5");

        page.Submit();

        page.WaitFor(() => page.Rows().Should().ContainSingle().Which.Words().Should().Contain("2.5"));
        page.ChosenOf("Property").Should().Be("Garage");
    }

    [Fact]
    public async Task Meter_GoesOnWhereTheLastPeriodEnded_UnlessSomethingIsTyped()
    {
        var (garage, flat) = (await _costs.PropertyAsync(_ann, name: "Garage"), (await _costs.Properties.ListAsync(default))[0]);
        var water = await _costs.ItemAsync(_period, AllocationStrategy.UsageBased);
        await _costs.ReadingAsync(_period, water, flat, 1, 17.5m, serial: "W-1");
        await _costs.ReadingAsync(_period, water, garage, 1, 4, serial: "W-2");
        _period = await _costs.MonthAsync(2);
        await _costs.ItemAsync(_period, AllocationStrategy.UsageBased);
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open<ReadingsTab>(tab);
        page.WaitFor(() => Meter(page).Should().Be(("W-1", "17.5")));
        Type(page, "End", "20");

        page.Submit();
        page.WaitFor(() => Meter(page).Should().Be(("W-2", "4"), "the next door"));
        Type(page, "Start", "5");
        page.Choose("Property", flat.Name);

        page.WaitFor(() => page.ChosenOf("Property").Should().Be(flat.Name));
        Meter(page).Should().Be(("W-2", "5"), "it was typed");
    }

    [Fact]
    public async Task Reading_OfAPropertyWithoutAPart_IsRefusedBesideIt()
    {
        await _costs.ItemAsync(_period, AllocationStrategy.UsageBased);
        _period = (await _costs.CloseAsync(_period)).Period;
        await _costs.PropertyAsync(_ann, name: "A new flat");
        _period = await _costs.ReopenAsync(_period);
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open<ReadingsTab>(tab);
        page.Type("Meter's serial", "A-1");
        Type(page, "Start", "10");
        Type(page, "End", "12.5");

        page.Submit();

        page.WaitFor(() => page.Errors.Should().ContainSingle().Which.Should().StartWith("A new flat has no part in 2026-01"));
    }

    [Fact]
    public async Task SomebodyElsesRecord_AppearsByItself_AndLeavesWhatIsTyped()
    {
        await using var tab = new ComponentContext(_costs.Actor);
        var page = Open<ContributionsTab>(tab);
        Type(page, "Amount ($)", "77");

        await _costs.ContributionAsync(_period, _ann, 10);

        page.Sees("1 contribution");
        page.Field("Amount ($)").GetAttribute("value").Should().Be("77");
    }

    private static (string?, string?) Meter(OpenPage page) => (page.Field("Meter's serial").GetAttribute("value"), page.Field("Start").GetAttribute("value"));

    private OpenPage Open<TTab>(ComponentContext tab)
        where TTab : Microsoft.AspNetCore.Components.IComponent => tab.Open<TTab>(("Period", _period));

    private static void Edit(OpenPage page, string name) => page.Row(name).AllByRole(AriaRole.Button).First(b => b.Description() == "Edit").Click();

    private static void Type(OpenPage page, string label, string text) => page.Field(label).Input(text);
}
