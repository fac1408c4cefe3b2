using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.SharedCosts;

/// <summary>What is recorded in a period. Lists are chronological.</summary>
internal sealed partial class SharedCostsRepository
{
    private static readonly Func<BudgetingDbContext, Guid, CancellationToken, Task<BudgetItem?>> ItemQuery =
        EF.CompileAsyncQuery((BudgetingDbContext db, Guid id, CancellationToken _) => db.Set<BudgetItem>().SingleOrDefault(i => i.Id == id));

    private static readonly Expression<Func<Expense, AllocationSource>> Sources =
        e => new AllocationSource(e.Id, e.BudgetItemId!.Value, e.Refund, e.Amount);

    /// <summary>By their days, each with what its owner had paid until then.</summary>
    public async Task<Page<ContributionDto>> ContributionsAsync(Guid periodId, Guid? ownerId, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await ByDayAsync(ContributionRecords.Projection, c => c.PeriodId == periodId && (ownerId == null || c.OwnerId == ownerId), page, cancellationToken);
        return rows with { Items = await WithCumulativeAsync(periodId, rows.Items, cancellationToken) };
    }

    /// <summary>Whether a payment of this amount is recorded, of who pays and to who gets it.</summary>
    public async Task<bool> IsPaidAsync(Guid periodId, Transfer transfer, CancellationToken cancellationToken) =>
        (transfer.FromOwnerId is null ||
            await Db.Contributions.AnyAsync(c => c.PeriodId == periodId && c.OwnerId == transfer.FromOwnerId && !c.Payout && c.Amount == transfer.Amount, cancellationToken)) &&
        (transfer.ToOwnerId is null ||
            await Db.Contributions.AnyAsync(c => c.PeriodId == periodId && c.OwnerId == transfer.ToOwnerId && c.Payout && c.Amount == transfer.Amount, cancellationToken));

    public Task<Expense?> ExpenseAsync(Guid id, CancellationToken cancellationToken) =>
        Db.Expenses.FindAsync([id], cancellationToken).AsTask();

    /// <summary>Those of no budget item, to be written.</summary>
    public async Task<IReadOnlyList<Expense>> UnallocatedAsync(Guid periodId, CancellationToken cancellationToken) =>
        await Db.Expenses.Where(e => e.PeriodId == periodId && e.BudgetItemId == null).OrderBy(e => e.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<ExpenseDto>> ExpensesOfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var expenses = new List<ExpenseDto>();
        foreach (var some in ids.Chunk(SourcesAtOnce))
        {
            expenses.AddRange(await ByDayAsync(ExpenseRecords.Projection, e => some.Contains(e.Id), cancellationToken));
        }

        return expenses;
    }

    /// <summary>What must be allocated of some expenses: those of an item, and only what that takes.</summary>
    public async Task<IReadOnlyList<AllocationSource>> SourcesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var sources = new List<AllocationSource>();
        foreach (var some in ids.Chunk(SourcesAtOnce))
        {
            sources.AddRange(await Db.Expenses.Where(e => some.Contains(e.Id) && e.BudgetItemId != null).Select(Sources).ToListAsync(cancellationToken));
        }

        return sources;
    }

    /// <summary>What must be allocated with these items.</summary>
    public async Task<IReadOnlyList<AllocationSource>> SourcesOfItemsAsync(IReadOnlyCollection<Guid> itemIds, CancellationToken cancellationToken) =>
        await Db.Expenses.Where(e => e.BudgetItemId != null && itemIds.Contains(e.BudgetItemId.Value)).Select(Sources).ToListAsync(cancellationToken);

    public Task<bool> ItemHasExpensesAsync(Guid itemId, CancellationToken cancellationToken) =>
        Db.Expenses.AnyAsync(e => e.BudgetItemId == itemId, cancellationToken);

    public Task<Receipt?> ReceiptAsync(Guid expenseId, CancellationToken cancellationToken) =>
        Db.Receipts.SingleOrDefaultAsync(r => r.Id == expenseId, cancellationToken);

    public Task<BudgetItem?> ItemAsync(Guid id, CancellationToken cancellationToken) => ItemQuery(Db, id, cancellationToken);

    public async Task<IReadOnlyList<BudgetItem>> ItemsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await Db.BudgetItems.Where(i => ids.Contains(i.Id)).OrderBy(i => i.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<BudgetItem>> ItemsAsync(Guid periodId, CancellationToken cancellationToken) =>
        await Db.BudgetItems.AsNoTracking().Where(i => i.PeriodId == periodId).OrderBy(i => i.Id).ToListAsync(cancellationToken);

    public Task<bool> IsReadAsync(Guid itemId, Guid propertyId, string serial, Guid otherThan, CancellationToken cancellationToken) =>
        Db.Readings.AnyAsync(
            r => r.BudgetItemId == itemId && r.PropertyId == propertyId && r.MeterSerial == serial && r.Id != otherThan, cancellationToken);

    public async Task<IReadOnlyList<Reading>> ReadingsOfItemsAsync(IReadOnlyCollection<Guid> itemIds, CancellationToken cancellationToken) =>
        await Db.Readings.AsNoTracking().Where(r => itemIds.Contains(r.BudgetItemId)).ToListAsync(cancellationToken);

    /// <summary>How a property was read for a payment type in the last of the periods that ended before a day, the one added last first.</summary>
    public async Task<IReadOnlyList<Reading>> ReadingsBeforeAsync(
        DateOnly day, string paymentType, Guid propertyId, CancellationToken cancellationToken)
    {
        var before = Db.Readings.AsNoTracking().Where(r => r.PropertyId == propertyId && Db.Set<BudgetItem>().Any(i => i.Id == r.BudgetItemId && i.PaymentType == paymentType));
        var last = await Db.Periods.Where(p => p.EndDate < day && before.Any(r => r.PeriodId == p.Id))
            .OrderByDescending(p => p.EndDate).ThenByDescending(p => p.Id)
            .Select(p => (Guid?)p.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return last is null ? [] : await before.Where(r => r.PeriodId == last).OrderByDescending(r => r.Id).ToListAsync(cancellationToken);
    }

    /// <summary>The active properties that were never read for an item, of the items that are shared by the readings of others.</summary>
    public async Task<IReadOnlyList<MissingReadings>> MissingReadingsAsync(Guid periodId, CancellationToken cancellationToken)
    {
        var items = await Db.BudgetItems
            .Where(i => i.PeriodId == periodId && i.Strategy == AllocationStrategy.UsageBased &&
                (i.UnitPrice != null || Db.Set<Expense>().Any(e => e.BudgetItemId == i.Id)) && Db.Set<Reading>().Any(r => r.BudgetItemId == i.Id))
            .OrderBy(i => i.Id)
            .Select(BudgetItemRecords.Projection)
            .ToListAsync(cancellationToken);
        var missing = new List<MissingReadings>();
        foreach (var item in ByName(items, i => i.PaymentType))
        {
            var unread = await Db.Properties
                .Where(p => Db.Set<PeriodShare>().Any(s => s.PeriodId == periodId && s.PropertyId == p.Id && s.Active) &&
                    !Db.Set<Reading>().Any(r => r.BudgetItemId == item.Id && r.PropertyId == p.Id))
                .OrderBy(p => p.Id)
                .Select(p => new PropertyName(p.Id, p.Name))
                .ToListAsync(cancellationToken);
            if (unread.Count > 0)
            {
                missing.Add(new MissingReadings(item, ByName(unread, p => p.Name)));
            }
        }

        return missing;
    }

    /// <summary>A property that was read in a period and has no part in it; <c>null</c>: none.</summary>
    public Task<string?> ReadWithoutPartAsync(Guid periodId, CancellationToken cancellationToken) =>
        Db.Properties
            .Where(p => Db.Set<Reading>().Any(r => r.PeriodId == periodId && r.PropertyId == p.Id) && !Db.Set<PeriodShare>().Any(s => s.PeriodId == periodId && s.PropertyId == p.Id))
            .OrderBy(p => p.Name)
            .Select(p => p.Name)
            .FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<Reading>> ReadingsAsync(Guid periodId, PageRequest page, CancellationToken cancellationToken) =>
        await Db.Readings.AsNoTracking()
            .Where(r => r.PeriodId == periodId)
            .After(page)
            .Take(page.Limit + 1)
            .ToListAsync(cancellationToken);

    /// <summary>Each with what its owner had paid until then.</summary>
    /// <param name="rows">Some that follow each other by their days.</param>
    public async Task<IReadOnlyList<ContributionDto>> WithCumulativeAsync(
        Guid periodId, IReadOnlyList<ContributionDto> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return rows;
        }

        var (date, id) = (rows[0].Date, rows[0].Id);
        var owners = rows.Select(r => r.OwnerId).Distinct().ToList();
        var before = await Db.Contributions
            .Where(c => c.PeriodId == periodId && (c.Date < date || (c.Date == date && c.Id.CompareTo(id) < 0)) && owners.Contains(c.OwnerId))
            .GroupBy(c => new { c.OwnerId, c.Payout })
            .Select(g => new { g.Key.OwnerId, g.Key.Payout, Amount = g.Sum(c => c.Amount) })
            .ToListAsync(cancellationToken);
        var sums = before.GroupBy(b => b.OwnerId).ToDictionary(g => g.Key, g => g.Sum(b => b.Payout ? -b.Amount : b.Amount));
        return rows.Select(r => r with { Cumulative = sums[r.OwnerId] = sums.GetValueOrDefault(r.OwnerId) + (r.Payout ? -r.Amount : r.Amount) }).ToList();
    }
}

/// <summary>An expense as far as it is allocated.</summary>
internal sealed record AllocationSource(Guid Id, Guid BudgetItemId, bool Refund, decimal Amount)
{
    public decimal Signed => Refund ? -Amount : Amount;
}
