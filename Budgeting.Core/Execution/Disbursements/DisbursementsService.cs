using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>What is paid of obligations. Approvers pay what others requested.</summary>
public sealed class DisbursementsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : ExecutionRecordService<DisbursementInput, DisbursementDto>(units, current, time, Role.Approver)
{
    /// <summary>Says that a payment didn't happen: its amount can be paid again, or goes back to the allotment where the obligation is liquidated.</summary>
    /// <param name="id">Which.</param>
    /// <param name="reason">Up to 500 characters.</param>
    /// <param name="version">The version that was seen; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such disbursement here.</exception>
    /// <exception cref="InvalidException">There is no reason.</exception>
    /// <exception cref="ConflictException">It is void: <c>disbursement.void</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public Task<DisbursementDto> VoidAsync(Guid id, string? reason, long? version, CancellationToken cancellationToken) => WriteAsync(
        Role.Approver,
        scope => new DisbursementRecords(scope).MoveAsync(
            id, version,
            async (row, ended) =>
            {
                ExecutionScope.Require(row.Status == DisbursementStatus.Paid, "disbursement.void", "The payment is void already.");
                (row.Reason, row.Status, row.VoidedOn) = (ExecutionScope.RequireReason(reason), DisbursementStatus.Void, scope.Today);
                if (await scope.Repository.FindAsync<Obligation>(row.ObligationId, ended) is { Status: ObligationStatus.Liquidated } obligation)
                {
                    // The payment first: the obligation can't use less than what is paid.
                    await scope.Work.SaveAsync(ended);
                    obligation.FinalAmount -= row.Amount;
                }
            },
            cancellationToken),
        cancellationToken);

    private protected override IRecords<DisbursementInput, DisbursementDto> In(ExecutionScope scope) => new DisbursementRecords(scope);
}
