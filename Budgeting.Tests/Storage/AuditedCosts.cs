using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Storage;

/// <summary>Every kind of write of SharedCosts, by service and method.</summary>
internal static class AuditedCosts
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IReadOnlyDictionary<string, AuditedWrite> All { get; } = new Dictionary<string, AuditedWrite>(StringComparer.Ordinal)
    {
        ["OwnersService.AddAsync"] = Write(c => c.Costs.OwnerAsync("New"), "Owner Created"),
        ["OwnersService.UpdateAsync"] = Write(c => c.Costs.Owners.UpdateAsync(c.Owner.Id, c.Owner.ToInput() with { Name = "New" }, null, None), "Owner Changed"),
        ["OwnersService.DeleteAsync"] = Write(c => c.Costs.Owners.DeleteAsync(c.SpareOwner.Id, null, None), "Owner Deleted"),
        ["PropertiesService.AddAsync"] = Write(c => c.Costs.PropertyAsync(c.Owner), "Ownership Created", "Property Created"),
        ["PropertiesService.UpdateAsync"] = Write(
            c => c.Costs.Properties.UpdateAsync(c.Property.Id, c.Property.ToInput() with { ShareWeight = 9 }, null, None), "Property Changed"),
        ["PropertiesService.UpdateAsync (sold)"] = Write(
            c => c.Costs.Properties.UpdateAsync(c.Property.Id, c.Property.ToInput() with { OwnerId = c.SpareOwner.Id, From = c.Open.EndDate }, null, None),
            "Ownership Created", "Property Changed"),
        ["PropertiesService.DeleteAsync"] = Write(DeletePropertyAsync, "Ownership Created", "Property Created", "Ownership Deleted", "Property Deleted"),
        ["OwnersService.RestoreAsync"] = Write(
            async c =>
            {
                await c.Costs.Owners.DeleteAsync(c.SpareOwner.Id, null, None);
                await c.Costs.Owners.RestoreAsync(c.SpareOwner.Id, 1, null, None);
            },
            "Owner Created", "Owner Deleted"),
        ["PropertiesService.RestoreAsync"] = Write(RestorePropertyAsync, "Ownership Created", "Ownership Created", "Ownership Deleted", "Property Created", "Property Created", "Property Deleted"),
        ["PaymentTypesService.AddAsync"] = Write(c => c.Costs.PaymentTypes.AddAsync("New", None), "PaymentType Created"),
        ["PaymentTypesService.UpdateAsync"] = Write(c => c.Costs.PaymentTypes.UpdateAsync("lift", "New", None), "PaymentType Changed"),
        ["PaymentTypesService.DeleteAsync"] = Write(c => c.Costs.PaymentTypes.DeleteAsync("lift", None), "PaymentType Deleted"),
        ["PeriodsService.AddAsync"] = Write(c => c.Costs.MonthAsync(9), "Period Created"),
        ["PeriodsService.UpdateAsync"] = Write(
            c => c.Costs.Periods.UpdateAsync(c.Open.Id, c.Open.ToInput() with { Name = "New" }, null, None), "Period Changed"),
        ["PeriodsService.SetOpeningAsync"] = Write(SetOpeningAsync, "Period Created", "OpeningBalance Created"),
        ["PeriodsService.DeleteAsync"] = Write(c => c.Costs.Periods.DeleteAsync(c.Empty.Id, null, None), "Period Deleted"),
        ["ClosingService.CloseAsync"] = Write(
            c => c.Costs.CloseAsync(c.Open, confirm: true), "Period Changed", "ClosingBalance Created", "ClosingBalance Created", "ClosingBalance Created", "OpeningBalance Created"),
        ["ClosingService.ReopenAsync"] = Write(c => c.Costs.ReopenAsync(c.Closed), "Period Changed"),
        ["ClosingService.CloseAsync (again, corrected)"] = Write(
            CorrectAsync, "Period Changed", "Period Changed", "Period Changed", "Contribution Created",
            "ClosingBalance Created", "ClosingBalance Created", "ClosingBalance Created", "OpeningBalance Created",
            "ClosingBalance Changed", "OpeningBalance Changed", "ClosingBalance Changed", "OpeningBalance Changed"),
        ["ClosingService.TakeOverPropertiesAsync"] = Write(TakeOverAsync, "Period Changed", "Period Changed"),
        ["ContributionsService.AddAsync"] = Write(c => c.Costs.ContributionAsync(c.Open, c.Owner, 5), "Contribution Created"),
        ["RecordImportService.ImportAsync"] = Write(
            c => c.Costs.Imports.ImportAsync(RecordKind.Contributions, c.Open.Id, Lines.Of(c.Contribution with { Amount = 7 }), None), "Contribution Created"),
        ["ContributionsService.UpdateAsync"] = Write(
            c => c.Costs.Contributions.UpdateAsync(c.Contribution.Id, c.Contribution.ToInput() with { Amount = 7 }, null, None), "Contribution Changed"),
        ["ContributionsService.DeleteAsync"] = Write(c => c.Costs.Contributions.DeleteAsync(c.Contribution.Id, null, None), "Contribution Deleted"),
        ["ContributionsService.RestoreAsync"] = Write(
            async c =>
            {
                await c.Costs.Contributions.DeleteAsync(c.Contribution.Id, null, None);
                await c.Costs.Contributions.RestoreAsync(c.Contribution.Id, 1, null, None);
            },
            "Contribution Created", "Contribution Deleted"),
        ["ExpensesService.AddAsync"] = Write(c => c.Costs.ExpenseAsync(c.Open, 5, c.Item), "Expense Created"),
        ["ExpensesService.AddAsync (of a new type)"] = Write(
            c => c.Costs.Expenses.AddAsync(c.Open.Id, c.Expense.ToInput() with { PaymentType = "New" }, None), "Expense Created", "PaymentType Created"),
        ["RecordImportService.ImportAsync (expenses)"] = Write(
            c => c.Costs.Imports.ImportAsync(RecordKind.Expenses, c.Open.Id, Lines.Of(c.Expense with { Amount = 7 }), None), "Expense Created"),
        ["ExpensesService.UpdateAsync"] = Write(
            c => c.Costs.Expenses.UpdateAsync(c.Expense.Id, c.Expense.ToInput() with { Amount = 7 }, null, None), "Expense Changed"),
        ["ExpensesService.SetReceiptAsync"] = Write(
            c => c.Costs.Expenses.SetReceiptAsync(c.Expense.Id, ReceiptInput.Of(TestPictures.Png, null), null, None), "Expense Changed"),
        ["ExpensesService.SetReceiptAsync (none)"] = Write(
            c => c.Costs.Expenses.SetReceiptAsync(c.Expense.Id, ReceiptInput.None, null, None), "Expense Changed"),
        ["ExpensesService.ShareByAsync"] = Write(
            async c =>
            {
                await c.Costs.ExpenseAsync(c.Open, 5);
                await c.Costs.Expenses.ShareByAsync(c.SpareItem.Id, None);
            },
            "Expense Created", "Expense Changed"),
        ["ExpensesService.DeleteAsync"] = Write(c => c.Costs.Expenses.DeleteAsync(c.Expense.Id, null, None), "Expense Deleted"),
        ["ExpensesService.RestoreAsync"] = Write(
            async c =>
            {
                await c.Costs.Expenses.DeleteAsync(c.Expense.Id, null, None);
                await c.Costs.Expenses.RestoreAsync(c.Expense.Id, 1, null, None);
            },
            "Expense Created", "Expense Deleted"),
        ["BudgetItemsService.AddAsync"] = Write(c => c.Costs.ItemAsync(c.Open), "BudgetItem Created"),
        ["BudgetItemsService.UpdateAsync"] = Write(
            c => c.Costs.Items.UpdateAsync(c.Item.Id, c.Item.ToInput() with { Strategy = AllocationStrategy.Proportional }, null, None), "BudgetItem Changed"),
        ["BudgetItemsService.DeleteAsync"] = Write(c => c.Costs.Items.DeleteAsync(c.SpareItem.Id, null, None), "BudgetItem Deleted"),
        ["BudgetItemsService.RestoreAsync"] = Write(
            async c =>
            {
                await c.Costs.Items.DeleteAsync(c.SpareItem.Id, null, None);
                await c.Costs.Items.RestoreAsync(c.SpareItem.Id, 1, null, None);
            },
            "BudgetItem Created", "BudgetItem Deleted"),
        ["ReadingsService.AddAsync"] = Write(c => c.Costs.ReadingAsync(c.Open, c.Item, c.SpareProperty, 0, 5), "Reading Created"),
        ["RecordImportService.ImportAsync (readings)"] = Write(
            c => c.Costs.Imports.ImportAsync(RecordKind.Readings, c.Open.Id, Lines.Of(c.Reading with { MeterSerial = "New" }), None), "Reading Created"),
        ["ReadingsService.UpdateAsync"] = Write(
            c => c.Costs.Readings.UpdateAsync(c.Reading.Id, c.Reading.ToInput() with { EndReading = 99 }, null, None), "Reading Changed"),
        ["ReadingsService.DeleteAsync"] = Write(c => c.Costs.Readings.DeleteAsync(c.Reading.Id, null, None), "Reading Deleted"),
        ["ReadingsService.RestoreAsync"] = Write(
            async c =>
            {
                await c.Costs.Readings.DeleteAsync(c.Reading.Id, null, None);
                await c.Costs.Readings.RestoreAsync(c.Reading.Id, 1, null, None);
            },
            "Reading Created", "Reading Deleted"),
        ["ChargesService.AddAsync"] = Write(c => c.Costs.ChargeAsync(c.Open, c.Owner, 5), "Charge Created"),
        ["ChargesService.UpdateAsync"] = Write(
            c => c.Costs.Charges.UpdateAsync(c.Charge.Id, c.Charge.ToInput() with { Amount = 7 }, null, None), "Charge Changed"),
        ["ChargesService.DeleteAsync"] = Write(c => c.Costs.Charges.DeleteAsync(c.Charge.Id, null, None), "Charge Deleted"),
        ["ChargesService.RestoreAsync"] = Write(
            async c =>
            {
                await c.Costs.Charges.DeleteAsync(c.Charge.Id, null, None);
                await c.Costs.Charges.RestoreAsync(c.Charge.Id, 1, null, None);
            },
            "Charge Created", "Charge Deleted"),
        ["SettleUpService.BookAsync"] = Write(
            c => c.Costs.SettleUp.BookAsync(c.Open.Id, new Transfer(null, c.Owner.Id, 5), c.Open.EndDate, None), "Contribution Created"),
        ["StatementsService.IssueAsync"] = Write(c => c.Costs.Statements.IssueAsync(c.Closed.Id, c.SpareProperty.OwnerId, None), "Statement Created"),
    };

    private static AuditedWrite Write(Func<FilledCosts, Task> act, params string[] entries) => new(s => act(s.Costs), entries);

    private static async Task DeletePropertyAsync(FilledCosts c) =>
        await c.Costs.Properties.DeleteAsync((await c.Costs.PropertyAsync(c.SpareOwner, name: "Unused")).Id, null, None);

    private static async Task RestorePropertyAsync(FilledCosts c)
    {
        var property = await c.Costs.PropertyAsync(c.SpareOwner, name: "Unused");
        await c.Costs.Properties.DeleteAsync(property.Id, null, None);
        (await c.Costs.Properties.RestoreAsync(property.Id, property.Version, null, None)).Record.Should().BeEquivalentTo(property, p => p.Excluding(r => r.Version));
    }

    // A period that none comes before.
    private static async Task SetOpeningAsync(FilledCosts c)
    {
        var first = await c.Costs.MonthAsync(-5);
        await c.Costs.Periods.SetOpeningAsync(first.Id, new OpeningInput(c.Owner.Id, 5), None);
    }

    private static async Task TakeOverAsync(FilledCosts c)
    {
        await c.Costs.ReopenAsync(c.Closed);
        await c.Costs.Closing.TakeOverPropertiesAsync(c.Closed.Id, null, None);
    }

    private static async Task CorrectAsync(FilledCosts c)
    {
        await c.Costs.CloseAsync(c.Open, confirm: true);
        await c.Costs.ReopenAsync(c.Closed);
        await c.Costs.ContributionAsync(c.Closed, c.Owner, 5);
        await c.Costs.CloseAsync(c.Closed);
    }
}
