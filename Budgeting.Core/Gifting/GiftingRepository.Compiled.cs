using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Gifting;

internal sealed partial class GiftingRepository
{
    /// <summary>
    /// What every page of an occasion and every write of a gift begins with: compiled once, each costs a third of what it does when it
    /// is looked up by its expression.
    /// </summary>
    private static class Compiled
    {
        public static readonly Func<BudgetingDbContext, Guid, CancellationToken, Task<OccasionDto?>> Occasion =
            EF.CompileAsyncQuery((BudgetingDbContext db, Guid id, CancellationToken _) =>
                db.Set<Occasion>().Where(o => o.Id == id).Select(OccasionRecords.Projection).SingleOrDefault());

        public static readonly Func<BudgetingDbContext, Guid, CancellationToken, Task<bool>> PersonExists =
            EF.CompileAsyncQuery((BudgetingDbContext db, Guid id, CancellationToken _) => db.Set<Person>().Any(p => p.Id == id));

        public static readonly Func<BudgetingDbContext, CancellationToken, Task<long>> LastSequence =
            EF.CompileAsyncQuery((BudgetingDbContext db, CancellationToken _) =>
                db.Set<AuditEntry>().OrderByDescending(e => e.Sequence).Select(e => e.Sequence).FirstOrDefault());

        public static readonly Func<BudgetingDbContext, Guid, Guid, DateOnly, IAsyncEnumerable<Row>> Figures =
            EF.CompileAsyncQuery((BudgetingDbContext db, Guid occasionId, Guid viewerId, DateOnly today) =>
                db.Set<Gift>()
                    .IgnoreQueryFilters(new[] { Surprises.FilterName })
                    .Where(g => g.OccasionId == occasionId)
                    .GroupBy(g => new { g.Status, g.RecipientId })
                    .Select(g => new Row
                    {
                        Kind = 0,
                        Status = (int)g.Key.Status,
                        EntityId = g.Key.RecipientId,
                        Count = g.Count(),
                        Amount = g.Sum(x => x.LineTotal),
                        Unpriced = g.Sum(x => x.Unpriced ? 1 : 0),
                        Version = 0L,
                    })
                    .Concat(db.Set<SubBudget>()
                        .IgnoreQueryFilters(new[] { Surprises.FilterName })
                        .Where(b => b.OccasionId == occasionId && b.EntityType == BudgetedEntity.Person)
                        .Select(b => new Row { Kind = 1, Status = 0, EntityId = b.EntityId, Count = 0, Amount = b.Amount, Unpriced = 0, Version = b.Version }))
                    .Concat(db.Set<Occasion>()
                        .Where(o => o.Id == occasionId && o.KeptUntil > today)
                        .SelectMany(_ => db.Set<Person>().Where(p => p.MemberId == viewerId))
                        .Select(p => new Row { Kind = 2, Status = 0, EntityId = p.Id, Count = 0, Amount = 0, Unpriced = 0, Version = 0L })));

        /// <summary>A sum over gifts of one status for one recipient (kind 0), or a recipient's sub-budget (kind 1), or the person surprises are kept for (kind 2).</summary>
        internal sealed class Row
        {
            public int Kind { get; set; }

            public int Status { get; set; }

            public Guid? EntityId { get; set; }

            public int Count { get; set; }

            public decimal Amount { get; set; }

            public int Unpriced { get; set; }

            public long Version { get; set; }
        }
    }
}
