using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Execution;

/// <summary>What a proposal requests for a program, and what of it was approved.</summary>
public sealed class ProgramBudget : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ProposalId { get; init; }

    /// <summary>The only one of its program in the proposal.</summary>
    public required Guid ProgramId { get; set; }

    /// <summary>0 or more.</summary>
    public decimal RequestedAmount { get; set; }

    /// <summary>What may be allotted, adjustments included; <c>null</c>: nothing, since nothing was approved.</summary>
    public decimal? ApprovedAmount { get; set; }

    /// <summary>Why more was approved than was requested.</summary>
    public string? ApprovalReason { get; set; }

    public string? FundSource { get; set; }

    public long Version { get; set; }

    public Topic Topic => ExecutionTopics.Proposal(ProposalId);
}
