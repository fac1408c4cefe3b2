using System.Linq.Expressions;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>What a proposal requests for programs.</summary>
internal sealed class ProgramBudgetRecords(ExecutionScope scope) : ExecutionRecords<ProgramBudget, ProgramBudgetInput, ProgramBudgetDto>(scope)
{
    public static Expression<Func<ProgramBudget, ProgramBudgetDto>> Projection { get; } = b => new ProgramBudgetDto(
        b.Id, b.ProposalId, b.ProgramId, b.RequestedAmount, b.ApprovedAmount, b.ApprovalReason, b.FundSource, 0, 0, 0, 0, b.Version);

    protected override string Noun => "program budget";

    protected override Role LeastRole => Role.Member;

    protected override string ParentField => "proposalId";

    protected override Expression<Func<ProgramBudget, ProgramBudgetDto>> Dto => Projection;

    public override ProgramBudget New(Guid id, Guid parentId) => new() { Id = id, OrganizationId = Work.OrganizationId, ProposalId = parentId, ProgramId = default };

    /// <exception cref="ConflictException">The proposal has a budget for the program already: <c>program-budget.exists</c>.</exception>
    public override async Task WriteAsync(ProgramBudget row, ProgramBudgetInput input, CancellationToken cancellationToken)
    {
        var check = new Check();
        check.That(input.ProgramId is not null, "programId", "Choose a program.");
        var program = input.ProgramId is { } id ? await Repository.FindAsync<Program>(id, cancellationToken) : null;
        check.That(input.ProgramId is null || program is not null, "programId", "There is no such program.");
        check.That(program is null || program.Status == ProgramStatus.Active || program.Id == row.ProgramId, "programId", "The program is inactive. Choose an active one.");
        check.That(input.RequestedAmount is not null, "requestedAmount", "Enter an amount.");
        check.Amount(input.RequestedAmount, "requestedAmount", Scope.Currency);
        var others = await Repository.RequestedAsync(row.ProposalId, row.Id, cancellationToken);
        check.Total(others, input.RequestedAmount, "requestedAmount", "All that the proposal requests");
        row.FundSource = check.Optional(input.FundSource, "fundSource", 100);
        check.ThrowIfAny();
        (row.ProgramId, row.RequestedAmount) = (program!.Id, input.RequestedAmount!.Value);
        if (await Repository.IsProgramBudgetedAsync(row.ProposalId, program.Id, row.Id, cancellationToken))
        {
            throw new ConflictException("program-budget.exists", $"The proposal has a budget for {program.Name} already.") { Field = "programId" };
        }
    }

    protected override Guid ParentOf(ProgramBudget row) => row.ProposalId;

    protected override Expression<Func<ProgramBudget, bool>> Of(Guid parentId) => b => b.ProposalId == parentId;

    protected override Task RequireParentAsync(Guid parentId, CancellationToken cancellationToken) => Scope.RequireProposalAsync(parentId, cancellationToken);

    protected override Task RequireOpenAsync(Guid parentId, CancellationToken cancellationToken) => Scope.RequireDraftAsync(parentId, cancellationToken);

    protected override Task<IReadOnlyList<ProgramBudgetDto>> WithSumsAsync(IReadOnlyList<ProgramBudgetDto> records, CancellationToken cancellationToken) =>
        Repository.WithSumsAsync(records, cancellationToken);

    /// <exception cref="ConflictException">It has line items or justifications: <c>program-budget.in-use</c>.</exception>
    protected override async Task RemovingAsync(ProgramBudget row, CancellationToken cancellationToken)
    {
        if (await Repository.IsProgramBudgetInUseAsync(row.Id, cancellationToken))
        {
            throw new ConflictException("program-budget.in-use", "The program budget has line items or justifications. Delete them first.");
        }
    }
}
