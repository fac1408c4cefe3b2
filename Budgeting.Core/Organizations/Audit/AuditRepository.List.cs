using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Organizations;

/// <summary>The trail as a list.</summary>
internal sealed partial class AuditRepository
{
    public async Task<Page<AuditEntryDto>> ListAsync(AuditQuery query, IReadOnlyList<string> kinds, PageRequest page, CancellationToken cancellationToken)
    {
        var entries = Of(query, kinds);

        // A cursor can be read, and numbers tell how much is left out: it has the entry's id in place of its number.
        if (page.AfterKey<long>() is { } last)
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(last.Key);
            var sequence = await work.Db.AuditEntries.Where(e => e.Id == last.Id).Select(e => e.Sequence).FirstOrDefaultAsync(cancellationToken);
            entries = entries.Where(e => e.At < at || (e.At == at && e.Sequence < sequence));
        }

        var rows = await LatestAsync(entries, page.Limit + 1, cancellationToken);
        var listed = page.ToPage(rows, row => new Cursor<long>(row.Entry.At.ToUnixTimeMilliseconds(), row.Entry.Id));
        return new Page<AuditEntryDto>(listed.Items.Select(DtoOf).ToList(), listed.NextCursor);
    }

    /// <summary>The latest entries, as many as there are but for <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<AuditEntryDto>> LatestAsync(AuditQuery query, IReadOnlyList<string> kinds, int most, CancellationToken cancellationToken) =>
        (await LatestAsync(Of(query, kinds), most, cancellationToken)).Select(DtoOf).ToList();

    private IQueryable<AuditEntry> Of(AuditQuery query, IReadOnlyList<string> kinds)
    {
        var entries = work.Db.AuditEntries.AsNoTracking().Where(e => kinds.Contains(e.Entity));
        if (query.Id is { } id)
        {
            entries = entries.Where(e => e.EntityId == id);
        }

        if (query.MemberId is { } by)
        {
            entries = entries.Where(e => e.MemberId == by);
        }

        if (query.From is { } from)
        {
            var start = StartOf(from);
            entries = entries.Where(e => e.At >= start);
        }

        if (query.To is { } to && to < DateOnly.MaxValue)
        {
            var end = StartOf(to.AddDays(1));
            entries = entries.Where(e => e.At < end);
        }

        return entries;
    }

    private async Task<List<Row>> LatestAsync(IQueryable<AuditEntry> entries, int most, CancellationToken cancellationToken) => await
        (from entry in entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).Take(most)
         join member in work.Db.Members on entry.MemberId equals member.Id into members
         from member in members.DefaultIfEmpty()
         orderby entry.At descending, entry.Sequence descending
         select new Row(entry, member!.Name)).ToListAsync(cancellationToken);

    private static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static AuditEntryDto DtoOf(Row row) => new(
        row.Entry.At, row.Entry.MemberId, row.By, row.Entry.TokenId, row.Entry.Entity, row.Entry.EntityId, row.Entry.Action,
        HistoryEntry.Of(row.Entry, row.By).Changes, row.Entry.TraceId);

    private sealed record Row(AuditEntry Entry, string? By);
}
