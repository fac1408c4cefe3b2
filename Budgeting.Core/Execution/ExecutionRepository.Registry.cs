using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Execution;

/// <summary>What happened to a program budget, a transaction at a time; and what is due since when.</summary>
internal sealed partial class ExecutionRepository
{
    public async Task<NamedBudget?> NamedBudgetAsync(Guid id, CancellationToken cancellationToken) => await
        (from budget in Db.ProgramBudgets
         where budget.Id == id
         join program in Db.Programs on budget.ProgramId equals program.Id
         select new NamedBudget(budget.Id, program.Code, program.Name, budget.ApprovedAmount ?? 0)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Every transaction of a program budget, or of one category of it.</summary>
    public async Task<IReadOnlyList<RegistryEntry>> RegistryAsync(NamedBudget budget, DateOnly? approvedOn, BudgetCategory? category, CancellationToken cancellationToken) =>
    [
        .. category is null ? await ApprovalsAsync(budget, approvedOn, cancellationToken) : [],
        .. await AllotmentsAsync(budget.Id, category, cancellationToken),
        .. await SpendingAsync(budget.Id, category, cancellationToken),
    ];

    /// <summary>Whether all that is released names its category.</summary>
    public async Task<bool> IsAllottedByCategoryAsync(Guid programBudgetId, CancellationToken cancellationToken) =>
        !await Db.Allotments.AnyAsync(a => a.ProgramBudgetId == programBudgetId && a.Category == null && a.ReleasedOn != null, cancellationToken);

    /// <summary>What was accepted of obligations until the end of a day, in order of days.</summary>
    public async Task<ILookup<Guid, (DateOnly Date, decimal Amount)>> AcceptedAsync(IReadOnlyList<Guid> obligations, DateOnly asOf, CancellationToken cancellationToken)
    {
        var accepted = await Db.WorkItems.Where(i => EF.Parameter(obligations).Contains(i.ObligationId) && i.AcceptedOn <= asOf).OrderBy(i => i.AcceptedOn)
            .Select(i => new { i.ObligationId, i.AcceptedOn, i.Amount }).ToListAsync(cancellationToken);
        return accepted.ToLookup(i => i.ObligationId, i => (i.AcceptedOn!.Value, i.Amount));
    }

    // In one parameter however many they are: each of its own would be too many for the engine.
    public Task<Dictionary<Guid, Obligation>> ObligationsAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        Db.Obligations.AsNoTracking().Where(o => EF.Parameter(ids).Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);

    private async Task<IEnumerable<RegistryEntry>> ApprovalsAsync(NamedBudget budget, DateOnly? approvedOn, CancellationToken cancellationToken)
    {
        var adjustments = await Db.BudgetAdjustments.AsNoTracking().Where(a => a.ProgramBudgetId == budget.Id).ToListAsync(cancellationToken);
        IEnumerable<RegistryEntry> moved = adjustments.Select(a => new RegistryEntry(a.Date, RegistryKind.Adjustment, a.Id, a.AuthorityNo ?? "", Payee: null, a.Reason, a.Amount));
        return approvedOn is { } day
            ? moved.Prepend(new RegistryEntry(day, RegistryKind.Approval, budget.Id, budget.Code, Payee: null, budget.Name, budget.Approved - adjustments.Sum(a => a.Amount)))
            : moved;
    }

    private async Task<IEnumerable<RegistryEntry>> AllotmentsAsync(Guid budgetId, BudgetCategory? category, CancellationToken cancellationToken)
    {
        var released = await Db.Allotments.AsNoTracking()
            .Where(a => a.ProgramBudgetId == budgetId && a.ReleasedOn != null && (category == null || a.Category == category)).ToListAsync(cancellationToken);
        return released.SelectMany(a => new[]
        {
            new RegistryEntry(a.ReleasedOn!.Value, RegistryKind.Allotment, a.Id, PlaceOf(a), Payee: null, a.Reason, a.Amount, a.Id),
            a.CancelledOn is { } day ? new RegistryEntry(day, RegistryKind.AllotmentCancelled, a.Id, PlaceOf(a), Payee: null, a.Reason, -a.Amount, a.Id) : null,
        }).OfType<RegistryEntry>();
    }

    private async Task<IEnumerable<RegistryEntry>> SpendingAsync(Guid budgetId, BudgetCategory? category, CancellationToken cancellationToken)
    {
        var obligations = await
            (from obligation in Db.Obligations.AsNoTracking()
             where category == null || obligation.Category == category
             join allotment in Db.Allotments on obligation.AllotmentId equals allotment.Id
             where allotment.ProgramBudgetId == budgetId
             select obligation).ToListAsync(cancellationToken);
        var payments = await
            (from payment in Db.Disbursements.AsNoTracking()
             join obligation in Db.Obligations on payment.ObligationId equals obligation.Id
             where category == null || obligation.Category == category
             join allotment in Db.Allotments on obligation.AllotmentId equals allotment.Id
             where allotment.ProgramBudgetId == budgetId
             select payment).ToListAsync(cancellationToken);
        var paid = payments.ToLookup(p => p.ObligationId);
        return obligations.SelectMany(o => EntriesOf(o, [.. paid[o.Id]]));
    }

    private static IEnumerable<RegistryEntry> EntriesOf(Obligation obligation, IReadOnlyList<Disbursement> payments)
    {
        RegistryEntry Of(DateOnly day, RegistryKind kind, decimal amount) => Entry(day, kind, obligation.Id, obligation.ReferenceNo, obligation.Payee, obligation.Description, amount);
        RegistryEntry Entry(DateOnly day, RegistryKind kind, Guid id, string reference, string payee, string? description, decimal amount) =>
            new(day, kind, id, reference, payee, description, amount, obligation.AllotmentId, obligation.Id);
        var later = payments.Where(p => p.VoidedOn > obligation.EndedOn).ToList();
        yield return Of(obligation.Date, RegistryKind.Obligation, obligation.Amount);
        if (obligation.EndedOn is { } ended)
        {
            var kind = obligation.Status == ObligationStatus.Cancelled ? RegistryKind.ObligationCancelled : RegistryKind.Liquidation;
            yield return Of(ended, kind, obligation.Used - obligation.Amount + later.Sum(p => p.Amount));
        }

        foreach (var payment in payments)
        {
            var reference = payment.Reference ?? obligation.ReferenceNo;
            yield return Entry(payment.Date, RegistryKind.Disbursement, payment.Id, reference, payment.Payee, obligation.Description, payment.Amount);
            if (payment.VoidedOn is { } day)
            {
                yield return Entry(day, RegistryKind.Void, payment.Id, reference, payment.Payee, payment.Reason, -payment.Amount);
            }
        }

        // What was liquidated can't be paid again: a void gives back to the allotment as well.
        foreach (var payment in later)
        {
            yield return Of(payment.VoidedOn!.Value, RegistryKind.Liquidation, -payment.Amount);
        }
    }

    private static string PlaceOf(Allotment allotment) => string.Create(
        CultureInfo.InvariantCulture, $"Quarter {allotment.Quarter}{(allotment.Number > 1 ? $", supplement {allotment.Number - 1}" : "")}");
}
