using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Storage;

/// <summary>What every kind of record asks of its rows.</summary>
internal sealed class RowRepository<TRow>(UnitOfWork work)
    where TRow : class, IAudited
{
    // A statement takes some thousand values at most.
    private const int IdsAtOnce = 500;

    public IQueryable<TRow> All => work.Db.Set<TRow>();

    /// <summary>The row with what was done to it in this unit of work.</summary>
    public async Task<TRow?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        work.Db.Set<TRow>().Local.FindEntry(id) is { State: not EntityState.Deleted } known ? known.Entity : await Compiled.ById(work.Db, id, cancellationToken);

    /// <summary>Loads rows at once that are then looked for one by one.</summary>
    public async Task LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var some in ids.Chunk(IdsAtOnce))
        {
            await All.Where(r => some.Contains(r.Id)).LoadAsync(cancellationToken);
        }
    }

    /// <summary>What a row was when it was read.</summary>
    public TRow Before(TRow row) => (TRow)work.Db.Entry(row).OriginalValues.ToObject();

    /// <summary>Whether a row isn't in the database yet.</summary>
    public bool IsNew(TRow row) => work.Db.Entry(row).State is EntityState.Added or EntityState.Detached;

    public void Add(TRow row) => work.Db.Add(row);

    public void Remove(TRow row) => work.Db.Remove(row);

    /// <summary>A page in the order in which rows were added.</summary>
    /// <exception cref="Kernel.Errors.InvalidException">The cursor is of a list in another order.</exception>
    public async Task<Page<TDto>> PageAsync<TDto>(
        Expression<Func<TRow, bool>> which, Expression<Func<TRow, TDto>> dto, PageRequest page, CancellationToken cancellationToken)
        where TDto : IVersioned =>
        page.ToPage(await All.AsNoTracking().Where(which).After(page).Take(page.Limit + 1).Select(dto).ToListAsync(cancellationToken), d => d.Id);

    private static class Compiled
    {
        public static readonly Func<BudgetingDbContext, Guid, CancellationToken, Task<TRow?>> ById =
            EF.CompileAsyncQuery((BudgetingDbContext db, Guid id, CancellationToken _) => db.Set<TRow>().SingleOrDefault(r => r.Id == id));
    }
}
