using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>What is requested for fiscal years. It is written while it is a draft.</summary>
internal sealed class ProposalRecords(ExecutionScope scope) : OrganizationRecords<BudgetProposal, ProposalInput, ProposalDto>(scope.Work, scope.Current, scope.Time)
{
    public static Expression<Func<BudgetProposal, ProposalDto>> Projection { get; } = p => new ProposalDto(
        p.Id, p.FiscalYear, p.StartMonth, p.Title, p.Status, 0, null, 0, p.CreatedBy, p.ApprovedBy, p.ApprovedOn, p.Reason, p.DutiesCombined, p.Version);

    protected override string Noun => "proposal";

    protected override Role LeastRole => Role.Member;

    protected override Expression<Func<BudgetProposal, ProposalDto>> Dto => Projection;

    public override BudgetProposal New(Guid id, Guid parentId) => new()
    {
        Id = id, OrganizationId = parentId, Title = "", StartMonth = scope.StartMonth, CreatedBy = scope.Current.MemberId,
    };

    /// <exception cref="ConflictException">
    /// It was submitted: <c>proposal.not-draft</c>. Or the year has a proposal that isn't rejected: <c>proposal.exists</c>.
    /// </exception>
    public override async Task WriteAsync(BudgetProposal row, ProposalInput input, CancellationToken cancellationToken)
    {
        RequireDraft(row);
        var check = new Check();
        row.Title = check.Required(input.Title, "title", "a title", 200);
        check.That(
            input.FiscalYear is >= FiscalYear.First and <= FiscalYear.Last, "fiscalYear", $"Enter a year from {FiscalYear.First} to {FiscalYear.Last}.");
        check.ThrowIfAny();
        row.FiscalYear = input.FiscalYear!.Value;
        await RequireOnlyOneAsync(scope, row, cancellationToken);
    }

    /// <exception cref="ConflictException">Another one is for its year and isn't rejected: <c>proposal.exists</c>.</exception>
    public static async Task RequireOnlyOneAsync(ExecutionScope scope, BudgetProposal row, CancellationToken cancellationToken)
    {
        if (await scope.Repository.ProposalOfYearAsync(row.FiscalYear, row.Id, cancellationToken) is { } other)
        {
            throw new ConflictException("proposal.exists", $"“{other}” is the proposal for {row.FiscalYear} already.") { Field = "fiscalYear" };
        }
    }

    public async Task<ProposalDto> DtoWithTotalsAsync(BudgetProposal row, CancellationToken cancellationToken) =>
        (await AnswerAsync(row, cancellationToken))();

    /// <summary>Whoever brings one back isn't who made it, and its fiscal year stays.</summary>
    protected override async Task<BudgetProposal> AgainAsync(Guid id, RowVersion deletion, RowState state, CancellationToken cancellationToken)
    {
        var row = await base.AgainAsync(id, deletion, state, cancellationToken);
        (row.CreatedBy, row.StartMonth) = (state.Get<Guid?>("createdBy"), state.Get<int>("startMonth"));
        return row;
    }

    protected override async Task<Page<ProposalDto>> PageInAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken)
    {
        var all = await base.PageInAsync(parentId, page, cancellationToken);
        return all with { Items = await scope.Repository.WithTotalsAsync(all.Items, cancellationToken) };
    }

    protected override async Task<Func<ProposalDto>> AnswerAsync(BudgetProposal row, CancellationToken cancellationToken)
    {
        await Work.SaveAsync(cancellationToken);
        var dto = (await scope.Repository.WithTotalsAsync([DtoOf(row)], cancellationToken))[0];
        return () => dto;
    }

    /// <exception cref="ConflictException">It has program budgets, <c>proposal.in-use</c>, or was submitted, <c>proposal.not-draft</c>.</exception>
    protected override async Task RemovingAsync(BudgetProposal row, CancellationToken cancellationToken)
    {
        RequireDraft(row);
        if (await scope.Repository.HasProgramBudgetsAsync(row.Id, cancellationToken))
        {
            throw new ConflictException("proposal.in-use", "The proposal has program budgets. Delete them first.");
        }
    }

    private static void RequireDraft(BudgetProposal row) => ExecutionScope.Require(
        row.Status == ProposalStatus.Draft, "proposal.not-draft", "Only a draft can be changed. Have the proposal taken back to a draft first.");
}
