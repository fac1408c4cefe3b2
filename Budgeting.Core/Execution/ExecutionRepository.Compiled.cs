using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Execution;

internal sealed partial class ExecutionRepository
{
    /// <summary>What every write of an obligation asks, compiled once.</summary>
    private static class Compiled
    {
        public static readonly Func<BudgetingDbContext, Guid, CancellationToken, Task<decimal>> Obligated =
            EF.CompileAsyncQuery((BudgetingDbContext db, Guid allotmentId, CancellationToken _) =>
                db.Set<Obligation>().Where(o => o.AllotmentId == allotmentId).Sum(o => o.Used));

        public static readonly Func<BudgetingDbContext, Guid, CancellationToken, Task<SeriesNumbers?>> Latest =
            EF.CompileAsyncQuery((BudgetingDbContext db, Guid proposalId, CancellationToken _) =>
                db.Set<Obligation>()
                    .Where(o => o.ProposalId == proposalId && o.SeriesNo != null)
                    .OrderByDescending(o => o.SeriesNo)
                    .Select(o => o.SeriesNo!.Value)
                    .Take(LatestNumbers)
                    .GroupBy(_ => 1)
                    .Select(g => new SeriesNumbers(g.Min(), g.Max(), g.Count()))
                    .FirstOrDefault());

        public static readonly Func<BudgetingDbContext, string, Guid, CancellationToken, Task<bool>> IsReferenceTaken =
            EF.CompileAsyncQuery((BudgetingDbContext db, string reference, Guid except, CancellationToken _) =>
                db.Set<Obligation>().Any(o => o.ReferenceNo == reference && o.Id != except));

        internal sealed record SeriesNumbers(int First, int Last, int Count);
    }
}
