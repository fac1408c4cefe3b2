using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Organizations;

/// <summary>The trail as a list.</summary>
internal sealed partial class AuditRepository
{
    public async Task<Page<AuditEntryDto>> ListAsync(AuditQuery query, IReadOnlyList<string> kinds, PageRequest page, CancellationToken cancellationToken)
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

        if (query.To is { } to)
        {
            var end = StartOf(to.AddDays(1));
            entries = entries.Where(e => e.At < end);
        }

        // By time and id: a cursor can be read, and numbers tell how much is left out.
        if (page.AfterKey<long>() is { } last)
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(last.Key);
            entries = entries.Where(e => e.At < at || (e.At == at && e.Id.CompareTo(last.Id) < 0));
        }

        var rows = await
            (from entry in entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(page.Limit + 1)
             join member in work.Db.Members on entry.MemberId equals member.Id into members
             from member in members.DefaultIfEmpty()
             orderby entry.At descending, entry.Id descending
             select new { entry, member!.Name }).ToListAsync(cancellationToken);
        var listed = page.ToPage(rows, row => new Cursor<long>(row.entry.At.ToUnixTimeMilliseconds(), row.entry.Id));
        return new Page<AuditEntryDto>(listed.Items.Select(row => DtoOf(row.entry, row.Name)).ToList(), listed.NextCursor);
    }

    private static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static AuditEntryDto DtoOf(AuditEntry e, string? by) => new(
        e.At, e.MemberId, by, e.TokenId, e.Entity, e.EntityId, e.Action, HistoryEntry.Of(e, by).Changes, e.TraceId);
}
