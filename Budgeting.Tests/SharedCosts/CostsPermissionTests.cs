using System.Reflection;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>Every method of SharedCosts' services, tried by a member, a viewer, somebody from elsewhere and nobody.</summary>
public sealed class CostsPermissionTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    // Adds beside what is there, so that it isn't about anybody's row.
    private static readonly Dictionary<string, Func<TestCosts, FilledCosts, Task>> Additions = new(StringComparer.Ordinal)
    {
        ["OwnersService.AddAsync"] = (a, _) => a.OwnerAsync("New"),
        ["PeriodsService.AddAsync"] = (a, _) => a.MonthAsync(9),
        ["PaymentTypesService.AddAsync"] = (a, _) => a.PaymentTypes.AddAsync("New", default),
    };

    private static readonly Dictionary<string, Func<TestCosts, FilledCosts, Task>> AdminWrites = new(StringComparer.Ordinal)
    {
        ["OwnersService.UpdateAsync"] = (a, t) => a.Owners.UpdateAsync(t.Owner.Id, t.Owner.ToInput(), null, default),
        ["OwnersService.DeleteAsync"] = (a, t) => a.Owners.DeleteAsync(t.SpareOwner.Id, null, default),
        ["OwnersService.RestoreAsync"] = (a, t) => a.Owners.RestoreAsync(t.Owner.Id, 1, null, default),
        ["PropertiesService.UpdateAsync"] = (a, t) => a.Properties.UpdateAsync(t.Property.Id, t.Property.ToInput(), null, default),
        ["PropertiesService.DeleteAsync"] = async (a, t) => await a.Properties.DeleteAsync((await t.Costs.PropertyAsync(t.Owner, name: "Unused")).Id, null, default),
        ["PropertiesService.RestoreAsync"] = (a, t) => a.Properties.RestoreAsync(t.Property.Id, 1, null, default),
        ["PaymentTypesService.UpdateAsync"] = (a, _) => a.PaymentTypes.UpdateAsync("lift", "elevator", default),
        ["PaymentTypesService.DeleteAsync"] = (a, _) => a.PaymentTypes.DeleteAsync("lift", default),
        ["PeriodsService.UpdateAsync"] = (a, t) => a.Periods.UpdateAsync(t.Open.Id, t.Open.ToInput(), null, default),
        ["PeriodsService.DeleteAsync"] = (a, t) => a.Periods.DeleteAsync(t.Empty.Id, null, default),
        ["PeriodsService.SetOpeningAsync"] = async (a, t) =>
            await a.Periods.SetOpeningAsync(((await t.Costs.Periods.ListAsync(default)).FirstOrDefault(p => p.Name == "2025-07") ?? await t.Costs.MonthAsync(-5)).Id, new OpeningInput(t.Owner.Id, 1), default),
        ["ClosingService.CloseAsync"] = (a, t) => a.CloseAsync(t.Open, confirm: true),
        ["ClosingService.ReopenAsync"] = (a, t) => a.ReopenAsync(t.Closed),
        ["ClosingService.TakeOverPropertiesAsync"] = (a, t) => a.Closing.TakeOverPropertiesAsync(t.Open.Id, null, default),
        ["ExpensesService.ShareByAsync"] = (a, t) => a.Expenses.ShareByAsync(t.SpareItem.Id, default),
        ["BudgetItemsService.AddAsync"] = (a, t) => a.ItemAsync(t.Open),
        ["BudgetItemsService.UpdateAsync"] = (a, t) => a.Items.UpdateAsync(t.Item.Id, t.Item.ToInput(), null, default),
        ["BudgetItemsService.DeleteAsync"] = (a, t) => a.Items.DeleteAsync(t.SpareItem.Id, null, default),
        ["BudgetItemsService.RestoreAsync"] = (a, t) => a.Items.RestoreAsync(t.SpareItem.Id, 1, null, default),
        ["ReadingsService.AddAsync"] = (a, t) => a.ReadingAsync(t.Open, t.Item, t.SpareProperty, 0, 1),
        ["RecordImportService.ImportAsync (readings)"] = (a, t) => a.Imports.ImportAsync(RecordKind.Readings, t.Open.Id, Lines.Of(t.Reading), default),
        ["RecordImportService.PreviewAsync (readings)"] = (a, t) => a.Imports.PreviewAsync(RecordKind.Readings, t.Open.Id, Lines.Of(t.Reading), default),
        ["ReadingsService.UpdateAsync"] = (a, t) => a.Readings.UpdateAsync(t.Reading.Id, t.Reading.ToInput(), null, default),
        ["ReadingsService.DeleteAsync"] = (a, t) => a.Readings.DeleteAsync(t.Reading.Id, null, default),
        ["ReadingsService.RestoreAsync"] = (a, t) => a.Readings.RestoreAsync(t.Reading.Id, 1, null, default),
        ["ChargesService.AddAsync"] = (a, t) => a.ChargeAsync(t.Open, t.Owner, 1),
        ["ChargesService.UpdateAsync"] = (a, t) => a.Charges.UpdateAsync(t.Charge.Id, t.Charge.ToInput(), null, default),
        ["ChargesService.DeleteAsync"] = (a, t) => a.Charges.DeleteAsync(t.Charge.Id, null, default),
        ["ChargesService.RestoreAsync"] = (a, t) => a.Charges.RestoreAsync(t.Charge.Id, 1, null, default),
        ["SettleUpService.BookAsync"] = (a, t) => a.SettleUp.BookAsync(t.Open.Id, new Transfer(null, t.Owner.Id, 1), t.Open.EndDate, default),
        ["StatementsService.IssueAsync"] = (a, t) => a.Statements.IssueAsync(t.Closed.Id, ownerId: null, default),
    };

    // A member may, of what they paid themselves.
    private static readonly Dictionary<string, Func<TestCosts, FilledCosts, Task>> OwnWrites = new(StringComparer.Ordinal)
    {
        ["ContributionsService.AddAsync"] = (a, t) => a.ContributionAsync(t.Open, t.Owner, 1),
        ["RecordImportService.ImportAsync"] = (a, t) => a.Imports.ImportAsync(RecordKind.Contributions, t.Open.Id, Lines.Of(t.Contribution), default),
        ["RecordImportService.ImportAsync (expenses)"] = (a, t) => a.Imports.ImportAsync(RecordKind.Expenses, t.Open.Id, Lines.Of(t.Expense), default),
        ["RecordImportService.PreviewAsync"] = (a, t) => a.Imports.PreviewAsync(RecordKind.Contributions, t.Open.Id, Lines.Of(t.Contribution), default),
        ["ContributionsService.UpdateAsync"] = (a, t) => a.Contributions.UpdateAsync(t.Contribution.Id, t.Contribution.ToInput(), null, default),
        ["ContributionsService.DeleteAsync"] = (a, t) => a.Contributions.DeleteAsync(t.Contribution.Id, null, default),
        ["ContributionsService.RestoreAsync"] = (a, t) => a.Contributions.RestoreAsync(t.Contribution.Id, 1, null, default),
        ["ExpensesService.AddAsync"] = (a, t) => a.ExpenseAsync(t.Open, 1, t.Item, paidBy: t.Owner),
        ["ExpensesService.UpdateAsync"] = (a, t) => a.Expenses.UpdateAsync(t.Expense.Id, t.Expense.ToInput(), null, default),
        ["ExpensesService.SetReceiptAsync"] = (a, t) => a.Expenses.SetReceiptAsync(t.Expense.Id, ReceiptInput.None, null, default),
        ["ExpensesService.DeleteAsync"] = (a, t) => a.Expenses.DeleteAsync(t.Expense.Id, null, default),
        ["ExpensesService.RestoreAsync"] = (a, t) => a.Expenses.RestoreAsync(t.Expense.Id, 1, null, default),
    };

    private static readonly Dictionary<string, Func<TestCosts, FilledCosts, Task>> Reads = new(StringComparer.Ordinal)
    {
        ["OwnersService.GetAsync"] = (a, t) => a.Owners.GetAsync(t.Owner.Id, default),
        ["OwnersService.HistoryAsync"] = (a, t) => a.Owners.HistoryAsync(t.Owner.Id, default),
        ["PropertiesService.GetAsync"] = (a, t) => a.Properties.GetAsync(t.Property.Id, default),
        ["PropertiesService.HistoryAsync"] = (a, t) => a.Properties.HistoryAsync(t.Property.Id, default),
        ["PeriodsService.GetAsync"] = (a, t) => a.Periods.GetAsync(t.Open.Id, default),
        ["PeriodsService.PageAsync"] = (a, t) => a.Periods.PageAsync(t.Open.Id, default),
        ["PeriodsService.HistoryAsync"] = (a, t) => a.Periods.HistoryAsync(t.Open.Id, default),
        ["ClosingService.CheckAsync"] = (a, t) => a.Closing.CheckAsync(t.Open.Id, default),
        ["ContributionsService.PageAsync"] = (a, t) => a.Contributions.PageAsync(new RecordQuery(t.Open.Id, 10), default),
        ["ExpensesService.PageAsync"] = (a, t) => a.Expenses.PageAsync(new RecordQuery(t.Open.Id, 10), default),
        ["BudgetItemsService.PageAsync"] = (a, t) => a.Items.PageAsync(new RecordQuery(t.Open.Id, 10), default),
        ["ReadingsService.PageAsync"] = (a, t) => a.Readings.PageAsync(new RecordQuery(t.Open.Id, 10), default),
        ["ChargesService.PageAsync"] = (a, t) => a.Charges.PageAsync(new RecordQuery(t.Open.Id, 10), default),
        ["ContributionsService.ListAsync"] = (a, t) => a.Contributions.ListAsync(t.Open.Id, ownerId: null, PageRequest.First, default),
        ["ContributionsService.GetAsync"] = (a, t) => a.Contributions.GetAsync(t.Contribution.Id, default),
        ["ContributionsService.HistoryAsync"] = (a, t) => a.Contributions.HistoryAsync(t.Contribution.Id, default),
        ["ContributionsService.ListDeletedAsync"] = (a, t) => a.Contributions.ListDeletedAsync(t.Open.Id, default),
        ["ExpensesService.ListAsync"] = (a, t) => a.Expenses.ListAsync(t.Open.Id, paidBy: null, PageRequest.First, default),
        ["ExpensesService.GetAsync"] = (a, t) => a.Expenses.GetAsync(t.Expense.Id, default),
        ["ExpensesService.HistoryAsync"] = (a, t) => a.Expenses.HistoryAsync(t.Expense.Id, default),
        ["ExpensesService.ListDeletedAsync"] = (a, t) => a.Expenses.ListDeletedAsync(t.Open.Id, default),
        ["ExpensesService.ReceiptAsync"] = (a, t) => a.Expenses.ReceiptAsync(t.Expense.Id, default),
        ["BudgetItemsService.ListAsync"] = (a, t) => a.Items.ListAsync(t.Open.Id, PageRequest.First, default),
        ["BudgetItemsService.GetAsync"] = (a, t) => a.Items.GetAsync(t.Item.Id, default),
        ["BudgetItemsService.HistoryAsync"] = (a, t) => a.Items.HistoryAsync(t.Item.Id, default),
        ["BudgetItemsService.ListDeletedAsync"] = (a, t) => a.Items.ListDeletedAsync(t.Open.Id, default),
        ["ReadingsService.ListAsync"] = (a, t) => a.Readings.ListAsync(t.Open.Id, PageRequest.First, default),
        ["ReadingsService.GetAsync"] = (a, t) => a.Readings.GetAsync(t.Reading.Id, default),
        ["ReadingsService.NextMeterAsync"] = (a, t) => a.Readings.NextMeterAsync(t.Item.Id, t.Property.Id, default),
        ["ReadingsService.HistoryAsync"] = (a, t) => a.Readings.HistoryAsync(t.Reading.Id, default),
        ["ReadingsService.ListDeletedAsync"] = (a, t) => a.Readings.ListDeletedAsync(t.Open.Id, default),
        ["ChargesService.ListAsync"] = (a, t) => a.Charges.ListAsync(t.Open.Id, PageRequest.First, default),
        ["ChargesService.GetAsync"] = (a, t) => a.Charges.GetAsync(t.Charge.Id, default),
        ["ChargesService.HistoryAsync"] = (a, t) => a.Charges.HistoryAsync(t.Charge.Id, default),
        ["ChargesService.ListDeletedAsync"] = (a, t) => a.Charges.ListDeletedAsync(t.Open.Id, default),
        ["BalancesService.SheetAsync"] = (a, t) => a.SheetAsync(t.Open),
        ["BalancesService.SheetPageAsync"] = (a, t) => a.Balances.SheetPageAsync(t.Open.Id, default),
        ["BalancesService.FundAsync"] = (a, t) => a.Balances.FundAsync(t.Open.Id, default),
        ["BalancesService.OwnerPageAsync"] = (a, t) => a.Balances.OwnerPageAsync(t.Open.Id, t.Owner.Id, t.Open.StartDate, default),
        ["BalancesService.SharedExplainAsync"] = (a, t) => a.Balances.SharedExplainAsync(t.Open.Id, t.Owner.Id, default),
        ["BalancesService.ExportAsync"] = (a, t) => a.Balances.ExportAsync(t.Open.Id, default),
        ["BalancesService.ExplainAsync"] = (a, t) => a.Balances.ExplainAsync(t.Open.Id, t.Owner.Id, default),
        ["BalancesService.AllocationsAsync"] = (a, t) => a.Balances.AllocationsAsync(t.Open.Id, PageRequest.First, default),
        ["SettleUpService.PageAsync"] = (a, t) => a.SettleUp.PageAsync(t.Open.Id, default),
        ["RecordImportService.ExportAsync"] = (a, t) => a.Imports.ExportAsync(RecordKind.Expenses, t.Open.Id, default),
        ["JournalService.FileAsync"] = (a, t) => a.Journals.FileAsync(t.Open.Id, default),
        ["SettleUpService.SuggestAsync"] = (a, t) => a.SettleUp.SuggestAsync(t.Open.Id, default),
        ["StatementsService.ListAsync"] = (a, t) => a.Statements.ListAsync(t.Closed.Id, default),
        ["StatementsService.GetAsync"] = (a, t) => a.Statements.GetAsync(t.Statement.Id, default),
    };

    // Answers with the number of what is seen.
    private static readonly Dictionary<string, Func<TestCosts, Task<int>>> Lists = new(StringComparer.Ordinal)
    {
        ["OwnersService.ListAsync"] = async a => (await a.Owners.ListAsync(default)).Count + (await a.Owners.ListAsync(PageRequest.First, default)).Items.Count,
        ["PropertiesService.ListAsync"] = async a => (await a.Properties.ListAsync(default)).Count + (await a.Properties.ListAsync(PageRequest.First, default)).Items.Count,
        ["OwnersService.ListDeletedAsync"] = async a => (await a.Owners.ListDeletedAsync(default)).Count,
        ["PropertiesService.ListDeletedAsync"] = async a => (await a.Properties.ListDeletedAsync(default)).Count,
        ["PeriodsService.ListAsync"] = async a => (await a.Periods.ListAsync(default)).Count + (await a.Periods.ListAsync(PageRequest.First, default)).Items.Count,
        ["PeriodsService.OverviewAsync"] = async a => (await a.Periods.OverviewAsync(default)).Count,
        ["PaymentTypesService.ListAsync"] = async a => (await a.PaymentTypes.ListAsync(default)).Count(t => t == "lift"),
        ["ExpensesService.FindAsync"] = async a => (await a.Expenses.FindAsync("repairs", most: 9, default)).Count,
        ["BalancesService.OwnAsync"] = async a => (await a.Balances.OwnAsync(default)).Count,
    };

    // To somebody from elsewhere, one's own payment type has another name.
    private static readonly string[] ByName = ["PaymentTypesService.UpdateAsync", "PaymentTypesService.DeleteAsync"];

    public static TheoryData<string> ForAdmins => new(Additions.Keys.Concat(AdminWrites.Keys).Append("PropertiesService.AddAsync"));

    public static TheoryData<string> ForOwners => new(OwnWrites.Keys);

    public static TheoryData<string> About => new(AdminWrites.Keys.Concat(OwnWrites.Keys).Concat(Reads.Keys));

    public static TheoryData<string> Reading => new(Reads.Keys);

    public static TheoryData<string> Listing => new(Lists.Keys);

    [Fact]
    public void EveryMethod_IsTriedHere()
    {
        var methods = typeof(OwnersService).Assembly.GetExportedTypes()
            .Where(t => t.Namespace == typeof(OwnersService).Namespace && t.Name.EndsWith("Service", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(m => m.DeclaringType != typeof(object)).Select(m => $"{t.Name}.{m.Name}"))
            .Distinct();

        Additions.Keys.Concat(AdminWrites.Keys).Concat(OwnWrites.Keys).Concat(Reads.Keys).Concat(Lists.Keys).Append("PropertiesService.AddAsync")
            .Select(action => action.Split(' ')[0]).Distinct()
            .Should().BeEquivalentTo(methods);
    }

    [Theory]
    [MemberData(nameof(ForAdmins))]
    public async Task Write_OfTheCommunity_IsForAdmins(string action)
    {
        var (admin, things) = await ThingsAsync();
        var act = Of(action);

        foreach (var role in new[] { Role.Viewer, Role.Member, Role.Approver })
        {
            var lesser = new TestCosts(await fixture.World.MemberAsync(admin, role));
            await FluentActions.Awaiting(() => act(lesser, things)).ShouldRefuseAsync<ForbiddenException>();
        }

        await act(new TestCosts(admin), things);
    }

    [Theory]
    [MemberData(nameof(ForOwners))]
    public async Task Write_OfOnesOwn_IsForWhoIsTheOwner(string action)
    {
        var (admin, things) = await ThingsAsync();
        var (member, viewer) = (await fixture.World.MemberAsync(admin, Role.Member), await fixture.World.MemberAsync(admin, Role.Viewer));
        var act = OwnWrites[action];

        await FluentActions.Awaiting(() => act(new TestCosts(viewer), things)).ShouldRefuseAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => act(new TestCosts(member), things)).ShouldRefuseAsync<ForbiddenException>();

        await things.Costs.Owners.UpdateAsync(things.Owner.Id, things.Owner.ToInput() with { MemberId = member.MemberId }, null, default);
        await act(new TestCosts(member), things);
    }

    [Theory]
    [MemberData(nameof(About))]
    public async Task Anything_BySomebodyFromElsewhere_IsNotFound(string action)
    {
        var (_, things) = await ThingsAsync();
        var stranger = new TestCosts(await fixture.World.OrganizationAsync());

        var refusal = await FluentActions.Awaiting(() => Of(action)(stranger, things)).ShouldRefuseAsync<NotFoundException>();

        refusal.Message.Contains("payment type", StringComparison.Ordinal).Should().Be(ByName.Contains(action));
    }

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Read_ByAViewer_IsAnswered(string action)
    {
        var (admin, things) = await ThingsAsync();

        await Reads[action](new TestCosts(await fixture.World.MemberAsync(admin, Role.Viewer)), things);
    }

    [Theory]
    [MemberData(nameof(Listing))]
    public async Task List_HasOnesOwnOnly(string action)
    {
        var (admin, things) = await ThingsAsync();
        var (viewer, stranger) = (await fixture.World.MemberAsync(admin, Role.Viewer), await fixture.World.OrganizationAsync());
        await things.Costs.Owners.UpdateAsync(things.Owner.Id, things.Owner.ToInput() with { MemberId = viewer.MemberId }, null, default);
        await things.Costs.Properties.DeleteAsync((await things.Costs.PropertyAsync(things.Owner, name: "Unused")).Id, null, default);
        await things.Costs.Owners.DeleteAsync((await things.Costs.OwnerAsync("Nobody")).Id, null, default);

        (await Lists[action](new TestCosts(viewer))).Should().BePositive();
        (await Lists[action](new TestCosts(stranger))).Should().Be(0);
    }

    [Fact]
    public async Task Anything_ByNobody_IsUnauthenticated()
    {
        var (admin, things) = await ThingsAsync();
        admin.Current.SignOut();
        var nobody = new TestCosts(admin);

        // Those that begin with a write of somebody who is signed in were tried as such.
        foreach (var act in Additions.Concat(OwnWrites).Concat(Reads).Select(a => a.Value).Concat(Lists.Values.Select(list => new Func<TestCosts, FilledCosts, Task>((a, _) => list(a)))))
        {
            await FluentActions.Awaiting(() => act(nobody, things)).ShouldRefuseAsync<UnauthenticatedException>();
        }
    }

    private static Func<TestCosts, FilledCosts, Task> Of(string action) =>
        action == "PropertiesService.AddAsync"
            ? (a, t) => a.PropertyAsync(t.Owner)
            : Additions.GetValueOrDefault(action) ?? AdminWrites.GetValueOrDefault(action) ?? OwnWrites.GetValueOrDefault(action) ?? Reads[action];

    private async Task<(TestActor Admin, FilledCosts Things)> ThingsAsync()
    {
        var admin = await fixture.World.OrganizationAsync();
        return (admin, await FilledCosts.CreateAsync(fixture.World.ActAs(admin.MemberIdentity)));
    }
}
