using System.Text.Json.Serialization;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Execution;

public enum ObligationKind
{
    [JsonStringEnumMemberName("PURCHASE_ORDER")]
    PurchaseOrder,

    [JsonStringEnumMemberName("CONTRACT")]
    Contract,

    [JsonStringEnumMemberName("PAYROLL")]
    Payroll,

    [JsonStringEnumMemberName("OTHER")]
    Other,
}

public enum ObligationStatus
{
    /// <summary>Holds its money already, and waits for approval.</summary>
    [JsonStringEnumMemberName("REQUESTED")]
    Requested,

    /// <summary>Approved: it can be paid.</summary>
    [JsonStringEnumMemberName("ACTIVE")]
    Active,

    /// <summary>Delivered to the end: it uses what was paid, the rest went back to its allotment.</summary>
    [JsonStringEnumMemberName("LIQUIDATED")]
    Liquidated,

    /// <summary>Given back to its allotment.</summary>
    [JsonStringEnumMemberName("CANCELLED")]
    Cancelled,
}

/// <summary>What the organization has bound itself to pay. Σ of what an allotment's obligations use is at most the allotment.</summary>
public sealed class Obligation : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ProposalId { get; init; }

    public required Guid AllotmentId { get; init; }

    public BudgetCategory Category { get; set; }

    public string? ObjectCode { get; set; }

    public ObligationKind Kind { get; set; }

    /// <summary>The only one in the organization.</summary>
    public required string ReferenceNo { get; set; }

    /// <summary>Which of its fiscal year's series the reference is; <c>null</c>: it was given another one.</summary>
    public int? SeriesNo { get; set; }

    public required string Payee { get; set; }

    public required string Description { get; set; }

    /// <summary>More than 0.</summary>
    public decimal Amount { get; set; }

    /// <summary>Within the fiscal year, and not before its allotment was released.</summary>
    public DateOnly Date { get; set; }

    public ObligationStatus Status { get; set; }

    /// <summary>Once it is liquidated, what was paid of it.</summary>
    public decimal? FinalAmount { get; set; }

    /// <summary>What it uses of its allotment, computed by the database: its amount, once liquidated its final amount, 0 when cancelled.</summary>
    public decimal Used { get; private set; }

    /// <summary>When it was liquidated or cancelled.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Why it was cancelled.</summary>
    public string? Reason { get; set; }

    /// <summary>Who requested it, and neither approves nor pays it; <c>null</c>: the command line.</summary>
    public Guid? CreatedBy { get; set; }

    public Guid? ApprovedBy { get; set; }

    /// <summary>Whether who approved it was who requested it, since duties weren't separated.</summary>
    public bool DutiesCombined { get; set; }

    public long Version { get; set; }

    /// <summary>Refuses a day on which nothing of it is paid or accepted yet: one before its own, or one to come.</summary>
    internal void CheckDay(Check check, DateOnly? day, string field, DateOnly today)
    {
        var isAhead = Date > today;
        check.That(day is null || !isAhead, field, FormattableString.Invariant($"The obligation is dated {Date:yyyy-MM-dd}: it can be paid and accepted from that day on."));
        check.That(isAhead || !(day < Date), field, FormattableString.Invariant($"Choose a day from {Date:yyyy-MM-dd}, the obligation's, on."));
        check.That(isAhead || !(day > today), field, "Choose today or a day before.");
    }

    public Topic Topic => ExecutionTopics.Proposal(ProposalId);
}
