using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Organizations;

internal sealed partial class AuditRepository(UnitOfWork work)
{
    // A statement takes some thousand values at most.
    private const int MostIds = 500;

    /// <summary>What happened to a record, newest first.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(string entity, Guid id, CancellationToken cancellationToken) =>
        (await VersionsAsync(entity, id, cancellationToken)).Select(v => v.History).ToList();

    /// <summary>Every version of a record, newest first.</summary>
    public async Task<IReadOnlyList<RowVersion>> VersionsAsync(string entity, Guid id, CancellationToken cancellationToken) =>
        (await VersionsAsync(entity, [id], cancellationToken)).GetValueOrDefault(id, []);

    /// <summary>The entry that made a record what it is.</summary>
    public Task<AuditEntry> LastEntryAsync(string entity, Guid id, CancellationToken cancellationToken) =>
        work.Db.AuditEntries.AsNoTracking().Where(e => e.Entity == entity && e.EntityId == id).OrderByDescending(e => e.Sequence).FirstAsync(cancellationToken);

    /// <summary>Every version of each of some records, newest first; of one that there never was, none.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<RowVersion>>> VersionsAsync(
        string entity, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var versions = new Dictionary<Guid, IReadOnlyList<RowVersion>>();
        foreach (var some in ids.Chunk(MostIds))
        {
            var rows = await
                (from entry in work.Db.AuditEntries.AsNoTracking()
                 where entry.Entity == entity && some.Contains(entry.EntityId)
                 join member in work.Db.Members on entry.MemberId equals member.Id into members
                 from member in members.DefaultIfEmpty()
                 orderby entry.EntityId, entry.Sequence
                 select new { entry, member!.Name })
                .ToListAsync(cancellationToken);
            foreach (var row in rows.GroupBy(r => r.entry.EntityId))
            {
                versions[row.Key] = RowVersion.Fold(row.Select(r => (r.entry, (string?)r.Name)));
            }
        }

        return versions;
    }

    /// <summary>What the parts of records were at any time: rows of their own, each of which is written along with its record.</summary>
    /// <param name="field">The field of a part that names the record.</param>
    /// <param name="id">The record; <c>null</c>: every one.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public async Task<PartVersions> PartsAsync<TPart>(string field, Guid? id, CancellationToken cancellationToken)
        where TPart : IAudited
    {
        var (part, name) = (typeof(TPart).Name, $"\"{field}\":\"{id:D}\"");
        var entries = work.Db.AuditEntries.AsNoTracking().Where(e => e.Entity == part);
        if (id is not null)
        {
            var ids = work.Db.AuditEntries.Where(e => e.Entity == part && e.Action == AuditAction.Created && e.After!.Contains(name)).Select(e => e.EntityId);
            entries = entries.Where(e => ids.Contains(e.EntityId));
        }

        return new PartVersions(field, [.. (await entries.ToListAsync(cancellationToken)).OrderBy(e => e.Sequence)]);
    }

    /// <summary>Whether something was written to one of the records after a write.</summary>
    public async Task<bool> IsWrittenSinceAsync(Guid writeId, IReadOnlyCollection<string> entities, CancellationToken cancellationToken)
    {
        var (first, last) = (WriteId.Of(writeId), WriteId.LastEntryId(writeId));
        var written = work.Db.AuditEntries.Where(e => e.Id.CompareTo(first) > 0 && e.Id.CompareTo(last) <= 0 && entities.Contains(e.Entity));

        // The entries of a write follow each other, and what came after it is little: an import may have thousands of rows.
        var end = await written.MaxAsync(e => (long?)e.Sequence, cancellationToken);
        return await work.Db.AuditEntries
            .AnyAsync(later => later.Sequence > end && written.Any(e => e.Entity == later.Entity && e.EntityId == later.EntityId), cancellationToken);
    }

    /// <summary>The records that a member wrote at once, in order; none where there is no such write of theirs.</summary>
    public async Task<IReadOnlyList<WrittenRow>> WriteAsync(Guid writeId, Guid memberId, CancellationToken cancellationToken)
    {
        var (first, last) = (WriteId.Of(writeId), WriteId.LastEntryId(writeId));
        var entries = await work.Db.AuditEntries.AsNoTracking()
            .Where(e => e.Id.CompareTo(first) > 0 && e.Id.CompareTo(last) <= 0 && e.MemberId == memberId)
            .OrderBy(e => e.Sequence)
            .ToListAsync(cancellationToken);
        return entries.Select(e => new WrittenRow(e.Entity, e.EntityId, e.Action, HistoryEntry.VersionOf(e))).ToList();
    }

    /// <summary>The write by which a member made a version of a record; <c>null</c> where it wasn't them.</summary>
    public async Task<Guid?> WriteOfAsync(Guid id, long version, Guid memberId, CancellationToken cancellationToken)
    {
        var entries = await work.Db.AuditEntries.AsNoTracking()
            .Where(e => e.EntityId == id && e.MemberId == memberId)
            .OrderByDescending(e => e.Sequence)
            .ToListAsync(cancellationToken);
        return entries.Find(e => HistoryEntry.VersionOf(e) == version) is { } made ? WriteId.Of(made.Id) : null;
    }

    /// <summary>The last version of each record of a kind that was deleted in a topic and isn't there again, the latest deletion first.</summary>
    /// <param name="entity">The kind of record.</param>
    /// <param name="topic">Where it was when it was deleted; <c>null</c>: anywhere in the organization.</param>
    /// <param name="deletedBy">Only what this member deleted.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public async Task<IReadOnlyList<(Guid Id, RowVersion Deletion)>> DeletedAsync(
        string entity, Topic? topic, Guid? deletedBy, int take, CancellationToken cancellationToken)
    {
        var (name, id) = (topic?.Name, topic?.Id);
        var rows = await
            (from entry in work.Db.AuditEntries.AsNoTracking()
             where entry.Entity == entity && entry.Action == AuditAction.Deleted && (name == null || (entry.TopicName == name && entry.TopicId == id)) &&
                 (deletedBy == null || entry.MemberId == deletedBy) &&
                 !work.Db.AuditEntries.Any(later => later.EntityId == entry.EntityId && later.Sequence > entry.Sequence)
             join member in work.Db.Members on entry.MemberId equals member.Id into members
             from member in members.DefaultIfEmpty()
             orderby entry.Sequence descending
             select new { entry, member!.Name })
            .Take(take)
            .ToListAsync(cancellationToken);
        return rows.Select(r => (r.entry.EntityId, RowVersion.OfDeletion(r.entry, r.Name))).ToList();
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
