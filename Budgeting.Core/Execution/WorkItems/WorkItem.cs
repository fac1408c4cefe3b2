using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Execution;

/// <summary>What is delivered for an obligation. Σ of them is at most the obligation; what was accepted and isn't paid is due.</summary>
public sealed class WorkItem : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ProposalId { get; init; }

    public required Guid ObligationId { get; init; }

    /// <summary>The payment that it was paid with.</summary>
    public Guid? DisbursementId { get; set; }

    public required string Description { get; set; }

    /// <summary>More than 0, with up to 3 decimals.</summary>
    public decimal Quantity { get; set; }

    /// <summary>What is counted, such as <c>h</c> or <c>pieces</c>.</summary>
    public string? Unit { get; set; }

    /// <summary>0 or more.</summary>
    public decimal UnitCost { get; set; }

    /// <summary><see cref="Quantity"/> × <see cref="UnitCost"/>, computed by the database.</summary>
    public decimal Amount { get; private set; }

    /// <summary>From when on it is due; <c>null</c>: it wasn't accepted yet.</summary>
    public DateOnly? AcceptedOn { get; set; }

    public long Version { get; set; }

    public Topic Topic => ExecutionTopics.Proposal(ProposalId);
}
