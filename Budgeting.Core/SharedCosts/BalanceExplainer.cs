using System.Numerics;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.SharedCosts;

/// <summary>Says of every figure where it comes from.</summary>
internal static class BalanceExplainer
{
    public static async Task<BalanceExplanation> ExplainAsync(
        SharedCostsRepository repository, Guid periodId, Guid ownerId, Currency currency, CancellationToken cancellationToken)
    {
        var period = await RecordRules.RequirePeriodAsync(repository, periodId, cancellationToken);
        var owner = await repository.OwnerCardAsync(ownerId, cancellationToken) ?? throw new NotFoundException("owner");
        var chain = new PeriodChain(await repository.PeriodsAsync(cancellationToken));
        var sheet = await SheetReader.ReadAsync(repository, period, chain.IsStale(period), cancellationToken);
        return new BalanceExplanation(
            chain.DtoOf(period),
            sheet.Rows.SingleOrDefault(r => r.OwnerId == ownerId) ?? new BalanceRow(ownerId, owner.Name, 0, 0, 0, 0, 0, 0),
            await repository.ContributionsAsync(periodId, ownerId, cancellationToken),
            await repository.ExpensesAsync(e => e.PeriodId == periodId && e.PaidByOwnerId == ownerId, cancellationToken),
            await DtosOfAsync(repository, periodId, await repository.LinesAsync(periodId, ownerId, after: null, int.MaxValue, cancellationToken), currency, cancellationToken),
            await repository.ChargesAsync(periodId, ownerId, cancellationToken));
    }

    public static async Task<IReadOnlyList<AllocationDto>> DtosOfAsync(
        SharedCostsRepository repository, Guid periodId, IReadOnlyList<AllocationLine> lines, Currency currency, CancellationToken cancellationToken)
    {
        if (lines.Count == 0)
        {
            return [];
        }

        var sourceIds = lines.Select(l => l.SourceId).ToHashSet();
        var sums = (await repository.SourceSumsAsync(sourceIds, cancellationToken)).ToLookup(s => s.SourceId);
        var items = (await repository.ItemsAsync(periodId, cancellationToken)).ToDictionary(i => i.Id);
        var expenses = (await repository.ExpensesOfAsync(sourceIds, cancellationToken)).ToDictionary(e => e.Id);
        var properties = (await repository.AllPropertiesAsync(cancellationToken)).ToDictionary(p => p.Id, p => p.Name);
        return lines
            .Select(l => DtoOf(l, items[l.BudgetItemId], expenses.GetValueOrDefault(l.SourceId), [.. sums[l.SourceId]], properties[l.PropertyId], currency))
            .ToList();
    }

    private static AllocationDto DtoOf(
        AllocationLine line, BudgetItem item, ExpenseDto? expense, IReadOnlyList<SourceSum> sums, string propertyName, Currency currency)
    {
        var (amount, total) = (sums.Sum(s => s.Amount), sums.Sum(s => s.Weight * s.Days));
        var exact = new ExactAmount(Millionths(amount) * Millionths(line.Weight * line.Days), Millionths(total) * 1_000_000);
        return new AllocationDto(
            line.Id, line.SourceId, line.IsTariff, item.Id, item.PaymentType, item.Strategy, expense?.Date, expense?.Description, amount,
            line.PropertyId, propertyName, line.OwnerId, line.Weight, line.Days, total,
            exact.ToString(), exact.Truncated(Money.Decimals), line.Adjustment * currency.MinorUnit, line.Amount);
    }

    private static BigInteger Millionths(decimal number) => new(number * 1_000_000);
}
