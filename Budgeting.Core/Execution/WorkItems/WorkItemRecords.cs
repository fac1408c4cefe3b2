using System.Linq.Expressions;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>What is delivered for obligations.</summary>
internal sealed class WorkItemRecords(ExecutionScope scope) : ExecutionRecords<WorkItem, WorkItemInput, WorkItemDto>(scope)
{
    private Obligation? _obligation;

    public static Expression<Func<WorkItem, WorkItemDto>> Projection { get; } = i => new WorkItemDto(
        i.Id, i.ObligationId, i.Description, i.Quantity, i.Unit, i.UnitCost, i.Amount, i.AcceptedOn, i.DisbursementId, 0, i.Version);

    protected override string Noun => "work item";

    protected override Role LeastRole => Role.Member;

    protected override string ParentField => "obligationId";

    protected override Expression<Func<WorkItem, WorkItemDto>> Dto => Projection;

    public override WorkItem New(Guid id, Guid parentId) =>
        new() { Id = id, OrganizationId = Work.OrganizationId, ProposalId = _obligation!.ProposalId, ObligationId = parentId, Description = "" };

    /// <exception cref="ConflictException">
    /// The obligation was cancelled or liquidated, <c>obligation.ended</c>; or all work items would be more than it, <c>work-items.exceed-obligation</c>.
    /// </exception>
    public override async Task WriteAsync(WorkItem row, WorkItemInput input, CancellationToken cancellationToken)
    {
        var (obligation, check) = (await ObligationAsync(row.ObligationId, cancellationToken), new Check());
        RequireNotEnded(obligation);
        row.Description = check.Required(input.Description, "description", "a description", 200);
        row.Unit = check.Optional(input.Unit, "unit", 20);
        LineAmount.Check(check, input.Quantity, input.UnitCost, Scope.Currency);
        obligation.CheckDay(check, input.AcceptedOn, "acceptedOn", Scope.Today);
        var payment = input.DisbursementId is { } id && id != row.DisbursementId ? await Repository.FindAsync<Disbursement>(id, cancellationToken) : null;
        check.That(input.DisbursementId == row.DisbursementId || input.DisbursementId is null || (payment?.ObligationId == obligation.Id && payment.Status == DisbursementStatus.Paid), "disbursementId", "Choose a payment of this obligation.");
        check.ThrowIfAny();
        var more = LineAmount.Of(input.Quantity, input.UnitCost)!.Value - (Rows.IsNew(row) ? 0 : row.Amount);
        SumRule.WorkItems.Require(more, obligation.Amount - await Repository.DeliveredAsync(obligation.Id, cancellationToken), Scope.Currency);
        (row.Quantity, row.UnitCost, row.AcceptedOn, row.DisbursementId) = (input.Quantity!.Value, input.UnitCost!.Value, input.AcceptedOn, input.DisbursementId);
    }

    protected override Guid ParentOf(WorkItem row) => row.ObligationId;

    protected override Expression<Func<WorkItem, bool>> Of(Guid parentId) => i => i.ObligationId == parentId;

    protected override Task RequireParentAsync(Guid parentId, CancellationToken cancellationToken) => ObligationAsync(parentId, cancellationToken);

    protected override async Task RequireOpenAsync(Guid parentId, CancellationToken cancellationToken) =>
        await Scope.RequirePayableAsync((await ObligationAsync(parentId, cancellationToken)).ProposalId, cancellationToken);

    protected override Task<IReadOnlyList<WorkItemDto>> WithSumsAsync(IReadOnlyList<WorkItemDto> records, CancellationToken cancellationToken) =>
        Repository.WithSumsAsync(records, cancellationToken);

    protected override async Task RemovingAsync(WorkItem row, CancellationToken cancellationToken) =>
        RequireNotEnded(await ObligationAsync(row.ObligationId, cancellationToken));

    private static void RequireNotEnded(Obligation obligation) => ExecutionScope.Require(
        obligation.Status is ObligationStatus.Requested or ObligationStatus.Active, "obligation.ended", "The obligation was liquidated or cancelled: its work items stay as they are.");

    private async Task<Obligation> ObligationAsync(Guid id, CancellationToken cancellationToken) =>
        _obligation = _obligation?.Id == id ? _obligation : await Repository.FindAsync<Obligation>(id, cancellationToken) ?? throw new NotFoundException("obligation");
}
