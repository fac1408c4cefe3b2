using System.Text.Json.Serialization;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Execution;

public enum AllotmentStatus
{
    /// <summary>Set aside already; it can't be obligated yet.</summary>
    [JsonStringEnumMemberName("PLANNED")]
    Planned,

    /// <summary>Can be obligated, and isn't edited any more.</summary>
    [JsonStringEnumMemberName("RELEASED")]
    Released,

    /// <summary>Given back to its program budget.</summary>
    [JsonStringEnumMemberName("CANCELLED")]
    Cancelled,
}

/// <summary>A part of an approved amount that is released in a quarter. Σ of those that aren't cancelled is at most the approved amount.</summary>
public sealed class Allotment : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ProposalId { get; init; }

    public required Guid ProgramBudgetId { get; init; }

    /// <summary>1–4.</summary>
    public int Quarter { get; set; }

    /// <summary>Counted from 1 in its quarter: those behind the first are supplemental releases.</summary>
    public int Number { get; set; }

    /// <summary>What alone may be obligated from it; <c>null</c>: anything.</summary>
    public BudgetCategory? Category { get; set; }

    /// <summary>More than 0.</summary>
    public decimal Amount { get; set; }

    public AllotmentStatus Status { get; set; }

    /// <summary>Not before its proposal was approved.</summary>
    public DateOnly? ReleasedOn { get; set; }

    public DateOnly? CancelledOn { get; set; }

    /// <summary>Why it was cancelled, or released beyond the first of its quarter.</summary>
    public string? Reason { get; set; }

    public long Version { get; set; }

    public Topic Topic => ExecutionTopics.Proposal(ProposalId);
}
