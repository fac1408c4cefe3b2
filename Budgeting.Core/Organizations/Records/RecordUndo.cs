using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>Takes back a write to records of some kinds.</summary>
internal static class RecordUndo
{
    /// <summary>Puts every row back, the one that was written last first, and makes what follows.</summary>
    /// <returns>What couldn't be brought back, in sentences.</returns>
    /// <exception cref="NotFoundException">One isn't there any more.</exception>
    /// <exception cref="StaleException">One was changed since.</exception>
    public static async Task<IReadOnlyList<string>> UndoAsync(
        UnitOfWork work, IReadOnlyCollection<IUndoableRecords> kinds, IReadOnlyList<WrittenRow> rows, CancellationToken cancellationToken)
    {
        var remarks = new List<string>();
        var written = new List<IUndoableRecords>();
        foreach (var some in rows.Reverse().GroupBy(r => r.Entity))
        {
            var (kind, ids) = (kinds.Single(k => k.Entity == some.Key), some.Select(r => r.Id).ToList());
            var versions = await new AuditRepository(work).VersionsAsync(some.Key, ids, cancellationToken);
            await kind.LoadAsync(ids, cancellationToken);
            foreach (var row in some)
            {
                await kind.UndoAsync(row, versions.GetValueOrDefault(row.Id, []), cancellationToken);
            }

            remarks.AddRange(kind.Remarks);
            written.Add(kind);
        }

        foreach (var kind in written)
        {
            await kind.FinishAsync(cancellationToken);
        }

        return remarks.Distinct(StringComparer.Ordinal).ToList();
    }

    /// <summary>Whether who acts may know of every row.</summary>
    public static async Task<bool> IsSeenAsync(
        UnitOfWork work, IReadOnlyCollection<IUndoableRecords> kinds, IReadOnlyList<WrittenRow> rows, CancellationToken cancellationToken)
    {
        foreach (var some in rows.GroupBy(r => r.Entity))
        {
            var kind = kinds.Single(k => k.Entity == some.Key);
            foreach (var versions in (await new AuditRepository(work).VersionsAsync(some.Key, some.Select(r => r.Id).ToList(), cancellationToken)).Values)
            {
                if ((await kind.SeenAsync(versions, cancellationToken)).Count == 0)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
