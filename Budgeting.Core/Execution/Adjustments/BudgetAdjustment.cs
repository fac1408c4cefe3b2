using System.Text.Json.Serialization;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Execution;

public enum AdjustmentKind
{
    /// <summary>A supplement, or where the amount is negative a cut.</summary>
    [JsonStringEnumMemberName("ADJUSTMENT")]
    Adjustment,

    /// <summary>One side of a move between program budgets of a proposal.</summary>
    [JsonStringEnumMemberName("REALLOCATION")]
    Reallocation,
}

/// <summary>By how much an approved amount was moved, and why. It stays as it is: what was wrong is put right by another one.</summary>
public sealed class BudgetAdjustment : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ProposalId { get; init; }

    public required Guid ProgramBudgetId { get; init; }

    public required AdjustmentKind Kind { get; init; }

    /// <summary>Negative: it was cut, or moved away. Never 0.</summary>
    public required decimal Amount { get; init; }

    public required DateOnly Date { get; init; }

    public required string Reason { get; init; }

    /// <summary>The number of the decision that allows it.</summary>
    public string? AuthorityNo { get; init; }

    /// <summary>What the two sides of all moves of one request have in common.</summary>
    public Guid? ReallocationId { get; init; }

    public long Version { get; set; }

    public Topic Topic => ExecutionTopics.Proposal(ProposalId);
}
