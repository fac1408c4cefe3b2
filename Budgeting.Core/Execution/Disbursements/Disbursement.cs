using System.Text.Json.Serialization;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Execution;

public enum DisbursementStatus
{
    [JsonStringEnumMemberName("PAID")]
    Paid,

    /// <summary>It didn't happen: the amount can be paid again.</summary>
    [JsonStringEnumMemberName("VOID")]
    Void,
}

public enum DisbursementMethod
{
    [JsonStringEnumMemberName("TRANSFER")]
    Transfer,

    [JsonStringEnumMemberName("CHECK")]
    Check,

    [JsonStringEnumMemberName("CASH")]
    Cash,

    [JsonStringEnumMemberName("CARD")]
    Card,

    [JsonStringEnumMemberName("OTHER")]
    Other,
}

/// <summary>What was paid of an obligation. Σ of those that aren't void is at most the obligation.</summary>
public sealed class Disbursement : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ProposalId { get; init; }

    public required Guid ObligationId { get; init; }

    /// <summary>More than 0.</summary>
    public decimal Amount { get; set; }

    /// <summary>Not before the obligation's.</summary>
    public DateOnly Date { get; set; }

    public DisbursementMethod Method { get; set; }

    public string? Reference { get; set; }

    public required string Payee { get; set; }

    public DisbursementStatus Status { get; set; }

    public DateOnly? VoidedOn { get; set; }

    /// <summary>Why it is void.</summary>
    public string? Reason { get; set; }

    /// <summary>Who paid it; <c>null</c>: the command line.</summary>
    public Guid? CreatedBy { get; set; }

    /// <summary>Whether who paid it was who requested the obligation, since duties weren't separated.</summary>
    public bool DutiesCombined { get; set; }

    public long Version { get; set; }

    public Topic Topic => ExecutionTopics.Proposal(ProposalId);
}
