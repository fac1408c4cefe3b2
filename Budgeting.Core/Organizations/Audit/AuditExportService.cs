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
    /// <exception cref="ConflictException">An entry can't be read, which it names: <c>audit.unreadable</c>.</exception>
    public async Task<KeptHead> WriteAsync(OrganizationDto organization, Stream output, CancellationToken cancellationToken)
    {
        await using var work = database.Read(organization.Id);
        await work.HoldStillAsync(cancellationToken);
        await using var lines = new AuditLines(output);
        var head = new KeptHead(0, Convert.ToHexStringLower(Kernel.Audit.AuditChain.Start));
        var trail = new VerificationRepository(work);
        try
        {
            await foreach (var entry in trail.EntriesAsync().WithCancellation(cancellationToken))
            {
                await lines.WriteAsync(entry, cancellationToken);
                head = new KeptHead(entry.Sequence, Convert.ToHexStringLower(entry.Hash));
            }
        }
        catch (Exception wrong) when (RowByRow.IsOfContent(wrong))
        {
            var next = await trail.EntryBehindAsync(head.Sequence, cancellationToken);
            throw new ConflictException("audit.unreadable", $"{next} can't be read: {wrong.Message.ReplaceLineEndings(" ").TrimEnd('.')}. “verify” says what else is wrong.");
        }

        await lines.WriteAsync(head, cancellationToken);
        return head;
    }
}
