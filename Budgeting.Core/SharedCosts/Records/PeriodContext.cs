using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// What the records of periods share in one unit of work: rules, repository, and what has to be allocated again, once, when all are
/// written.
/// </summary>
internal sealed class PeriodContext(UnitOfWork work, CurrentMember current, Currency currency, TimeProvider time)
{
    private readonly HashSet<Guid> _items = [];
    private readonly HashSet<Guid> _itemsOfExpenses = [];
    private readonly HashSet<Guid> _expenses = [];

    public UnitOfWork Work => work;

    public CurrentMember Current => current;

    public Currency Currency => currency;

    public TimeProvider Time => time;

    public SharedCostsRepository Repository { get; } = new(work);

    public RecordRules Rules { get; } = new(work, new SharedCostsRepository(work), current);

    public static async Task<PeriodContext> OpenAsync(UnitOfWork work, CurrentMember current, TimeProvider time, CancellationToken cancellationToken) =>
        new(work, current, await current.CurrencyAsync(cancellationToken), time);

    /// <summary>Has everything of a budget item allocated again.</summary>
    public void Touch(Guid itemId) => _items.Add(itemId);

    /// <summary>Has an expense allocated again.</summary>
    public void Touch(Expense expense)
    {
        _expenses.Add(expense.Id);
        if (expense.BudgetItemId is { } item)
        {
            _itemsOfExpenses.Add(item);
        }
    }

    /// <summary>Call when all are written; what was allocated again isn't a second time.</summary>
    public async Task ReallocateAsync(CancellationToken cancellationToken)
    {
        var allocations = new AllocationWriter(Repository, currency, time);
        if (_items.Count > 0)
        {
            await Repository.SaveAsync(cancellationToken);
            foreach (var some in (await Repository.ItemsAsync(_items, cancellationToken)).GroupBy(i => i.PeriodId))
            {
                await allocations.RewriteAsync([.. some], cancellationToken);
            }
        }

        if (_expenses.Count > 0)
        {
            await allocations.RewriteAsync(_expenses, await Repository.ItemsAsync(_itemsOfExpenses, cancellationToken), cancellationToken);
        }

        _items.Clear();
        _itemsOfExpenses.Clear();
        _expenses.Clear();
    }

    /// <summary>The key of the file's line that a record came from, unless another record has it meanwhile.</summary>
    public async Task<Guid?> FreeKeyAsync(Guid? has, Guid periodId, Guid? key, CancellationToken cancellationToken) =>
        key is { } known && (known == has || !await Repository.IsImportedAsync(periodId, known, cancellationToken)) ? known : null;
}
