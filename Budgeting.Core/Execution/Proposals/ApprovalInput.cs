namespace Budgeting.Core.Execution;

/// <summary>What is approved of a proposal.</summary>
public sealed record ApprovalsInput
{
    /// <summary>Of those program budgets that are left out, nothing is approved.</summary>
    public required IReadOnlyList<ApprovalInput> Approvals { get; init; }

    /// <summary>The day of the decision, not in the future, and at most the fiscal year's last; left out: today, or that last day.</summary>
    public DateOnly? ApprovedOn { get; init; }
}

/// <summary>What is approved of a program budget.</summary>
/// <param name="ApprovedAmount">0 up to what is requested; more only by an admin, with a reason. <c>null</c>: nothing.</param>
/// <param name="Reason">Why more is approved than was requested.</param>
public sealed record ApprovalInput(Guid? ProgramBudgetId, decimal? ApprovedAmount, string? Reason = null);
