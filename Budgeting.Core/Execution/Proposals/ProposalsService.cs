using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Execution;

/// <summary>What is requested for fiscal years. Members prepare and submit it; approvers approve what others made.</summary>
public sealed class ProposalsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : OrganizationRecordService<ProposalInput, ProposalDto>(units, current, Role.Member)
{
    /// <summary>All of them, the latest year first.</summary>
    public async Task<IReadOnlyList<ProposalDto>> ListAsync(CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        return await new ExecutionRepository(work).ProposalsAsync(cancellationToken);
    }

    /// <summary>One as its page shows it; all who look at it wait for one read.</summary>
    /// <exception cref="NotFoundException">No such proposal here.</exception>
    public Task<ProposalPage> PageAsync(Guid id, CancellationToken cancellationToken) => Units.ReadSharedAsync(ProposalPage.ReadAsync, id, cancellationToken);

    /// <summary>What it still lacks to be submitted.</summary>
    /// <exception cref="NotFoundException">No such proposal here.</exception>
    public async Task<ProposalChecklist> ChecklistAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        var scope = await ExecutionScope.OpenAsync(work, Current, time, cancellationToken);
        await scope.RequireProposalAsync(id, cancellationToken);
        return ProposalChecklist.Of(await scope.Repository.PreparedAsync(id, cancellationToken));
    }

    /// <summary>Hands a draft over for approval: what it requests stays as it is from now on.</summary>
    /// <param name="id">Which.</param>
    /// <param name="version">The version that was seen; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such proposal here.</exception>
    /// <exception cref="ConflictException">It isn't a draft, <c>proposal.not-draft</c>, or something is missing, <c>proposal.incomplete</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public Task<ProposalDto> SubmitAsync(Guid id, long? version, CancellationToken cancellationToken) => MoveAsync(
        Role.Member, id, version,
        async (scope, row) =>
        {
            ExecutionScope.Require(row.Status == ProposalStatus.Draft, "proposal.not-draft", "Only a draft can be submitted.");
            var checklist = ProposalChecklist.Of(await scope.Repository.PreparedAsync(id, cancellationToken));
            ExecutionScope.Require(checklist.IsComplete, "proposal.incomplete", string.Join(' ', checklist.Missing.Select(m => m.Program is null ? m.What : $"{m.Program}: {m.What}")));
            row.Status = ProposalStatus.Submitted;
        },
        cancellationToken);

    /// <summary>Makes a submitted proposal the budget of its year.</summary>
    /// <param name="id">Which.</param>
    /// <param name="input">What is approved of each program budget, and when.</param>
    /// <param name="version">The version that was seen; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such proposal here.</exception>
    /// <exception cref="InvalidException">The day is in the future or behind the fiscal year, an amount is none, or more than requested without an admin's reason; or a program budget isn't the proposal's.</exception>
    /// <exception cref="ConflictException">It isn't submitted, <c>proposal.not-submitted</c>, or who approves made it, <c>duties.separated</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public Task<ProposalDto> ApproveAsync(Guid id, ApprovalsInput input, long? version, CancellationToken cancellationToken) => MoveAsync(
        Role.Approver, id, version,
        async (scope, row) =>
        {
            ExecutionScope.Require(row.Status == ProposalStatus.Submitted, "proposal.not-submitted", "Only a submitted proposal can be approved.");
            row.DutiesCombined = scope.Duties.Combine(await IsPreparedByMeAsync(scope, row, cancellationToken) ? Current.MemberId : row.CreatedBy, "approve it");
            await ApproveAsync(scope, row, input, cancellationToken);
            (row.Status, row.ApprovedBy, row.ApprovedOn, row.Reason) = (ProposalStatus.Approved, Current.MemberId, input.ApprovedOn ?? row.Year.DecidedOn(scope.Today), null);
        },
        cancellationToken);

    /// <summary>Turns a submitted proposal down. Another one can be made for the year then.</summary>
    /// <inheritdoc cref="SubmitAsync"/>
    /// <exception cref="InvalidException">There is no reason.</exception>
    /// <exception cref="ConflictException">It isn't submitted: <c>proposal.not-submitted</c>.</exception>
    public Task<ProposalDto> RejectAsync(Guid id, string? reason, long? version, CancellationToken cancellationToken) => MoveAsync(
        Role.Approver, id, version,
        (_, row) =>
        {
            ExecutionScope.Require(row.Status == ProposalStatus.Submitted, "proposal.not-submitted", "Only a submitted proposal can be rejected.");
            (row.Reason, row.Status) = (ExecutionScope.RequireReason(reason), ProposalStatus.Rejected);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>Takes a submitted or rejected proposal back to a draft.</summary>
    /// <inheritdoc cref="SubmitAsync"/>
    /// <exception cref="InvalidException">There is no reason.</exception>
    /// <exception cref="ConflictException">
    /// It is neither, <c>proposal.not-submitted</c>, or another one is for its year meanwhile, <c>proposal.exists</c>.
    /// </exception>
    public Task<ProposalDto> ReopenAsync(Guid id, string? reason, long? version, CancellationToken cancellationToken) => MoveAsync(
        Role.Member, id, version,
        async (scope, row) =>
        {
            ExecutionScope.Require(
                row.Status is ProposalStatus.Submitted or ProposalStatus.Rejected, "proposal.not-submitted", "Only a submitted or rejected proposal can be taken back to a draft.");
            (row.Reason, row.Status) = (ExecutionScope.RequireReason(reason), ProposalStatus.Draft);
            await ProposalRecords.RequireOnlyOneAsync(scope, row, cancellationToken);
        },
        cancellationToken);

    private protected override async ValueTask<IRecords<ProposalInput, ProposalDto>> InAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        new ProposalRecords(await ExecutionScope.OpenAsync(work, Current, time, cancellationToken));

    private async Task ApproveAsync(ExecutionScope scope, BudgetProposal proposal, ApprovalsInput input, CancellationToken cancellationToken)
    {
        var budgets = (await scope.Repository.ProgramBudgetsAsync(proposal.Id, cancellationToken)).ToDictionary(b => b.Id);
        var (check, isAdmin, given) = (new Check(), await Current.RoleAsync(cancellationToken) == Role.Admin, new HashSet<Guid>());
        var total = 0m;
        proposal.Year.CheckDecided(check, input.ApprovedOn, "approvedOn", scope.Today);
        for (var i = 0; i < input.Approvals.Count; i++)
        {
            var (field, approval) = ($"approvals[{i}]", input.Approvals[i]);
            if (approval?.ProgramBudgetId is not { } id || !budgets.TryGetValue(id, out var budget) || !given.Add(id))
            {
                check.That(holds: false, $"{field}.programBudgetId", "Name each program budget of the proposal at most once.");
                continue;
            }

            check.Amount(approval.ApprovedAmount, $"{field}.approvedAmount", scope.Currency);
            check.Total(total, approval.ApprovedAmount, $"{field}.approvedAmount", "All that is approved");
            total += approval.ApprovedAmount is { } amount and <= Amounts.Max ? amount : 0;
            var isMore = approval.ApprovedAmount > budget.RequestedAmount;
            var reason = check.Optional(approval.Reason, $"{field}.reason", 500);
            check.That(!isMore || isAdmin, $"{field}.approvedAmount", "Only an admin can approve more than was requested.");
            check.That(!isMore || reason is not null, $"{field}.reason", "Enter why more is approved than was requested.");
            (budget.ApprovedAmount, budget.ApprovalReason) = (approval.ApprovedAmount, isMore ? reason : null);
        }

        check.ThrowIfAny();
    }

    // Whoever wrote what is requested, or why, requested it, too, whoever made the proposal that it stands in.
    private async Task<bool> IsPreparedByMeAsync(ExecutionScope scope, BudgetProposal proposal, CancellationToken cancellationToken) =>
        Current.MemberId is { } member && (await scope.Repository.WritersAsync(proposal.Id, cancellationToken)).Contains(member);

    private async Task<ProposalDto> MoveAsync(
        Role least, Guid id, long? version, Func<ExecutionScope, BudgetProposal, Task> move, CancellationToken cancellationToken)
    {
        await using var work = await Units.WriteAsync(least, cancellationToken);
        var scope = await ExecutionScope.OpenAsync(work, Current, time, cancellationToken);
        var row = await scope.RequireProposalAsync(id, cancellationToken);
        await new AuditRepository(work).RequireVersionAsync(row, version, "proposal", cancellationToken);
        await move(scope, row);
        var dto = await new ProposalRecords(scope).DtoWithTotalsAsync(row, cancellationToken);
        return await work.CommitAsync(() => dto, cancellationToken);
    }
}
