using System.Linq.Expressions;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>What is paid of obligations, by approvers who didn't request them.</summary>
internal sealed class DisbursementRecords(ExecutionScope scope) : ExecutionRecords<Disbursement, DisbursementInput, DisbursementDto>(scope)
{
    private Obligation? _obligation;

    public static Expression<Func<Disbursement, DisbursementDto>> Projection { get; } = d => new DisbursementDto(
        d.Id, d.ObligationId, d.Amount, d.Date, d.Method, d.Reference, d.Payee, d.Status, d.VoidedOn, d.Reason, d.CreatedBy, d.DutiesCombined, 0, d.Version);

    protected override string Noun => "disbursement";

    protected override Role LeastRole => Role.Approver;

    protected override string ParentField => "obligationId";

    protected override Expression<Func<Disbursement, DisbursementDto>> Dto => Projection;

    public override Disbursement New(Guid id, Guid parentId) => new()
    {
        Id = id, OrganizationId = Work.OrganizationId, ProposalId = _obligation!.ProposalId, ObligationId = parentId, Payee = "", CreatedBy = Current.MemberId,
    };

    /// <exception cref="ConflictException">
    /// The obligation isn't active, <c>obligation.not-active</c>; who pays requested it, <c>duties.separated</c>; the payment is void,
    /// <c>disbursement.void</c>; or it is more than what is left to pay, <c>disbursement.exceeds-obligation</c>.
    /// </exception>
    public override async Task WriteAsync(Disbursement row, DisbursementInput input, CancellationToken cancellationToken)
    {
        var obligation = await ObligationAsync(row.ObligationId, cancellationToken);
        ExecutionScope.Require(row.Status == DisbursementStatus.Paid, "disbursement.void", "The payment is void: it stays as it is. Record another one.");
        ExecutionScope.Require(obligation.Status == ObligationStatus.Active, "obligation.not-active", ReasonNotToPay(obligation.Status));
        row.DutiesCombined |= Scope.Duties.Combine(obligation.CreatedBy, "pay it");
        var (check, date) = (new Check(), input.Date ?? Scope.Today);
        check.AmountAboveZero(input.Amount, "amount", Scope.Currency);
        obligation.CheckDay(check, date, "date", Scope.Today);
        check.That(Enum.IsDefined(input.Method), "method", "Choose a method.");
        row.Reference = check.Optional(input.Reference, "reference", 100);
        row.Payee = string.IsNullOrWhiteSpace(input.Payee) ? obligation.Payee : check.Required(input.Payee, "payee", "who is paid", 100);
        check.ThrowIfAny();
        var more = input.Amount!.Value - (Rows.IsNew(row) ? 0 : row.Amount);
        SumRule.Disbursements.Require(more, obligation.Amount - await Repository.DisbursedAsync(obligation.Id, cancellationToken), Scope.Currency);
        (row.Amount, row.Date, row.Method) = (input.Amount.Value, date, input.Method);
    }

    /// <summary>Whoever brings one back isn't who requested it.</summary>
    protected override async Task<Disbursement> AgainAsync(Guid id, RowVersion deletion, RowState state, CancellationToken cancellationToken)
    {
        var row = await base.AgainAsync(id, deletion, state, cancellationToken);
        row.CreatedBy = state.Get<Guid?>("createdBy");
        return row;
    }

    protected override Guid ParentOf(Disbursement row) => row.ObligationId;

    protected override Expression<Func<Disbursement, bool>> Of(Guid parentId) => d => d.ObligationId == parentId;

    protected override Task RequireParentAsync(Guid parentId, CancellationToken cancellationToken) => ObligationAsync(parentId, cancellationToken);

    protected override async Task RequireOpenAsync(Guid parentId, CancellationToken cancellationToken) =>
        await Scope.RequirePayableAsync((await ObligationAsync(parentId, cancellationToken)).ProposalId, cancellationToken);

    protected override Task<IReadOnlyList<DisbursementDto>> WithSumsAsync(IReadOnlyList<DisbursementDto> records, CancellationToken cancellationToken) =>
        Repository.WithSumsAsync(records, cancellationToken);

    /// <exception cref="ConflictException">
    /// A work item was paid with it, <c>disbursement.in-use</c>; it is void, <c>disbursement.void</c>; or somebody else recorded it, <c>disbursement.not-yours</c>.
    /// </exception>
    protected override async Task RemovingAsync(Disbursement row, CancellationToken cancellationToken)
    {
        ExecutionScope.Require(row.Status == DisbursementStatus.Paid, "disbursement.void", "The payment is void, and stays so that it can be seen.");
        ExecutionScope.Require(
            row.CreatedBy is null || row.CreatedBy == Current.MemberId, "disbursement.not-yours", "Somebody else recorded the payment: void it, with a reason, rather than delete it.");
        ExecutionScope.Require(!await Repository.IsPaidWithAsync(row.Id, cancellationToken), "disbursement.in-use", "A work item was paid with it. Take that off the work item first.");
        ExecutionScope.Require(
            (await ObligationAsync(row.ObligationId, cancellationToken)).Status == ObligationStatus.Active,
            "obligation.not-active", "The obligation is liquidated: void the payment rather than delete it.");
    }

    private static string ReasonNotToPay(ObligationStatus status) => status switch
    {
        ObligationStatus.Requested => "The obligation isn't approved yet: nothing of it can be paid.",
        ObligationStatus.Liquidated => "The obligation is liquidated: what it was for is paid to the end.",
        _ => "The obligation is cancelled: nothing of it can be paid.",
    };

    private async Task<Obligation> ObligationAsync(Guid id, CancellationToken cancellationToken) =>
        _obligation = _obligation?.Id == id ? _obligation : await Repository.FindAsync<Obligation>(id, cancellationToken) ?? throw new NotFoundException("obligation");
}
