using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.SharedCosts;

/// <summary>What files are made of, row by row: a period may have more than fits into memory.</summary>
internal sealed partial class SharedCostsRepository
{
    public IAsyncEnumerable<ContributionDto> ContributionsOfAsync(Guid periodId) =>
        Db.Contributions.Where(c => c.PeriodId == periodId).OrderBy(c => c.Date).ThenBy(c => c.Id).Select(ContributionRecords.Projection).AsAsyncEnumerable();

    public IAsyncEnumerable<ExpenseDto> ExpensesOfAsync(Guid periodId) =>
        Db.Expenses.Where(e => e.PeriodId == periodId).OrderBy(e => e.Date).ThenBy(e => e.Id).Select(ExpenseRecords.Projection).AsAsyncEnumerable();

    public IAsyncEnumerable<ChargeDto> ChargesOfAsync(Guid periodId) =>
        Db.Charges.Where(c => c.PeriodId == periodId).OrderBy(c => c.Date).ThenBy(c => c.Id).Select(ChargeRecords.Projection).AsAsyncEnumerable();

    /// <summary>Which of the keys were imported into the period before.</summary>
    public Task<IReadOnlySet<Guid>> ImportedContributionsAsync(Guid periodId, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) =>
        Db.KnownAsync<Contribution>((nameof(Contribution.PeriodId), periodId), nameof(Contribution.ImportKey), keys, cancellationToken);

    /// <inheritdoc cref="ImportedContributionsAsync"/>
    public Task<IReadOnlySet<Guid>> ImportedExpensesAsync(Guid periodId, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) =>
        Db.KnownAsync<Expense>((nameof(Expense.PeriodId), periodId), nameof(Expense.ImportKey), keys, cancellationToken);

    /// <summary>Whether a record of the period has the key.</summary>
    public async Task<bool> IsImportedAsync(Guid periodId, Guid key, CancellationToken cancellationToken) =>
        await Db.Contributions.AnyAsync(c => c.PeriodId == periodId && c.ImportKey == key, cancellationToken) ||
        await Db.Expenses.AnyAsync(e => e.PeriodId == periodId && e.ImportKey == key, cancellationToken);

    /// <summary>What was recorded for these days without a file.</summary>
    public async Task<IReadOnlyList<Contribution>> ContributionsByHandAsync(Guid periodId, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        await Db.Contributions.AsNoTracking()
            .Where(c => c.PeriodId == periodId && c.ImportKey == null && c.Date >= first && c.Date <= last)
            .ToListAsync(cancellationToken);

    /// <inheritdoc cref="ContributionsByHandAsync"/>
    public async Task<IReadOnlyList<Expense>> ExpensesByHandAsync(Guid periodId, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        await Db.Expenses.AsNoTracking()
            .Where(e => e.PeriodId == periodId && e.ImportKey == null && e.Date >= first && e.Date <= last)
            .ToListAsync(cancellationToken);

    /// <summary>The payment types that expenses have, by name.</summary>
    public async Task<IReadOnlyList<string>> SpentTypesAsync(CancellationToken cancellationToken) =>
        await Db.Expenses.Select(e => e.PaymentType).Distinct().OrderBy(t => t).ToListAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, string>> PropertyNamesAsync(CancellationToken cancellationToken) =>
        await Db.Properties.OrderBy(p => p.Id).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
}
