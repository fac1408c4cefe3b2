using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Execution;

/// <summary>What reports are made of: sums by the database, each amount on the day and with the sign that it counts.</summary>
internal sealed partial class ExecutionRepository
{
    /// <summary>The proposal that is or was the budget of a year; without one, of the year that has the day, or else of the latest.</summary>
    public async Task<BudgetProposal?> BudgetOfYearAsync(int? year, DateOnly day, CancellationToken cancellationToken)
    {
        var budgets = await Db.Proposals.Where(p => p.Status == ProposalStatus.Approved || p.Status == ProposalStatus.Closed)
            .OrderByDescending(p => p.FiscalYear).ToListAsync(cancellationToken);
        return year is null ? budgets.Find(b => b.Year.Has(day)) ?? budgets.FirstOrDefault() : budgets.Find(b => b.FiscalYear == year);
    }

    /// <summary>The fiscal years that have or had a budget, the latest first.</summary>
    public async Task<IReadOnlyList<int>> BudgetYearsAsync(CancellationToken cancellationToken) => await Db.Proposals
        .Where(p => p.Status == ProposalStatus.Approved || p.Status == ProposalStatus.Closed)
        .Select(p => p.FiscalYear).Distinct().OrderDescending().ToListAsync(cancellationToken);

    /// <summary>The program budgets of a proposal by their programs' codes.</summary>
    public async Task<IReadOnlyList<NamedBudget>> NamedBudgetsAsync(Guid proposalId, CancellationToken cancellationToken) => await
        (from budget in Db.ProgramBudgets
         where budget.ProposalId == proposalId
         join program in Db.Programs on budget.ProgramId equals program.Id
         orderby program.Code
         select new NamedBudget(budget.Id, program.Code, program.Name, budget.ApprovedAmount ?? 0)).ToListAsync(cancellationToken);

    /// <summary>Σ of the adjustments of each program budget, until the end of a day and later.</summary>
    public async Task<ILookup<Guid, (bool IsLater, decimal Amount)>> AdjustmentsAsync(Guid proposalId, DateOnly asOf, CancellationToken cancellationToken)
    {
        var sums = await Db.BudgetAdjustments.Where(a => a.ProposalId == proposalId)
            .GroupBy(a => new { a.ProgramBudgetId, IsLater = a.Date > asOf })
            .Select(g => new { g.Key.ProgramBudgetId, g.Key.IsLater, Amount = g.Sum(a => a.Amount) })
            .ToListAsync(cancellationToken);
        return sums.ToLookup(s => s.ProgramBudgetId, s => (s.IsLater, s.Amount));
    }

    /// <summary>Σ of what was allotted, obligated and paid until the end of a day, by program budget, category and quarter.</summary>
    /// <param name="ends">The last days of the first three quarters.</param>
    public async Task<IReadOnlyList<UtilizationSum>> UtilizationAsync(
        Guid proposalId, DateOnly asOf, (DateOnly First, DateOnly Second, DateOnly Third) ends, CancellationToken cancellationToken)
    {
        var (first, second, third) = ends;
        var allotted = Db.Allotments
            .Where(a => a.ProposalId == proposalId && a.ReleasedOn <= asOf && (a.CancelledOn == null || a.CancelledOn > asOf))
            .GroupBy(a => new { a.ProgramBudgetId, a.Category })
            .Select(g => new UtilizationSum { Level = 0, BudgetId = g.Key.ProgramBudgetId, Category = g.Key.Category, Quarter = 1, Amount = g.Sum(a => a.Amount) });
        var obligated = Movements(Obligated(proposalId, asOf, first, second, third), asOf, level: 1, first, second, third);
        var paid = Movements(Paid(proposalId, asOf, first, second, third), asOf, level: 2, first, second, third);
        return await allotted.Concat(obligated).Concat(paid).ToListAsync(cancellationToken);
    }

    /// <summary>What was accepted until the end of a day and not paid until then, of each obligation where there is some.</summary>
    public async Task<IReadOnlyList<DueSum>> DueAsync(Guid? proposalId, DateOnly asOf, CancellationToken cancellationToken) => await
        (from obligation in Db.Obligations
         where (proposalId == null || obligation.ProposalId == proposalId) && obligation.Date <= asOf &&
             (obligation.EndedOn == null || obligation.EndedOn > asOf) &&
             (obligation.Status == ObligationStatus.Active || obligation.Status == ObligationStatus.Liquidated || obligation.Status == ObligationStatus.Cancelled)
         join allotment in Db.Allotments on obligation.AllotmentId equals allotment.Id
         let accepted = Db.Set<WorkItem>().Where(i => i.ObligationId == obligation.Id && i.AcceptedOn <= asOf).Sum(i => i.Amount)
         let paid = Db.Set<Disbursement>().Where(d => d.ObligationId == obligation.Id && d.Date <= asOf && (d.VoidedOn == null || d.VoidedOn > asOf)).Sum(d => d.Amount)
         where accepted > paid
         select new DueSum(obligation.Id, allotment.ProgramBudgetId, obligation.Category, accepted - paid)).ToListAsync(cancellationToken);

    private static IQueryable<UtilizationSum> Movements(
        IQueryable<Movement> movements, DateOnly asOf, int level, DateOnly first, DateOnly second, DateOnly third) => movements
        .Where(m => m.Date <= asOf)
        .GroupBy(m => new { m.BudgetId, m.Category, Quarter = m.Date <= first ? 1 : m.Date <= second ? 2 : m.Date <= third ? 3 : 4 })
        .Select(g => new UtilizationSum { Level = level, BudgetId = g.Key.BudgetId, Category = g.Key.Category, Quarter = g.Key.Quarter, Amount = g.Sum(m => m.Amount) });

    // What is obligated, given back when it ended, and given back by payments that turned out void behind that. What was obligated and given
    // back in one quarter is taken together: over a year that may be more than can be added up.
    private IQueryable<Movement> Obligated(Guid proposalId, DateOnly asOf, DateOnly first, DateOnly second, DateOnly third) =>
        (from obligation in Db.Obligations
         where obligation.ProposalId == proposalId
         join allotment in Db.Allotments on obligation.AllotmentId equals allotment.Id
         let isOver = obligation.EndedOn <= asOf && (obligation.Date <= first) == (obligation.EndedOn <= first) &&
             (obligation.Date <= second) == (obligation.EndedOn <= second) && (obligation.Date <= third) == (obligation.EndedOn <= third)
         select new Movement
         {
             BudgetId = allotment.ProgramBudgetId, Category = obligation.Category, Date = obligation.Date, Amount = isOver ? obligation.Used : obligation.Amount,
         })
        .Concat(
            from obligation in Db.Obligations
            where obligation.ProposalId == proposalId && obligation.EndedOn != null
            join allotment in Db.Allotments on obligation.AllotmentId equals allotment.Id
            let isOver = obligation.EndedOn <= asOf && (obligation.Date <= first) == (obligation.EndedOn <= first) &&
                (obligation.Date <= second) == (obligation.EndedOn <= second) && (obligation.Date <= third) == (obligation.EndedOn <= third)
            select new Movement
            {
                BudgetId = allotment.ProgramBudgetId, Category = obligation.Category, Date = obligation.EndedOn!.Value,
                Amount = (isOver ? 0 : obligation.Used - obligation.Amount) +
                    Db.Set<Disbursement>().Where(d => d.ObligationId == obligation.Id && d.VoidedOn > obligation.EndedOn).Sum(d => d.Amount),
            })
        .Concat(
            from payment in Db.Disbursements
            where payment.ProposalId == proposalId && payment.VoidedOn != null
            join obligation in Db.Obligations on payment.ObligationId equals obligation.Id
            where payment.VoidedOn > obligation.EndedOn
            join allotment in Db.Allotments on obligation.AllotmentId equals allotment.Id
            select new Movement { BudgetId = allotment.ProgramBudgetId, Category = obligation.Category, Date = payment.VoidedOn!.Value, Amount = -payment.Amount });

    private IQueryable<Movement> Paid(Guid proposalId, DateOnly asOf, DateOnly first, DateOnly second, DateOnly third) =>
        (from payment in Db.Disbursements
         where payment.ProposalId == proposalId
         where payment.VoidedOn == null || payment.VoidedOn > asOf || (payment.Date <= first) != (payment.VoidedOn <= first) ||
             (payment.Date <= second) != (payment.VoidedOn <= second) || (payment.Date <= third) != (payment.VoidedOn <= third)
         join obligation in Db.Obligations on payment.ObligationId equals obligation.Id
         join allotment in Db.Allotments on obligation.AllotmentId equals allotment.Id
         select new Movement { BudgetId = allotment.ProgramBudgetId, Category = obligation.Category, Date = payment.Date, Amount = payment.Amount })
        .Concat(
            from payment in Db.Disbursements
            where payment.ProposalId == proposalId && payment.VoidedOn != null
            where (payment.Date <= first) != (payment.VoidedOn <= first) ||
                (payment.Date <= second) != (payment.VoidedOn <= second) || (payment.Date <= third) != (payment.VoidedOn <= third)
            join obligation in Db.Obligations on payment.ObligationId equals obligation.Id
            join allotment in Db.Allotments on obligation.AllotmentId equals allotment.Id
            select new Movement { BudgetId = allotment.ProgramBudgetId, Category = obligation.Category, Date = payment.VoidedOn!.Value, Amount = -payment.Amount });

    // Settable, so that queries can be put together behind it.
    private sealed class Movement
    {
        public Guid BudgetId { get; init; }

        public BudgetCategory? Category { get; init; }

        public DateOnly Date { get; init; }

        public decimal Amount { get; init; }
    }
}

internal sealed record NamedBudget(Guid Id, string Code, string Name, decimal Approved);

/// <summary>One sum of a statement.</summary>
internal sealed class UtilizationSum
{
    /// <summary>0: allotted, 1: obligated, 2: paid.</summary>
    public int Level { get; init; }

    public Guid BudgetId { get; init; }

    public BudgetCategory? Category { get; init; }

    public int Quarter { get; init; }

    public decimal Amount { get; init; }
}

internal sealed record DueSum(Guid ObligationId, Guid BudgetId, BudgetCategory Category, decimal Amount);
