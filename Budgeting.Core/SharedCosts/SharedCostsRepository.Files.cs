using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.SharedCosts;

/// <summary>What files are made of, row by row: a period may have more than fits into memory.</summary>
internal sealed partial class SharedCostsRepository
{
    public IAsyncEnumerable<ContributionDto> ContributionsOfAsync(Guid periodId) =>
        Db.Contributions.Where(c => c.PeriodId == periodId).OrderBy(c => c.Date).ThenBy(c => c.Id).Select(ContributionDtos).AsAsyncEnumerable();

    public IAsyncEnumerable<ExpenseDto> ExpensesOfAsync(Guid periodId) =>
        Db.Expenses.Where(e => e.PeriodId == periodId).OrderBy(e => e.Date).ThenBy(e => e.Id).Select(ExpenseDtos).AsAsyncEnumerable();

    public IAsyncEnumerable<ChargeDto> ChargesOfAsync(Guid periodId) =>
        Db.ServiceCharges.Where(c => c.PeriodId == periodId).OrderBy(c => c.Date).ThenBy(c => c.Id).Select(ChargeDtos).AsAsyncEnumerable();

    /// <summary>The payment types that expenses have, by name.</summary>
    public async Task<IReadOnlyList<string>> SpentTypesAsync(CancellationToken cancellationToken) =>
        await Db.Expenses.Select(e => e.PaymentType).Distinct().OrderBy(t => t).ToListAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, string>> PropertyNamesAsync(CancellationToken cancellationToken) =>
        await Db.Properties.OrderBy(p => p.Id).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
}
