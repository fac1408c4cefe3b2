using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>What is set aside of approved amounts by quarter, and released. Approvers write it.</summary>
public sealed class AllotmentsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : ExecutionRecordService<AllotmentInput, AllotmentDto>(units, current, time, Role.Approver)
{
    /// <summary>Has a planned allotment be obligated from now on.</summary>
    /// <param name="id">Which.</param>
    /// <param name="on">The day, from the budget's approval to its year's end and not in the future; <c>null</c>: today, or the year's last day where it is over.</param>
    /// <param name="version">The version that was seen; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such allotment here.</exception>
    /// <exception cref="InvalidException">It can't have been released on the day.</exception>
    /// <exception cref="ConflictException">It isn't planned: <c>allotment.not-planned</c>. The year is closed: <c>proposal.closed</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public Task<AllotmentDto> ReleaseAsync(Guid id, DateOnly? on, long? version, CancellationToken cancellationToken) => WriteAsync(
        Role.Approver,
        scope =>
        {
            var records = new AllotmentRecords(scope);
            return records.MoveAsync(
                id, version,
                async (row, ended) =>
                {
                    var (proposal, check) = (await scope.RequireApprovedAsync(row.ProposalId, ended), new Check());
                    ExecutionScope.Require(row.Status == AllotmentStatus.Planned, "allotment.not-planned", "The allotment was released or cancelled already.");
                    records.CheckReleased(check, proposal, on);
                    check.ThrowIfAny();
                    records.Release(row, proposal, on);
                },
                cancellationToken);
        },
        cancellationToken);

    /// <summary>Gives an allotment back to its program budget.</summary>
    /// <inheritdoc cref="ReleaseAsync"/>
    /// <exception cref="InvalidException">There is no reason.</exception>
    /// <exception cref="ConflictException">It is cancelled, <c>allotment.cancelled</c>, or something is obligated from it, <c>allotment.in-use</c>.</exception>
    public Task<AllotmentDto> CancelAsync(Guid id, string? reason, long? version, CancellationToken cancellationToken) => WriteAsync(
        Role.Approver,
        scope => new AllotmentRecords(scope).MoveAsync(
            id, version,
            async (row, ended) =>
            {
                ExecutionScope.Require(row.Status != AllotmentStatus.Cancelled, "allotment.cancelled", "The allotment is cancelled already.");
                await RequireUnusedAsync(scope, row.Id, ended);
                (row.Reason, row.Status, row.CancelledOn) = (ExecutionScope.RequireReason(reason), AllotmentStatus.Cancelled, scope.Today);
            },
            cancellationToken),
        cancellationToken);

    /// <summary>Plans an allotment for each quarter, of what isn't allotted yet, in equal parts exact to the minor unit; the last takes what is left over.</summary>
    /// <returns>The four.</returns>
    /// <exception cref="NotFoundException">No such program budget here.</exception>
    /// <exception cref="ConflictException">
    /// Less than four minor units are left, <c>allotment.nothing-left</c>; a quarter has an allotment, <c>allotment.exists</c>; or the year isn't
    /// open, <c>proposal.not-approved</c>, <c>proposal.closed</c>.
    /// </exception>
    public Task<IReadOnlyList<AllotmentDto>> PlanEvenlyAsync(Guid programBudgetId, CancellationToken cancellationToken) => WriteAsync<IReadOnlyList<AllotmentDto>>(
        Role.Approver,
        async scope =>
        {
            var budget = await scope.Repository.FindAsync<ProgramBudget>(programBudgetId, cancellationToken) ?? throw new NotFoundException("program budget");
            await scope.RequireApprovedAsync(budget.ProposalId, cancellationToken);
            if (await scope.Repository.HasAllotmentsAsync(budget.Id, cancellationToken))
            {
                throw new ConflictException("allotment.exists", "Some quarters have an allotment already. Add the others one by one.");
            }

            // Of equal parts the lower key takes what is left over: the last quarter.
            var shares = Allocation.Of(
                budget.ApprovedAmount ?? 0, scope.Currency.MinorUnits,
                Enumerable.Range(1, FiscalYear.Quarters).Select(quarter => new AllocationWeight<int>(-quarter, 1)).ToList());
            if (shares.Any(s => s.Amount <= 0))
            {
                throw new ConflictException("allotment.nothing-left", "There is too little to be split over four quarters.");
            }

            var planned = new List<Func<AllotmentDto>>();
            foreach (var share in shares)
            {
                planned.Add(await new AllotmentRecords(scope).AddAsync(budget.Id, new AllotmentInput { Quarter = -share.Key, Amount = share.Amount }, cancellationToken));
            }

            return () => planned.Select(dto => dto()).ToList();
        },
        cancellationToken);

    private protected override IRecords<AllotmentInput, AllotmentDto> In(ExecutionScope scope) => new AllotmentRecords(scope);

    private static async Task RequireUnusedAsync(ExecutionScope scope, Guid id, CancellationToken cancellationToken)
    {
        var live = await scope.Repository.LiveReferencesAsync(id, cancellationToken);
        ExecutionScope.Require(live.Count == 0, "allotment.in-use", $"{Named.Of(live)} {(live.Count == 1 ? "uses" : "use")} the allotment. Cancel what is obligated first.");
    }
}
