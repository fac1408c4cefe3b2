using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Execution;

/// <summary>How a statement is read.</summary>
internal static class StatementReport
{
    private const int Allotted = 0;
    private const int Obligated = 1;
    private const int Paid = 2;

    /// <exception cref="NotFoundException">The year has no approved budget here, or none has.</exception>
    public static async Task<UtilizationDto> ReadAsync(UnitOfWork work, int? fiscalYear, DateOnly day, CancellationToken cancellationToken)
    {
        var repository = new ExecutionRepository(work);
        var id = (await repository.BudgetOfYearAsync(fiscalYear, day, cancellationToken))?.Id ?? throw new NotFoundException("approved budget");
        var proposal = await repository.ProposalAsync(id, cancellationToken) ?? throw new NotFoundException("approved budget");
        var year = proposal.Year;
        var budgets = await repository.NamedBudgetsAsync(id, cancellationToken);
        var adjustments = await repository.AdjustmentsAsync(id, day, cancellationToken);
        var sums = (await repository.UtilizationAsync(id, day, (year.EndOf(1), year.EndOf(2), year.EndOf(3)), cancellationToken)).ToLookup(s => s.BudgetId);
        var due = (await repository.DueAsync(id, day, cancellationToken)).ToLookup(d => d.BudgetId);
        var rows = budgets.SelectMany(b => RowsOf(b, proposal.ApprovedOn <= day, adjustments[b.Id], [.. sums[b.Id]], [.. due[b.Id]])).ToList();
        return new UtilizationDto(proposal, day, rows, rows.Where(r => r.Category is null).Aggregate(UtilizationFigures.Zero, (sum, row) => sum + row.Figures));
    }

    public static async Task<StatementPage> ReadPageAsync(
        UnitOfWork work, OrganizationCard organization, (int? FiscalYear, DateOnly AsOf) query, CancellationToken cancellationToken)
    {
        var years = await new ExecutionRepository(work).BudgetYearsAsync(cancellationToken);
        var isThere = query.FiscalYear is { } year ? years.Contains(year) : years.Count > 0;
        return new StatementPage(
            organization.Name, organization.Currency, years, isThere ? await ReadAsync(work, query.FiscalYear, query.AsOf, cancellationToken) : null);
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

        // What was allotted to no category is there for each: what is left of it is none's.
        var isShared = sums.Any(s => s.Level == Allotted && s.Category is null);
        foreach (var category in sums.Select(s => s.Category).OfType<BudgetCategory>().Distinct().Order())
        {
            var own = FiguresOf([.. sums.Where(s => s.Category == category)], [.. due.Where(d => d.Category == category)]);
            yield return new UtilizationRow(budget.Id, budget.Code, budget.Name, category, own with
            {
                Approved = null,
                Adjustments = null,
                Allotted = isShared && own.Allotted == 0 ? null : own.Allotted,
                SharesAllotments = isShared,
            });
        }
    }

    private static UtilizationFigures FiguresOf(IReadOnlyList<UtilizationSum> sums, IReadOnlyList<DueSum> due) => new(
        0, 0, sums.Where(s => s.Level == Allotted).Sum(s => s.Amount), ByQuarter(sums, Obligated), ByQuarter(sums, Paid), due.Sum(d => d.Amount));

    private static IReadOnlyList<decimal> ByQuarter(IReadOnlyList<UtilizationSum> sums, int level) =>
        [.. Enumerable.Range(1, FiscalYear.Quarters).Select(quarter => sums.Where(s => s.Level == level && s.Quarter == quarter).Sum(s => s.Amount))];
}
