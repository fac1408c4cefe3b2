using Budgeting.Core.Execution;
using Budgeting.Web.Wording.Execution;

namespace Budgeting.Web.Components.Execution;

/// <summary>What is left at one level before and after what is typed.</summary>
public sealed record LevelChange(string Label, decimal Before, decimal More)
{
    public decimal After => Before + More;

    /// <summary>Of what a program's allotment takes.</summary>
    public static IReadOnlyList<LevelChange> OfAllotting(SpendingLevels levels, decimal amount) =>
        [OfApproved(levels.Program, levels.Budget, -amount)];

    /// <summary>Of a change of what is approved for a program.</summary>
    public static LevelChange OfApproved(string program, ProgramBudgetDto budget, decimal more) => new($"Not allotted of {program}", budget.Remaining, more);

    /// <summary>Of what an obligation takes of its allotment and its program.</summary>
    public static IReadOnlyList<LevelChange> OfObligating(SpendingLevels levels, decimal amount) =>
    [
        new($"Not obligated of {SpendingWords.NameOf(levels.Allotment!)}", levels.Allotment!.Remaining, -amount),
        new($"Not obligated of {levels.Program}", (levels.Budget.ApprovedAmount ?? 0) - levels.Budget.Obligated, -amount),
    ];

    /// <summary>Of what a payment takes of its obligation, its allotment and its program.</summary>
    public static IReadOnlyList<LevelChange> OfPaying(SpendingLevels levels, decimal amount) =>
    [
        new($"Not paid of {levels.Obligation!.ReferenceNo}", levels.Obligation.Remaining, -amount),
        new($"Not paid of {SpendingWords.NameOf(levels.Allotment!)}", levels.Allotment!.Amount - levels.Allotment.Disbursed, -amount),
        new($"Not paid of {levels.Program}", (levels.Budget.ApprovedAmount ?? 0) - levels.Budget.Disbursed, -amount),
    ];

    /// <summary>Of what a work item takes of its obligation.</summary>
    public static IReadOnlyList<LevelChange> OfDelivering(SpendingLevels levels, decimal amount) =>
        [new($"Left for work items of {levels.Obligation!.ReferenceNo}", levels.Obligation.Amount - levels.Obligation.Delivered, -amount)];
}
