using System.Linq.Expressions;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>What is set aside of approved amounts, by quarter. One is written while it is planned.</summary>
internal sealed class AllotmentRecords(ExecutionScope scope) : ExecutionRecords<Allotment, AllotmentInput, AllotmentDto>(scope)
{
    private ProgramBudget? _budget;

    public static Expression<Func<Allotment, AllotmentDto>> Projection { get; } = a => new AllotmentDto(
        a.Id, a.ProgramBudgetId, a.Quarter, a.Number, a.Category, a.Amount, a.Status, a.ReleasedOn, a.CancelledOn, a.Reason, 0, 0, a.Version);

    protected override string Noun => "allotment";

    protected override Role LeastRole => Role.Approver;

    protected override string ParentField => "programBudgetId";

    protected override Expression<Func<Allotment, AllotmentDto>> Dto => Projection;

    public override Allotment New(Guid id, Guid parentId) =>
        new() { Id = id, OrganizationId = Work.OrganizationId, ProposalId = _budget!.ProposalId, ProgramBudgetId = parentId };

    /// <exception cref="ConflictException">
    /// It isn't planned any more: <c>allotment.not-planned</c>. Or all allotments would be more than the approved amount: <c>allotment.exceeds-budget</c>.
    /// </exception>
    public override async Task WriteAsync(Allotment row, AllotmentInput input, CancellationToken cancellationToken)
    {
        ExecutionScope.Require(row.Status == AllotmentStatus.Planned, "allotment.not-planned", "The allotment was released or cancelled: it stays as it is. Add a supplemental one, or cancel it.");
        var check = new Check();
        check.That(input.Quarter is >= 1 and <= FiscalYear.Quarters, "quarter", "Choose a quarter from 1 to 4.");
        check.That(input.Category is null || Enum.IsDefined(input.Category.Value), "category", "Choose a category.");
        check.AmountAboveZero(input.Amount, "amount", Scope.Currency);
        check.That(input.Status is AllotmentStatus.Planned or AllotmentStatus.Released, "status", "Choose planned or released.");
        var proposal = await Scope.RequireProposalAsync(row.ProposalId, cancellationToken);
        CheckReleased(check, proposal, input.ReleasedOn);
        row.Reason = check.Optional(input.Reason, "reason", 500);
        if (input.Quarter is { } quarter && (row.Number == 0 || row.Quarter != quarter))
        {
            row.Number = await Repository.LastAllotmentNumberAsync(row.ProgramBudgetId, quarter, cancellationToken) + 1;
        }

        check.That(row.Number <= 1 || row.Reason is not null, "reason", "The quarter has an allotment already. Enter why there is a supplemental one.");
        check.ThrowIfAny();
        await RequireRoomAsync(row, input.Amount!.Value - (Rows.IsNew(row) ? 0 : row.Amount), cancellationToken);
        (row.Quarter, row.Category, row.Amount) = (input.Quarter!.Value, input.Category, input.Amount.Value);
        if (input.Status == AllotmentStatus.Released)
        {
            Release(row, proposal, input.ReleasedOn);
        }
    }

    /// <summary>Refuses a day on which nothing of a proposal can have been released: what was released before its approval would be of nothing.</summary>
    public void CheckReleased(Check check, BudgetProposal proposal, DateOnly? on) => proposal.Year.CheckDecided(check, on, "releasedOn", Scope.Today, proposal.ApprovedOn);

    /// <param name="row">A planned one.</param>
    /// <param name="proposal">That it is of.</param>
    /// <param name="on">The day; <c>null</c>: today, or the last day of a fiscal year that is over.</param>
    public void Release(Allotment row, BudgetProposal proposal, DateOnly? on) =>
        (row.Status, row.ReleasedOn) = (AllotmentStatus.Released, on ?? proposal.Year.DecidedOn(Scope.Today, proposal.ApprovedOn));

    /// <summary>Refuses where all allotments would be more than the approved amount.</summary>
    public async Task RequireRoomAsync(Allotment row, decimal more, CancellationToken cancellationToken)
    {
        var budget = await BudgetAsync(row.ProgramBudgetId, cancellationToken);
        SumRule.Allotments.Require(more, (budget.ApprovedAmount ?? 0) - await Repository.AllottedAsync(budget.Id, cancellationToken), Scope.Currency);
    }

    protected override Guid ParentOf(Allotment row) => row.ProgramBudgetId;

    protected override Expression<Func<Allotment, bool>> Of(Guid parentId) => a => a.ProgramBudgetId == parentId;

    protected override Task RequireParentAsync(Guid parentId, CancellationToken cancellationToken) => BudgetAsync(parentId, cancellationToken);

    protected override async Task RequireOpenAsync(Guid parentId, CancellationToken cancellationToken) =>
        await Scope.RequireApprovedAsync((await BudgetAsync(parentId, cancellationToken)).ProposalId, cancellationToken);

    protected override Task<IReadOnlyList<AllotmentDto>> WithSumsAsync(IReadOnlyList<AllotmentDto> records, CancellationToken cancellationToken) =>
        Repository.WithSumsAsync(records, cancellationToken);

    /// <exception cref="ConflictException">It isn't planned any more: <c>allotment.not-planned</c>.</exception>
    protected override async Task RemovingAsync(Allotment row, CancellationToken cancellationToken)
    {
        ExecutionScope.Require(
            row.Status == AllotmentStatus.Planned || !await Repository.HasObligationsAsync(row.Id, cancellationToken),
            "allotment.in-use", "Something is obligated from the allotment, so it can't be deleted.");
        ExecutionScope.Require(row.Status == AllotmentStatus.Planned, "allotment.not-planned", "The allotment was released: cancel it rather than delete it.");
    }

    private async Task<ProgramBudget> BudgetAsync(Guid id, CancellationToken cancellationToken) =>
        _budget = _budget?.Id == id ? _budget : await Repository.FindAsync<ProgramBudget>(id, cancellationToken) ?? throw new NotFoundException("program budget");
}
