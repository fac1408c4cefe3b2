using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using Budgeting.Core.Kernel.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Budgeting.Core.Storage;

/// <summary>
/// Writes many rows at once, past change tracking, which would cost more than the rows themselves: new ones that are imported, with their
/// audit entries, and those that follow from audited ones, which have none.
/// </summary>
internal static class BulkRows
{
    private static readonly ConcurrentDictionary<IEntityType, BulkColumns> Columns = new();

    public static async Task InsertAsync<T>(BudgetingDbContext db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class, ITenantRow
    {
        if (rows.Count == 0)
        {
            return;
        }

        if (rows.Any(r => r.OrganizationId != db.OrganizationId))
        {
            throw new InvalidOperationException("A unit of work writes to its own organization only.");
        }

        var columns = Columns.GetOrAdd(db.Model.FindEntityType(typeof(T))!, static type => new BulkColumns(type));
        await AsIfTrackedAsync<T>(() => db.Dialect.InsertAsync(db, columns, rows, cancellationToken));
    }

    /// <summary>A write in bulk that fails as the write of a tracked row would.</summary>
    public static async Task AsIfTrackedAsync<T>(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (DbException failed)
        {
            throw StorageException.IsUnavailable(failed) ? StorageException.Unavailable(failed)
                : DatabaseRefusal.IsOne(failed) ? DatabaseRefusal.Of(failed)
                : new DbUpdateException($"{typeof(T).Name}s couldn't be written.", failed);
        }
    }

    /// <summary>Which of many values a column has among the rows of its organization for which another has one value.</summary>
    public static async Task<IReadOnlySet<Guid>> KnownAsync<T>(
        BudgetingDbContext db, (string Property, Guid Value) where, string property, IReadOnlyCollection<Guid> values, CancellationToken cancellationToken)
        where T : class, ITenantRow
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        return await db.Dialect.KnownAsync(
            db,
            type.GetTableName()!,
            [(type.FindProperty(nameof(ITenantRow.OrganizationId))!, db.OrganizationId), (type.FindProperty(where.Property)!, where.Value)],
            type.FindProperty(property)!,
            values,
            cancellationToken);
    }

#pragma warning disable RS0030 // Bulk writes go round the audit trail: derived rows have no part in it.
    public static Task DeleteAsync<T>(BudgetingDbContext db, Expression<Func<T, bool>> which, CancellationToken cancellationToken)
        where T : class, IDerivedRow => AsIfTrackedAsync<T>(() => db.Set<T>().Where(which).ExecuteDeleteAsync(cancellationToken));
#pragma warning restore RS0030
}
