using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.SharedCosts;

/// <summary>What files are made of.</summary>
internal sealed partial class SharedCostsRepository
{
    /// <summary>Whether a record of the period has the key.</summary>
    public async Task<bool> IsImportedAsync(Guid periodId, Guid key, CancellationToken cancellationToken) =>
        await Db.Contributions.AnyAsync(c => c.PeriodId == periodId && c.ImportKey == key, cancellationToken) ||
        await Db.Expenses.AnyAsync(e => e.PeriodId == periodId && e.ImportKey == key, cancellationToken);

    /// <summary>The payment types that expenses have, by name.</summary>
    public async Task<IReadOnlyList<string>> SpentTypesAsync(CancellationToken cancellationToken) =>
        await Db.Expenses.Select(e => e.PaymentType).Distinct().OrderBy(t => t).ToListAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, string>> PropertyNamesAsync(CancellationToken cancellationToken) =>
        await Db.Properties.OrderBy(p => p.Id).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
}
