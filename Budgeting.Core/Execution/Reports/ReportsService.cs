using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>What budgets were used for.</summary>
public sealed class ReportsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    private const int Allotted = 0;
    private const int Obligated = 1;
    private const int Paid = 2;

    /// <summary>The statement of a fiscal year.</summary>
    /// <param name="fiscalYear">2000–2100; <c>null</c>: the latest that has an approved budget.</param>
    /// <param name="asOf">The day at whose end things are looked at; <c>null</c>: today.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="NotFoundException">The year has no approved budget here, or none has.</exception>
    public async Task<UtilizationDto> UtilizationAsync(int? fiscalYear, DateOnly? asOf, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        await work.HoldStillAsync(cancellationToken);
        var scope = await ExecutionScope.OpenAsync(work, current, time, cancellationToken);
        var proposal = await scope.Repository.BudgetOfYearAsync(fiscalYear, cancellationToken) ?? throw new NotFoundException("approved budget");
        var (day, year) = (asOf ?? scope.Today, proposal.Year);
        var budgets = await scope.Repository.NamedBudgetsAsync(proposal.Id, cancellationToken);
        var adjustments = await scope.Repository.AdjustmentsAsync(proposal.Id, day, cancellationToken);
        var sums = await scope.Repository.UtilizationAsync(proposal.Id, day, (year.EndOf(1), year.EndOf(2), year.EndOf(3)), cancellationToken);
        var due = await scope.Repository.DueAsync(proposal.Id, day, cancellationToken);
        var rows = budgets.SelectMany(b => RowsOf(b, proposal.ApprovedOn <= day, adjustments[b.Id], [.. sums.Where(s => s.BudgetId == b.Id)], [.. due.Where(d => d.BudgetId == b.Id)])).ToList();
        var dto = await new ProposalRecords(scope).DtoWithTotalsAsync(proposal, cancellationToken);
        return new UtilizationDto(dto, day, rows, rows.Where(r => r.Category is null).Aggregate(UtilizationFigures.Zero, (sum, row) => sum + row.Figures));
    }

    /// <summary>What happened to a program budget, or to one category of it, with running balances.</summary>
    /// <exception cref="NotFoundException">No such program budget here.</exception>
    public async Task<RegistryDto> RegistryAsync(Guid programBudgetId, BudgetCategory? category, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        await work.HoldStillAsync(cancellationToken);
        var scope = await ExecutionScope.OpenAsync(work, current, time, cancellationToken);
        var budget = await new ProgramBudgetRecords(scope).GetAsync(programBudgetId, cancellationToken);
        var proposal = await scope.RequireProposalAsync(budget.ProposalId, cancellationToken);
        var named = await scope.Repository.NamedBudgetAsync(programBudgetId, cancellationToken) ?? throw new NotFoundException("program budget");
        var entries = await scope.Repository.RegistryAsync(named, proposal.ApprovedOn, category, cancellationToken);
        return new RegistryDto(budget, named.Code, named.Name, category, RegistryEntry.ToLines(entries));
    }

    /// <summary>What was accepted and isn't paid, by how long it is due.</summary>
    /// <param name="asOf">The day from which ages are counted; <c>null</c>: today.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<AgeingDto> AgeingAsync(DateOnly? asOf, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        await work.HoldStillAsync(cancellationToken);
        var scope = await ExecutionScope.OpenAsync(work, current, time, cancellationToken);
        var day = asOf ?? scope.Today;
        var due = await scope.Repository.DueAsync(proposalId: null, day, cancellationToken);
        var ids = due.Select(d => d.ObligationId).ToList();
        var obligations = await scope.Repository.ObligationsAsync(ids, cancellationToken);
        var accepted = await scope.Repository.AcceptedAsync(ids, day, cancellationToken);
        var parts = due.Select(d => (Obligation: obligations[d.ObligationId], d.Amount, Unpaid: Unpaid([.. accepted[d.ObligationId]], d.Amount))).ToList();
        return new AgeingDto(
            day,
            [.. parts.Select(p => RowOf(p.Obligation, p.Amount, p.Unpaid[0].Date, day)).OrderBy(r => r.DueSince).ThenBy(r => r.ReferenceNo, StringComparer.Ordinal)],
            BucketsOf(parts.SelectMany(p => p.Unpaid), day));
    }

    private static AgeingRow RowOf(Obligation obligation, decimal due, DateOnly since, DateOnly day) =>
        new(obligation.Id, obligation.ReferenceNo, obligation.Payee, obligation.Description, due, since, day.DayNumber - since.DayNumber);

    // Payments go to what was accepted first, so that what is due is the last of it.
    private static IReadOnlyList<(DateOnly Date, decimal Amount)> Unpaid(IReadOnlyList<(DateOnly Date, decimal Amount)> inOrder, decimal due)
    {
        var unpaid = new List<(DateOnly, decimal)>();
        for (var i = inOrder.Count - 1; i >= 0 && due > 0; i--)
        {
            var part = Math.Min(inOrder[i].Amount, due);
            if (part > 0)
            {
                unpaid.Insert(0, (inOrder[i].Date, part));
                due -= part;
            }
        }

        return unpaid;
    }

    private static IReadOnlyList<decimal> BucketsOf(IEnumerable<(DateOnly Date, decimal Amount)> unpaid, DateOnly day)
    {
        var buckets = new decimal[AgeingDto.LastDays.Count + 1];
        foreach (var (date, amount) in unpaid)
        {
            buckets[AgeingDto.LastDays.Count(last => day.DayNumber - date.DayNumber > last)] += amount;
        }

        return buckets;
    }

    private static IEnumerable<UtilizationRow> RowsOf(
        NamedBudget budget, bool isApproved, IEnumerable<(bool IsLater, decimal Amount)> adjustments, IReadOnlyList<UtilizationSum> sums, IReadOnlyList<DueSum> due)
    {
        var moved = adjustments.ToList();
        var all = FiguresOf(sums, due) with
        {
            Approved = isApproved ? budget.Approved - moved.Sum(a => a.Amount) : 0,
            Adjustments = isApproved ? moved.Where(a => !a.IsLater).Sum(a => a.Amount) : 0,
        };
        yield return new UtilizationRow(budget.Id, budget.Code, budget.Name, Category: null, all);
        foreach (var category in sums.Select(s => s.Category).OfType<BudgetCategory>().Distinct().Order())
        {
            yield return new UtilizationRow(
                budget.Id, budget.Code, budget.Name, category, FiguresOf([.. sums.Where(s => s.Category == category)], [.. due.Where(d => d.Category == category)]));
        }
    }

    private static UtilizationFigures FiguresOf(IReadOnlyList<UtilizationSum> sums, IReadOnlyList<DueSum> due) => new(
        0, 0, sums.Where(s => s.Level == Allotted).Sum(s => s.Amount), ByQuarter(sums, Obligated), ByQuarter(sums, Paid), due.Sum(d => d.Amount));

    private static IReadOnlyList<decimal> ByQuarter(IReadOnlyList<UtilizationSum> sums, int level) =>
        [.. Enumerable.Range(1, FiscalYear.Quarters).Select(quarter => sums.Where(s => s.Level == level && s.Quarter == quarter).Sum(s => s.Amount))];
}
