using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>Writes an organization's whole audit trail, of every kind of record, so that others can check its chain. For the command line only.</summary>
public sealed class AuditExportService(Database database)
{
    /// <summary>Writes each entry as a line of JSON, as it is at one instant, and the head as the last line. Memory stays flat, and nobody waits for it.</summary>
    /// <param name="organization">Whose.</param>
    /// <param name="output">Written to the end, neither flushed to the disk nor closed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The head, as verifying takes it.</returns>
    /// <exception cref="ConflictException">An entry can't be read, <c>audit.unreadable</c>, or doesn't follow the one before, <c>audit.broken</c>; it names the first.</exception>
    public async Task<KeptHead> WriteAsync(OrganizationDto organization, Stream output, CancellationToken cancellationToken)
    {
        await using var work = database.Read(organization.Id);
        await work.HoldStillAsync(cancellationToken);
        await using var lines = new AuditLines(output);
        var (sequence, hash) = (0L, AuditChain.Start);
        var trail = new VerificationRepository(work);
        try
        {
            await foreach (var entry in trail.EntriesAsync().WithCancellation(cancellationToken))
            {
                if (AuditChain.BreakIn(entry, sequence, hash) is { } broken)
                {
                    throw new ConflictException("audit.broken", $"Entry {entry.Sequence} of the audit trail: {broken} Nothing was exported; “verify” says what else is wrong.");
                }

                await lines.WriteAsync(entry, cancellationToken);
                (sequence, hash) = (entry.Sequence, entry.Hash);
            }
        }
        catch (Exception wrong) when (RowByRow.IsOfContent(wrong))
        {
            var next = await trail.EntryBehindAsync(sequence, cancellationToken);
            throw new ConflictException("audit.unreadable", $"{next} can't be read: {wrong.Message.ReplaceLineEndings(" ").TrimEnd('.')}. “verify” says what else is wrong.");
        }

        var head = new KeptHead(sequence, Convert.ToHexStringLower(hash));
        await lines.WriteAsync(head, cancellationToken);
        return head;
    }
}
