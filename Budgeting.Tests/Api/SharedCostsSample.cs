using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

/// <summary>One record of each kind of shared costs, by the address or field that its id is for.</summary>
internal static class SharedCostsSample
{
    public static async Task<Dictionary<string, Guid>> CreateAsync(TestActor of)
    {
        var owner = await of.OwnerAsync($"Owner {Guid.NewGuid()}");
        var property = await of.PropertyAsync(owner);
        var period = await of.PeriodAsync($"Filled {Guid.NewGuid()}");
        var item = await of.ItemAsync(period, AllocationStrategy.UsageBased);
        var reading = await of.ReadingAsync(item, property);
        var expense = await of.ExpenseAsync(period, 60, item);
        await of.Get<ExpensesService>().SetReceiptAsync(expense.Id, ReceiptInput.Of(TestPictures.Png, "receipt.png"), version: null, CancellationToken.None);
        var closed = await of.PeriodAsync($"Closed {Guid.NewGuid()}");
        await of.ContributionAsync(closed, owner, 10);
        await of.Get<ClosingService>().CloseAsync(closed.Id, new CloseInput(), version: null, CancellationToken.None);
        var type = Guid.NewGuid();
        await of.Get<PaymentTypesService>().AddAsync($"{type}", CancellationToken.None);
        return new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            ["owners"] = (await of.OwnerAsync($"Spare {Guid.NewGuid()}")).Id,
            ["ownerId"] = owner.Id,
            ["paidByOwnerId"] = owner.Id,
            ["fromOwnerId"] = owner.Id,
            ["properties"] = (await of.PropertyAsync(owner, active: false)).Id,
            ["propertyId"] = property.Id,
            ["payment-types"] = type,
            ["periods"] = period.Id,
            ["/api/v1/periods/{id}"] = (await of.PeriodAsync($"Empty {Guid.NewGuid()}")).Id,
            ["/api/v1/periods/{id}/statements"] = closed.Id,
            ["contributions"] = (await of.ContributionAsync(period, owner, 10)).Id,
            ["expenses"] = expense.Id,
            ["budget-items"] = (await of.ItemAsync(period)).Id,
            ["budgetItemId"] = item.Id,
            ["readings"] = reading.Id,
            ["charges"] = (await of.ChargeAsync(period, owner, 5)).Id,
            ["statements"] = (await of.Get<StatementsService>().IssueAsync(closed.Id, ownerId: null, CancellationToken.None)).Issued[0].Id,
        };
    }
}
