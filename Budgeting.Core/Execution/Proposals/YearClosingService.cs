using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>Closes fiscal years: nothing new is obligated then, and what was obligated is still paid.</summary>
public sealed class YearClosingService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    /// <summary>What closing would do. Writes nothing.</summary>
    /// <exception cref="NotFoundException">No such proposal here.</exception>
    /// <exception cref="ConflictException">It isn't approved, <c>proposal.not-approved</c>, or closed already, <c>proposal.closed</c>.</exception>
    public async Task<YearClosing> PreviewAsync(Guid proposalId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(Role.Admin, cancellationToken);
        var scope = await ExecutionScope.OpenAsync(work, current, time, cancellationToken);
        await scope.RequireApprovedAsync(proposalId, cancellationToken);
        return await scope.Repository.YearClosingAsync(proposalId, cancellationToken);
    }

    /// <param name="proposalId">Whose year.</param>
    /// <param name="reason">Up to 500 characters.</param>
    /// <param name="version">The version that was seen; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such proposal here.</exception>
    /// <exception cref="InvalidException">There is no reason.</exception>
    /// <exception cref="ConflictException">
    /// It isn't approved, <c>proposal.not-approved</c>; closed already, <c>proposal.closed</c>; or obligations wait for approval,
    /// <c>proposal.has-requests</c>.
    /// </exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<ClosedYear> CloseAsync(Guid proposalId, string? reason, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var scope = await ExecutionScope.OpenAsync(work, current, time, cancellationToken);
        var proposal = await scope.RequireApprovedAsync(proposalId, cancellationToken);
        await new AuditRepository(work).RequireVersionAsync(proposal, version, "proposal", cancellationToken);
        var closing = await scope.Repository.YearClosingAsync(proposalId, cancellationToken);
        if (closing.Requested.Count > 0)
        {
            throw new ConflictException("proposal.has-requests", $"{Named.Of(closing.Requested)} {(closing.Requested.Count == 1 ? "waits" : "wait")} for approval. Approve or cancel them first.");
        }

        (proposal.Reason, proposal.Status) = (ExecutionScope.RequireReason(reason), ProposalStatus.Closed);
        var dto = await new ProposalRecords(scope).DtoWithTotalsAsync(proposal, cancellationToken);
        return await work.CommitAsync(() => new ClosedYear(dto, closing), cancellationToken);
    }
}
