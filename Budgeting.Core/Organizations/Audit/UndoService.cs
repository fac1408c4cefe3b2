using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Organizations;

/// <summary>
/// Takes back what a member wrote, as the audit trail tells it. What was taken back is a write of its own, which can be taken back
/// again.
/// </summary>
public sealed class UndoService
{
    private readonly UnitOfWorkFactory _units;
    private readonly CurrentMember _current;
    private readonly IReadOnlyList<IUndoHandler> _handlers;

    internal UndoService(UnitOfWorkFactory units, CurrentMember current, IEnumerable<IUndoHandler> undoers) =>
        (_units, _current, _handlers) = (units, current, [.. undoers]);

    /// <summary>Whether a write of one's own still stands as it was written; never, where a part of it is kept from who asks now.</summary>
    public async Task<bool> IsOpenAsync(Guid writeId, CancellationToken cancellationToken)
    {
        await using var work = await _units.ReadAsync(Role.Member, cancellationToken);
        var audit = new AuditRepository(work);
        var write = await OwnRowsAsync(audit, writeId, cancellationToken);
        return HandlerOf(write) is { } undoer && await undoer.IsSeenAsync(work, undoer.DecidingRows(write), cancellationToken) &&
            !await audit.IsWrittenSinceAsync(writeId, undoer.DecidingRows(write).Select(r => r.Entity).ToHashSet(StringComparer.Ordinal), cancellationToken);
    }

    /// <summary>
    /// The write of one's own by which a record became as it is; <c>null</c>: there is none. For what was written by a request of its own.
    /// </summary>
    public async Task<Guid?> WriteOfAsync(IVersioned record, CancellationToken cancellationToken)
    {
        await using var work = await _units.ReadAsync(Role.Member, cancellationToken);
        return _current.MemberId is { } me ? await new AuditRepository(work).WriteOfAsync(record.Id, record.Version, me, cancellationToken) : null;
    }

    /// <summary>Takes a write of one's own back as a whole.</summary>
    /// <exception cref="NotFoundException">There is no such write of one's own, or one of its rows isn't there any more.</exception>
    /// <exception cref="StaleException">Somebody changed a row since.</exception>
    /// <exception cref="ConflictException">Something that it needs isn't there any more.</exception>
    /// <exception cref="InvalidException">What was isn't allowed any more.</exception>
    public async Task<UndoResult> UndoAsync(Guid writeId, CancellationToken cancellationToken)
    {
        await using var work = await _units.WriteAsync(Role.Member, cancellationToken);
        var write = await OwnRowsAsync(new AuditRepository(work), writeId, cancellationToken);
        var undoer = HandlerOf(write) ?? throw new NotFoundException("change");
        var remarks = await undoer.UndoAsync(work, write, cancellationToken);
        return await work.CommitAsync(() => new UndoResult(remarks), cancellationToken);
    }

    private IUndoHandler? HandlerOf(IReadOnlyList<WrittenRow> write) =>
        _handlers.SingleOrDefault(u => write.All(row => u.Entities.Contains(row.Entity)) && u.DecidingRows(write).Count > 0);

    // The command line is nobody, and takes nothing back.
    private async Task<IReadOnlyList<WrittenRow>> OwnRowsAsync(AuditRepository audit, Guid writeId, CancellationToken cancellationToken) =>
        _current.MemberId is { } me ? await audit.WriteAsync(writeId, me, cancellationToken) : [];
}
