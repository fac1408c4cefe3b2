using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.SharedCosts;

/// <summary>Periods, what they are shared by, and the balances that they begin and end with.</summary>
internal sealed partial class SharedCostsRepository
{
    private static readonly Func<BudgetingDbContext, Guid, CancellationToken, Task<Period?>> PeriodQuery =
        EF.CompileAsyncQuery((BudgetingDbContext db, Guid id, CancellationToken _) => db.Set<Period>().SingleOrDefault(p => p.Id == id));

    private static readonly Func<BudgetingDbContext, Guid, IAsyncEnumerable<PeriodShare>> SharesQuery =
        EF.CompileAsyncQuery((BudgetingDbContext db, Guid periodId) => db.Set<PeriodShare>().AsNoTracking().Where(s => s.PeriodId == periodId));

    public Task<Period?> PeriodAsync(Guid id, CancellationToken cancellationToken) => PeriodQuery(Db, id, cancellationToken);

    /// <summary>Every period, and how they follow each other.</summary>
    public async Task<PeriodChain> PeriodChainAsync(CancellationToken cancellationToken) =>
        new(await Db.Periods.OrderBy(p => p.StartDate).ThenBy(p => p.EndDate).ThenBy(p => p.Id).ToListAsync(cancellationToken));

    /// <summary>Whether something was recorded in a period, or it has a budget.</summary>
    public async Task<bool> HasRecordsAsync(Guid periodId, CancellationToken cancellationToken) =>
        await Db.Contributions.AnyAsync(c => c.PeriodId == periodId, cancellationToken) ||
        await Db.Expenses.AnyAsync(e => e.PeriodId == periodId, cancellationToken) ||
        await Db.BudgetItems.AnyAsync(i => i.PeriodId == periodId, cancellationToken) ||
        await Db.Charges.AnyAsync(c => c.PeriodId == periodId, cancellationToken);

    public Task<bool> HasStatementsAsync(Guid periodId, CancellationToken cancellationToken) =>
        Db.Statements.AnyAsync(s => s.PeriodId == periodId, cancellationToken);

    /// <summary>Whether something in a period was recorded for a day outside these.</summary>
    public async Task<bool> HasRecordsOutsideAsync(Guid periodId, DateOnly start, DateOnly end, CancellationToken cancellationToken) =>
        await Db.Contributions.AnyAsync(c => c.PeriodId == periodId && (c.Date < start || c.Date > end), cancellationToken) ||
        await Db.Expenses.AnyAsync(e => e.PeriodId == periodId && (e.Date < start || e.Date > end), cancellationToken) ||
        await Db.Charges.AnyAsync(c => c.PeriodId == periodId && (c.Date < start || c.Date > end), cancellationToken);

    public async Task<IReadOnlyList<PeriodShare>> SharesAsync(Guid periodId, CancellationToken cancellationToken)
    {
        var shares = new List<PeriodShare>();
        await foreach (var share in SharesQuery(Db, periodId).WithCancellation(cancellationToken))
        {
            shares.Add(share);
        }

        return shares;
    }

    /// <summary>Whether the property takes part in the period.</summary>
    public Task<bool> HasPartAsync(Guid periodId, Guid propertyId, CancellationToken cancellationToken) =>
        Db.PeriodShares.AnyAsync(s => s.PeriodId == periodId && s.PropertyId == propertyId, cancellationToken);

    public async Task ReplaceSharesAsync(Guid periodId, IReadOnlyCollection<PeriodShare> shares, CancellationToken cancellationToken)
    {
        await Db.DeleteDerivedAsync<PeriodShare>(s => s.PeriodId == periodId, cancellationToken);
        await Db.InsertDerivedAsync(shares, cancellationToken);
    }

    public Task DeleteSharesOfAsync(Guid propertyId, CancellationToken cancellationToken) =>
        Db.DeleteDerivedAsync<PeriodShare>(s => s.PropertyId == propertyId, cancellationToken);

    public async Task<IReadOnlyList<OpeningBalance>> OpeningsAsync(Guid periodId, CancellationToken cancellationToken) =>
        await Db.OpeningBalances.Where(b => b.PeriodId == periodId).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<ClosingBalance>> ClosingsAsync(Guid periodId, CancellationToken cancellationToken) =>
        await Db.ClosingBalances.Where(b => b.PeriodId == periodId).ToListAsync(cancellationToken);

    /// <summary>
    /// Lets opening and closing balances of closed periods be written, or no longer: a mark that is gone when the transaction is
    /// committed.
    /// </summary>
    public Task RecomputeAsync(IReadOnlyCollection<Guid> periodIds, bool recomputing, CancellationToken cancellationToken) =>
#pragma warning disable RS0030 // Nothing that is left of it could be told by the audit trail.
        UnitOfWork.InBulkAsync<Period>(() =>
            Db.Periods.Where(p => periodIds.Contains(p.Id)).ExecuteUpdateAsync(s => s.SetProperty(p => p.Recomputing, recomputing), cancellationToken));
#pragma warning restore RS0030

    public Task<Statement?> StatementAsync(Guid id, CancellationToken cancellationToken) =>
        Db.Statements.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);

    /// <summary>The beginnings of what the last statements say, by whose and which they are.</summary>
    public async Task<IReadOnlyList<StatementBeginning>> LastBeginningsAsync(Guid periodId, Guid? ownerId, CancellationToken cancellationToken) =>
        await Db.Statements
            .Where(s => s.PeriodId == periodId && (ownerId == null || s.OwnerId == ownerId) && !Db.Set<Statement>().Any(n => n.CorrectsId == s.Id))
            .Select(s => new StatementBeginning(s.Id, s.OwnerId, s.Content.Substring(0, StatementBeginning.Length)))
            .ToListAsync(cancellationToken);

    /// <summary>In the order in which they were issued.</summary>
    public async Task<IReadOnlyList<Statement>> StatementsAsync(Guid periodId, CancellationToken cancellationToken) =>
        await Db.Statements.AsNoTracking().Where(s => s.PeriodId == periodId).OrderBy(s => s.Number).ToListAsync(cancellationToken);

    /// <summary>Without what they say, which may be much.</summary>
    public async Task<IReadOnlyList<StatementSummary>> StatementSummariesAsync(Guid periodId, Guid? ownerId, CancellationToken cancellationToken) =>
        await Db.Statements.Where(s => s.PeriodId == periodId && (ownerId == null || s.OwnerId == ownerId))
            .OrderBy(s => s.Number)
            .Select(s => new StatementSummary(s.Id, s.PeriodId, s.OwnerId, s.Number, s.CorrectsId, s.IssuedAt, null, false))
            .ToListAsync(cancellationToken);

    public async Task<long> LastStatementNumberAsync(CancellationToken cancellationToken) =>
        await Db.Statements.MaxAsync(s => (long?)s.Number, cancellationToken) ?? 0;

    /// <summary>Where the fund is paid; <c>null</c>: no account is known.</summary>
    public Task<PaymentAccount?> FundAccountAsync(CancellationToken cancellationToken) =>
        Db.Set<Organization>().Where(o => o.Iban != null).Select(o => new PaymentAccount(o.Name, o.Iban!)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Where each of some owners is paid, of those whose account is known.</summary>
    public async Task<IReadOnlyDictionary<Guid, PaymentAccount>> AccountsAsync(IReadOnlyCollection<Guid> ownerIds, CancellationToken cancellationToken) =>
        ownerIds.Count == 0 ? new Dictionary<Guid, PaymentAccount>() : await Db.Owners
            .Where(o => ownerIds.Contains(o.Id) && o.Iban != null)
            .ToDictionaryAsync(o => o.Id, o => new PaymentAccount(o.Name, o.Iban!), cancellationToken);
}
