using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// Keeps the allocation lines of a period as its expenses, items, readings and shares say. Lines that are right stay untouched, down to
/// their ids.
/// </summary>
internal sealed class AllocationWriter(SharedCostsRepository repository, Currency currency, TimeProvider time)
{
    /// <summary>Allocates expenses just added to an item: of what is there, nothing changes but the tariff that they take the place of.</summary>
    public async Task AddAsync(IEnumerable<Expense> expenses, BudgetItem item, CancellationToken cancellationToken)
    {
        var basis = await BasisAsync(item, cancellationToken);
        if (item.UnitPrice is not null)
        {
            await repository.DeleteLinesAsync([item.Id], cancellationToken);
        }

        foreach (var expense in expenses)
        {
            await repository.InsertLinesAsync(basis.LinesOf(expense.Id, expense.Signed, currency, NewId), cancellationToken);
        }
    }

    /// <summary>Allocates again whatever belongs to these items of one period, as it is saved.</summary>
    /// <param name="items">With everything that an edit changes in them.</param>
    /// <param name="gone">Expenses that belonged to one of them and no longer do.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RewriteAsync(IReadOnlyCollection<BudgetItem> items, IReadOnlyCollection<Guid> gone, CancellationToken cancellationToken)
    {
        await repository.SaveAsync(cancellationToken);
        var right = await LinesOfAsync(items, cancellationToken);
        var sources = right.Keys.Concat(items.Select(i => i.Id)).Concat(gone).Distinct().ToList();
        var stored = (await repository.LinesOfAsync(sources, cancellationToken)).ToLookup(l => l.SourceId);
        var wrong = sources.Where(s => !AreSame(stored[s], right.GetValueOrDefault(s) ?? [])).ToList();
        await repository.DeleteLinesAsync(wrong.Where(s => stored[s].Any()).ToList(), cancellationToken);
        await repository.InsertLinesAsync(wrong.SelectMany(s => right.GetValueOrDefault(s) ?? []).ToList(), cancellationToken);
    }

    /// <summary>Allocates the whole period again.</summary>
    public async Task RewriteAsync(Guid periodId, CancellationToken cancellationToken) =>
        await RewriteAsync(await repository.ItemsAsync(periodId, cancellationToken), [], cancellationToken);

    private async Task<AllocationBasis> BasisAsync(BudgetItem item, CancellationToken cancellationToken) => AllocationBasis.Of(
        item,
        await repository.SharesAsync(item.PeriodId, cancellationToken),
        item.Strategy == AllocationStrategy.UsageBased ? await repository.ReadingsOfItemsAsync([item.Id], cancellationToken) : []);

    private async Task<IReadOnlyDictionary<Guid, IReadOnlyList<AllocationLine>>> LinesOfAsync(
        IReadOnlyCollection<BudgetItem> items, CancellationToken cancellationToken)
    {
        var ids = items.Select(i => i.Id).ToList();
        var shares = items.Count == 0 ? [] : await repository.SharesAsync(items.First().PeriodId, cancellationToken);
        var readings = (await repository.ReadingsOfItemsAsync(ids, cancellationToken)).ToLookup(r => r.BudgetItemId);
        var sources = (await repository.SourcesAsync(ids, cancellationToken)).ToLookup(s => s.BudgetItemId);
        var lines = new Dictionary<Guid, IReadOnlyList<AllocationLine>>();
        foreach (var item in items)
        {
            var basis = AllocationBasis.Of(item, shares, readings[item.Id]);
            foreach (var source in sources[item.Id])
            {
                lines[source.Id] = basis.LinesOf(source.Id, source.Signed, currency, NewId);
            }

            lines[item.Id] = sources[item.Id].Any() ? [] : basis.LinesOf(item.Id, basis.TariffOf(currency), currency, NewId);
        }

        return lines;
    }

    private static bool AreSame(IEnumerable<AllocationLine> some, IEnumerable<AllocationLine> others) =>
        some.Select(Plain).ToHashSet().SetEquals(others.Select(Plain));

    private static (Guid, Guid, Guid, bool, decimal, int, decimal, int) Plain(AllocationLine l) =>
        (l.BudgetItemId, l.PropertyId, l.OwnerId, l.IsTariff, l.Weight, l.Days, l.Amount, l.Adjustment);

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
