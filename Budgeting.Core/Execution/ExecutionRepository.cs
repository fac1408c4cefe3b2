using System.Text;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Execution;

/// <summary>Every query of this module.</summary>
internal sealed partial class ExecutionRepository(UnitOfWork work)
{
    private BudgetingDbContext Db => work.Db;

    public Task<TRow?> FindAsync<TRow>(Guid id, CancellationToken cancellationToken)
        where TRow : class, IAudited => new RowRepository<TRow>(work).FindAsync(id, cancellationToken);

    public void Add<TRow>(TRow row)
        where TRow : class, IAudited => Db.Add(row);

    public async Task<IReadOnlyList<ProgramDto>> ProgramsAsync(CancellationToken cancellationToken) =>
        await Db.Programs.OrderBy(p => p.Code).Select(ProgramRecords.Projection).ToListAsync(cancellationToken);

    public Task<bool> IsCodeTakenAsync(string code, Guid except, CancellationToken cancellationToken) =>
        Db.Programs.AnyAsync(p => p.Code == code && p.Id != except, cancellationToken);

    public Task<bool> IsProgramInUseAsync(Guid id, CancellationToken cancellationToken) => Db.ProgramBudgets.AnyAsync(b => b.ProgramId == id, cancellationToken);

    /// <summary>All of them, the latest year first, with their totals.</summary>
    public async Task<IReadOnlyList<ProposalDto>> ProposalsAsync(CancellationToken cancellationToken) => await WithTotalsAsync(
        await Db.Proposals.OrderByDescending(p => p.FiscalYear).ThenByDescending(p => p.Id).Select(ProposalRecords.Projection).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>The title of the proposal of a year that isn't rejected, if there is another one.</summary>
    public Task<string?> ProposalOfYearAsync(int year, Guid except, CancellationToken cancellationToken) => Db.Proposals
        .Where(p => p.FiscalYear == year && p.Status != ProposalStatus.Rejected && p.Id != except).Select(p => p.Title).FirstOrDefaultAsync(cancellationToken);

    public Task<bool> HasProgramBudgetsAsync(Guid proposalId, CancellationToken cancellationToken) =>
        Db.ProgramBudgets.AnyAsync(b => b.ProposalId == proposalId, cancellationToken);

    public Task<bool> IsProgramBudgetedAsync(Guid proposalId, Guid programId, Guid except, CancellationToken cancellationToken) =>
        Db.ProgramBudgets.AnyAsync(b => b.ProposalId == proposalId && b.ProgramId == programId && b.Id != except, cancellationToken);

    public async Task<bool> IsProgramBudgetInUseAsync(Guid id, CancellationToken cancellationToken) =>
        await Db.LineItems.AnyAsync(l => l.ProgramBudgetId == id, cancellationToken) || await Db.Justifications.AnyAsync(j => j.ProgramBudgetId == id, cancellationToken);

    /// <summary>The rows of a proposal, for changing them.</summary>
    public async Task<IReadOnlyList<ProgramBudget>> ProgramBudgetsAsync(Guid proposalId, CancellationToken cancellationToken) =>
        await Db.ProgramBudgets.Where(b => b.ProposalId == proposalId).OrderBy(b => b.Id).ToListAsync(cancellationToken);

    /// <summary>Σ of the line items of each program budget of a proposal, and how many justifications it has.</summary>
    public async Task<IReadOnlyList<PreparedBudget>> PreparedAsync(Guid proposalId, CancellationToken cancellationToken) => await
        (from budget in Db.ProgramBudgets
         where budget.ProposalId == proposalId
         join program in Db.Programs on budget.ProgramId equals program.Id
         orderby program.Code
         select new PreparedBudget(
             budget.Id, program.Name, budget.RequestedAmount,
             Db.Set<BudgetLineItem>().Where(l => l.ProgramBudgetId == budget.Id).Sum(l => l.Amount),
             Db.Set<BudgetJustification>().Count(j => j.ProgramBudgetId == budget.Id)))
        .ToListAsync(cancellationToken);

    public Task<int> LastAllotmentNumberAsync(Guid programBudgetId, int quarter, CancellationToken cancellationToken) => Db.Allotments
        .Where(a => a.ProgramBudgetId == programBudgetId && a.Quarter == quarter).Select(a => a.Number).OrderByDescending(n => n).FirstOrDefaultAsync(cancellationToken);

    public Task<bool> HasAllotmentsAsync(Guid programBudgetId, CancellationToken cancellationToken) =>
        Db.Allotments.AnyAsync(a => a.ProgramBudgetId == programBudgetId && a.Status != AllotmentStatus.Cancelled, cancellationToken);

    /// <summary>The obligations that use something of an allotment.</summary>
    public async Task<IReadOnlyList<string>> LiveReferencesAsync(Guid allotmentId, CancellationToken cancellationToken) => await Db.Obligations
        .Where(o => o.AllotmentId == allotmentId && o.Used > 0).OrderBy(o => o.ReferenceNo).Select(o => o.ReferenceNo).ToListAsync(cancellationToken);

    public Task<bool> HasObligationsAsync(Guid allotmentId, CancellationToken cancellationToken) =>
        Db.Obligations.AnyAsync(o => o.AllotmentId == allotmentId, cancellationToken);

    public Task<bool> HasWorkItemsAsync(Guid obligationId, CancellationToken cancellationToken) =>
        Db.WorkItems.AnyAsync(i => i.ObligationId == obligationId, cancellationToken);

    /// <summary>The first day on which something of an obligation was accepted.</summary>
    public Task<DateOnly?> FirstAcceptedAsync(Guid obligationId, CancellationToken cancellationToken) =>
        Db.WorkItems.Where(i => i.ObligationId == obligationId).MinAsync(i => i.AcceptedOn, cancellationToken);

    public Task<bool> IsPaidWithAsync(Guid disbursementId, CancellationToken cancellationToken) =>
        Db.WorkItems.AnyAsync(i => i.DisbursementId == disbursementId, cancellationToken);

    /// <summary>Whether another obligation has a reference, in capitals or not.</summary>
    public async Task<bool> IsReferenceTakenAsync(string reference, Guid except, CancellationToken cancellationToken)
    {
        var shape = ShapeOf(reference);
        if (shape == reference)
        {
            return await Compiled.IsReferenceTaken(Db, reference, except, cancellationToken);
        }

        var alike = await Db.Obligations.Where(o => o.Id != except && EF.Functions.Like(o.ReferenceNo, shape)).Select(o => o.ReferenceNo).ToListAsync(cancellationToken);
        return alike.Exists(other => other.Equals(reference, StringComparison.OrdinalIgnoreCase));
    }

    /// <exception cref="NotFoundException">No such allotment here.</exception>
    public async Task<ObligationGround> GroundAsync(Guid allotmentId, CancellationToken cancellationToken) =>
        await Compiled.Ground(Db, allotmentId, cancellationToken) ?? throw new NotFoundException("allotment");

    /// <inheritdoc cref="NextSeriesNoAsync(Guid, int?, int, CancellationToken)"/>
    public async Task<int> NextSeriesNoAsync(Guid proposalId, CancellationToken cancellationToken) => await NextSeriesNoAsync(
        proposalId, await Numbered(proposalId).MaxAsync(o => o.SeriesNo, cancellationToken), await Numbered(proposalId).CountAsync(cancellationToken), cancellationToken);

    /// <summary>The lowest number of the series that nobody has.</summary>
    /// <param name="last">The highest that somebody has.</param>
    /// <param name="given">How many somebody has.</param>
    public async Task<int> NextSeriesNoAsync(Guid proposalId, int? last, int given, CancellationToken cancellationToken)
    {
        var numbered = Numbered(proposalId);
        if ((last ?? 0) == given)
        {
            return given + 1;
        }

        return await numbered.AnyAsync(o => o.SeriesNo == 1, cancellationToken)
            ? await numbered.Where(o => !numbered.Any(next => next.SeriesNo == o.SeriesNo + 1)).MinAsync(o => o.SeriesNo!.Value, cancellationToken) + 1
            : 1;
    }

    // Engines differ in which letters they have for the same: what they find is alike in all but its letters.
    private static string ShapeOf(string reference) => string.Concat(reference.EnumerateRunes().Select(rune =>
        Rune.ToUpperInvariant(rune) != Rune.ToLowerInvariant(rune) || rune.Value is '%' or '_' or '\\' ? "_" : rune.ToString()));

    private IQueryable<Obligation> Numbered(Guid proposalId) => Db.Obligations.Where(o => o.ProposalId == proposalId && o.SeriesNo != null);
}

/// <summary>What of a program budget is asked before its proposal is submitted.</summary>
internal sealed record PreparedBudget(Guid Id, string Program, decimal Requested, decimal LineItems, int Justifications);
