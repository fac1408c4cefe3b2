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

        if (page.AfterKey<long>() is { } last)
        {
            entries = entries.Where(e => e.Sequence < last.Key);
        }

        var rows = await
            (from entry in entries.OrderByDescending(e => e.Sequence).Take(page.Limit + 1)
             join member in work.Db.Members on entry.MemberId equals member.Id into members
             from member in members.DefaultIfEmpty()
             orderby entry.Sequence descending
             select new { entry, member!.Name }).ToListAsync(cancellationToken);
        return page.ToPage(rows.Select(r => DtoOf(r.entry, r.Name)).ToList(), dto => new Cursor<long>(dto.Sequence, dto.EntityId));
    }

    public async Task<AuditHead> HeadAsync(CancellationToken cancellationToken)
    {
        var head = await work.Db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence).Select(e => new { e.Sequence, e.Hash }).FirstOrDefaultAsync(cancellationToken);
        return new AuditHead(head?.Sequence ?? 0, Convert.ToHexStringLower(head?.Hash ?? AuditChain.Start));
    }

    private static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static AuditEntryDto DtoOf(AuditEntry e, string? by) => new(
        e.Sequence, e.At, e.MemberId, by, e.TokenId, e.Entity, e.EntityId, e.Action, HistoryEntry.Of(e, by).Changes, e.TraceId, Convert.ToHexStringLower(e.Hash));
}
