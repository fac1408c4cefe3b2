using Budgeting.Core.Storage;

namespace Budgeting.Core.Execution;

/// <summary>The rules of this module: what its triggers refuse, where a service hasn't said it better before, and what can be verified.</summary>
internal sealed class ExecutionRules : ModelPart
{
    public override IReadOnlyDictionary<string, string> Refusals { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [SumRule.Allotments.Code] = "The allotments would be more than the approved amount.",
        [SumRule.Obligations.Code] = "The obligations would use more than their allotment.",
        [SumRule.Disbursements.Code] = "The payments would be more than their obligation.",
        [SumRule.WorkItems.Code] = "The work items would be more than their obligation.",
        ["duties.separated"] = "Whoever requested it can't approve or pay it: somebody else must.",
        ["row.in-use"] = "Something else is recorded of it, so it can't be deleted.",
        ["row.fixed"] = "That can't be changed.",
        ["row.invalid"] = "An amount or a state is none that there is.",
    };

    public override IEnumerable<Type> OpenKinds =>
    [
        typeof(Program), typeof(BudgetProposal), typeof(ProgramBudget), typeof(BudgetAdjustment), typeof(BudgetLineItem), typeof(BudgetJustification),
        typeof(Allotment), typeof(Obligation), typeof(Disbursement), typeof(WorkItem),
    ];

    public override Task<IReadOnlyList<string>> BrokenRulesAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        new ExecutionRepository(work).BrokenRulesAsync(cancellationToken);
}
