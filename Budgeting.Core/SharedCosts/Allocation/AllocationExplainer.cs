using System.Numerics;
using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

/// <summary>Says of allocated lines what they are a share of, and how much it is exactly.</summary>
internal sealed class AllocationExplainer
{
    private readonly ILookup<Guid, SourceSum> _sums;
    private readonly Dictionary<Guid, BudgetItem> _items;
    private readonly Dictionary<Guid, ExpenseDto> _expenses;
    private readonly Dictionary<Guid, string> _properties;
    private readonly Currency _currency;

    private AllocationExplainer(
        IEnumerable<SourceSum> sums, IEnumerable<BudgetItem> items, IEnumerable<ExpenseDto> expenses, IEnumerable<Property> properties, Currency currency)
    {
        _sums = sums.ToLookup(s => s.SourceId);
        _items = items.ToDictionary(i => i.Id);
        _expenses = expenses.ToDictionary(e => e.Id);
        _properties = properties.ToDictionary(p => p.Id, p => p.Name);
        _currency = currency;
    }

    /// <summary>For any lines of a period.</summary>
    public static async Task<AllocationExplainer> OfPeriodAsync(
        SharedCostsRepository repository, Guid periodId, Currency currency, CancellationToken cancellationToken)
    {
        var items = await repository.ItemsAsync(periodId, cancellationToken);
        var expenses = await repository.ByDayAsync(ExpenseRecords.Projection, e => e.PeriodId == periodId, cancellationToken);
        var sources = expenses.Select(e => e.Id).Concat(items.Select(i => i.Id)).ToHashSet();
        return new AllocationExplainer(
            await repository.SourceSumsAsync(sources, cancellationToken), items, expenses, await repository.AllPropertiesAsync(cancellationToken), currency);
    }

    /// <summary>For some lines: nothing is read that they don't need.</summary>
    public static async Task<IReadOnlyList<AllocationDto>> DtosOfAsync(
        SharedCostsRepository repository, Guid periodId, IReadOnlyList<AllocationLine> lines, Currency currency, CancellationToken cancellationToken)
    {
        if (lines.Count == 0)
        {
            return [];
        }

        var sources = lines.Select(l => l.SourceId).ToHashSet();
        var explainer = new AllocationExplainer(
            await repository.SourceSumsAsync(sources, cancellationToken),
            await repository.ItemsAsync(periodId, cancellationToken),
            await repository.ExpensesOfAsync(sources, cancellationToken),
            await repository.AllPropertiesAsync(cancellationToken),
            currency);
        return explainer.DtosOf(lines);
    }

    public IReadOnlyList<AllocationDto> DtosOf(IReadOnlyList<AllocationLine> lines) => lines.Select(DtoOf).ToList();

    private AllocationDto DtoOf(AllocationLine line)
    {
        var (item, expense) = (_items[line.BudgetItemId], _expenses.GetValueOrDefault(line.SourceId));
        var (amount, total) = (_sums[line.SourceId].Sum(s => s.Amount), _sums[line.SourceId].Sum(s => s.Weight * s.Days));
        var exact = new ExactAmount(Millionths(amount) * Millionths(line.Weight * line.Days), Millionths(total) * 1_000_000);
        return new AllocationDto(
            line.Id, line.SourceId, line.IsTariff, item.Id, item.PaymentType, item.Strategy, expense?.Date, expense?.Description, amount,
            line.PropertyId, _properties[line.PropertyId], line.OwnerId, line.Weight, line.Days, total,
            exact.ToString(), exact.Truncated(Amounts.Decimals), line.Adjustment * _currency.MinorUnit, line.Amount);
    }

    private static BigInteger Millionths(decimal number) => new(number * 1_000_000);
}
