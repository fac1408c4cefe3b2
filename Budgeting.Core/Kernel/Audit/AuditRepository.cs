using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Kernel.Audit;

internal sealed class AuditRepository(UnitOfWork work)
{
    /// <summary>What happened to a record, newest first.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(string entity, Guid id, CancellationToken cancellationToken)
    {
        var rows = await
            (from entry in work.Db.AuditEntries.AsNoTracking()
             where entry.Entity == entity && entry.EntityId == id
             join member in work.Db.Members on entry.MemberId equals member.Id into members
             from member in members.DefaultIfEmpty()
             orderby entry.Sequence descending
             select new { entry, member!.Name })
            .ToListAsync(cancellationToken);
        return rows.Select(r => HistoryEntry.Of(r.entry, r.Name)).ToList();
    }

    /// <summary>Refuses an edit that was made on another version than the row has now.</summary>
    /// <param name="row">The row as it is.</param>
    /// <param name="version">The version the edit was made on; <c>null</c>: any.</param>
    /// <param name="noun">What the row is, for people.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <exception cref="StaleException">It was changed meanwhile; the message says by whom.</exception>
    public async Task RequireVersionAsync(IAudited row, long? version, string noun, CancellationToken cancellationToken)
    {
        if (version is null || version == row.Version)
        {
            return;
        }

        var history = await HistoryAsync(row.GetType().Name, row.Id, cancellationToken);
        throw new StaleException(noun, history.FirstOrDefault()?.By);
    }
}
