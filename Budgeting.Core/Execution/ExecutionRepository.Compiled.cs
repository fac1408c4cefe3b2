using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Execution;

internal sealed partial class ExecutionRepository
{
    /// <summary>What every write of an obligation asks, compiled once.</summary>
    private static class Compiled
    {
        public static readonly Func<BudgetingDbContext, Guid, CancellationToken, Task<ObligationGround?>> Ground =
            EF.CompileAsyncQuery((BudgetingDbContext db, Guid allotmentId, CancellationToken _) =>
                (from allotment in db.Set<Allotment>()
                 where allotment.Id == allotmentId
                 join proposal in db.Set<BudgetProposal>() on allotment.ProposalId equals proposal.Id
                 select new ObligationGround(
                     allotment,
                     proposal,
                     db.Set<Obligation>().Where(o => o.AllotmentId == allotmentId).Sum(o => o.Used),
                     db.Set<Obligation>().Where(o => o.ProposalId == proposal.Id).Max(o => o.SeriesNo),
                     db.Set<Obligation>().Count(o => o.ProposalId == proposal.Id && o.SeriesNo != null)))
                .AsNoTracking()
                .SingleOrDefault());

        public static readonly Func<BudgetingDbContext, string, Guid, CancellationToken, Task<bool>> IsReferenceTaken =
            EF.CompileAsyncQuery((BudgetingDbContext db, string reference, Guid except, CancellationToken _) =>
                db.Set<Obligation>().Any(o => o.ReferenceNo == reference && o.Id != except));
    }
}

/// <summary>What decides on an obligation that is written.</summary>
/// <param name="Allotment">That it is to be of.</param>
/// <param name="Proposal">That the allotment is of.</param>
/// <param name="Obligated">Σ of what the allotment's obligations use.</param>
/// <param name="LastNumber">The highest number of the year's series, if there is one.</param>
/// <param name="Numbers">How many numbers of the series somebody has.</param>
internal sealed record ObligationGround(Allotment Allotment, BudgetProposal Proposal, decimal Obligated, int? LastNumber, int Numbers);
