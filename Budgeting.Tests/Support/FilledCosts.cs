using Budgeting.Core.SharedCosts;

namespace Budgeting.Tests.Support;

/// <summary>A community with at least one row of every kind: one period closed, one open with records, one empty.</summary>
public sealed record FilledCosts(
    TestCosts Costs,
    OwnerDto Owner,
    PropertyDto Property,
    OwnerDto SpareOwner,
    PropertyDto SpareProperty,
    PeriodDto Closed,
    PeriodDto Open,
    PeriodDto Empty,
    BudgetItemDto Item,
    BudgetItemDto SpareItem,
    ContributionDto Contribution,
    ExpenseDto Expense,
    ReadingDto Reading,
    ChargeDto Charge,
    StatementSummary Statement)
{
    /// <summary>Begins like a PDF.</summary>
    public static byte[] Pdf { get; } = "%PDF-1.7\n"u8.ToArray();

    public static async Task<FilledCosts> CreateAsync(TestActor admin)
    {
        var costs = new TestCosts(admin);
        var (owner, property) = await costs.OwnedAsync("Ann");
        var (_, spare) = await costs.OwnedAsync("Ben");
        var (january, february, march) = (await costs.MonthAsync(1), await costs.MonthAsync(2), await costs.MonthAsync(3));
        await costs.ContributionAsync(january, owner, 50);
        await costs.CloseAsync(january);
        var statement = (await costs.Statements.IssueAsync(january.Id, owner.Id, default)).Issued[0];
        await costs.PaymentTypes.AddAsync("lift", default);

        var item = await costs.ItemAsync(february, AllocationStrategy.UsageBased);
        var reading = await costs.ReadingAsync(february, item, property, 0, 10);
        var expense = await costs.ExpenseAsync(february, 20, item, paidBy: owner);
        expense = await costs.Expenses.SetReceiptAsync(expense.Id, ReceiptInput.Of(Pdf, "bill.pdf"), version: null, default);
        return new FilledCosts(
            costs, owner, property, await costs.OwnerAsync("Unused"), spare, january, february, march, item, await costs.ItemAsync(february),
            await costs.ContributionAsync(february, owner, 10), expense, reading, await costs.ChargeAsync(february, owner, 5), statement);
    }
}
