using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// Keeps the allocation lines of a period as its expenses, items, readings and shares say. Lines that are right stay untouched, down to
/// their ids.
/// </summary>
internal sealed class AllocationWriter(SharedCostsRepository repository, Currency currency, TimeProvider time)
{
    // Of a period there may be more lines than fit into memory.
    private const int LinesAtOnce = 10_000;

    private readonly PeriodSums _sums = new(repository);

    /// <summary>Allocates expenses just added to an item: of what is there, nothing changes but the tariff that they take the place of.</summary>
    public async Task AddAsync(IEnumerable<Expense> expenses, BudgetItem item, CancellationToken cancellationToken)
    {
        var basis = await BasisAsync(item, cancellationToken);
        if (item.UnitPrice is not null)
        {
            await repository.DeleteLinesAsync([item.Id], cancellationToken);
        }

        foreach (var some in expenses.Chunk(AtOnce(basis)))
        {
            await repository.InsertLinesAsync(some.SelectMany(e => basis.LinesOf(e.Id, e.Signed, currency, NewId)).ToList(), cancellationToken);
        }
    }

    /// <summary>Allocates some expenses again, as they are saved. Of what else there is, nothing changes but the tariffs of items that gain their first or lose their last one.</summary>
    /// <param name="expenses">Those that are gone, too.</param>
    /// <param name="items">All that one of them is of, or was.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RewriteAsync(IReadOnlyCollection<Guid> expenses, IReadOnlyCollection<BudgetItem> items, CancellationToken cancellationToken)
    {
        await repository.SaveAsync(cancellationToken);
        var sources = (await repository.SourcesAsync(expenses, cancellationToken)).ToLookup(s => s.BudgetItemId);
        await RewriteAsync(expenses.Except(sources.SelectMany(s => s.Select(e => e.Id))).ToList(), _ => [], cancellationToken);
        foreach (var item in items)
        {
            var basis = await BasisAsync(item, cancellationToken);
            var hasExpenses = sources.Contains(item.Id) || await repository.ItemHasExpensesAsync(item.Id, cancellationToken);
            await RewriteAsync(item, basis, hasExpenses, sources[item.Id], cancellationToken);
        }
    }

    /// <summary>Allocates again whatever belongs to these items of one period, as it is saved.</summary>
    /// <param name="items">With everything that an edit changes in them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RewriteAsync(IReadOnlyCollection<BudgetItem> items, CancellationToken cancellationToken)
    {
        await repository.SaveAsync(cancellationToken);
        var ids = items.Select(i => i.Id).ToList();
        var sources = (await repository.SourcesOfItemsAsync(ids, cancellationToken)).ToLookup(s => s.BudgetItemId);
        var shares = items.Count == 0 ? [] : await repository.SharesAsync(items.First().PeriodId, cancellationToken);
        var readings = (await repository.ReadingsOfItemsAsync(ids, cancellationToken)).ToLookup(r => r.BudgetItemId);
        foreach (var item in items)
        {
            await RewriteAsync(item, AllocationBasis.Of(item, shares, readings[item.Id]), sources.Contains(item.Id), sources[item.Id], cancellationToken);
        }
    }

    /// <summary>Allocates the whole period again.</summary>
    public async Task RewriteAsync(Guid periodId, CancellationToken cancellationToken) =>
        await RewriteAsync(await repository.ItemsAsync(periodId, cancellationToken), cancellationToken);

    private async Task<AllocationBasis> BasisAsync(BudgetItem item, CancellationToken cancellationToken) => AllocationBasis.Of(
        item,
        await repository.SharesAsync(item.PeriodId, cancellationToken),
        item.Strategy == AllocationStrategy.UsageBased ? await repository.ReadingsOfItemsAsync([item.Id], cancellationToken) : []);

    private async Task RewriteAsync(
        BudgetItem item, AllocationBasis basis, bool hasExpenses, IEnumerable<AllocationSource> sources, CancellationToken cancellationToken)
    {
        var tariff = hasExpenses ? 0 : basis.TariffOf(currency);
        var lines = basis.LinesOf(item.Id, tariff, currency, NewId);
        await RewriteAsync([item.Id], _ => lines, cancellationToken);
        await _sums.RequireTariffsAsync(item.PeriodId, tariff, cancellationToken);
        foreach (var some in sources.Chunk(AtOnce(basis)))
        {
            var amounts = some.ToDictionary(s => s.Id, s => s.Signed);
            await RewriteAsync(amounts.Keys, id => basis.LinesOf(id, amounts[id], currency, NewId), cancellationToken);
        }
    }

    private async Task RewriteAsync(
        IReadOnlyCollection<Guid> sources, Func<Guid, IReadOnlyList<AllocationLine>> rightOf, CancellationToken cancellationToken)
    {
        var stored = (await repository.LinesOfAsync(sources, cancellationToken)).ToLookup(l => l.SourceId);
        var wrong = sources.Select(s => (Id: s, Right: rightOf(s))).Where(s => !AreSame([.. stored[s.Id]], s.Right)).ToList();
        await repository.DeleteLinesAsync(wrong.Select(s => s.Id).Where(stored.Contains).ToList(), cancellationToken);
        await repository.InsertLinesAsync(wrong.SelectMany(s => s.Right).ToList(), cancellationToken);
    }

    private static int AtOnce(AllocationBasis basis) => Math.Max(1, LinesAtOnce / Math.Max(1, basis.Count));

    // Each property of each owner has one line.
    private static bool AreSame(IReadOnlyCollection<AllocationLine> some, IReadOnlyCollection<AllocationLine> others)
    {
        if (some.Count != others.Count)
        {
            return false;
        }

        var known = some.ToDictionary(l => (l.PropertyId, l.OwnerId));
        return others.All(l => known.TryGetValue((l.PropertyId, l.OwnerId), out var same) && Plain(l) == Plain(same));
    }

    private static (Guid, bool, decimal, int, decimal, int) Plain(AllocationLine l) =>
        (l.BudgetItemId, l.IsTariff, l.Weight, l.Days, l.Amount, l.Adjustment);

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
