using System.Text.Json.Serialization;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Execution;

public enum ProposalStatus
{
    /// <summary>Being prepared: the only state in which what is requested can be changed.</summary>
    [JsonStringEnumMemberName("DRAFT")]
    Draft,

    /// <summary>Waits for approval.</summary>
    [JsonStringEnumMemberName("SUBMITTED")]
    Submitted,

    /// <summary>The budget of its fiscal year.</summary>
    [JsonStringEnumMemberName("APPROVED")]
    Approved,

    /// <summary>May be taken back to a draft; until then another proposal can be for the year.</summary>
    [JsonStringEnumMemberName("REJECTED")]
    Rejected,

    /// <summary>The fiscal year is over: nothing new is obligated, what was obligated is still paid.</summary>
    [JsonStringEnumMemberName("CLOSED")]
    Closed,
}

/// <summary>What is requested for a fiscal year, and then its budget.</summary>
public sealed class BudgetProposal : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>The calendar year in which it ends: 2000–2100.</summary>
    public int FiscalYear { get; set; }

    /// <summary>The first month of the fiscal year, as the organization had it when the proposal was made: 1–12.</summary>
    public int StartMonth { get; set; }

    public required string Title { get; set; }

    public ProposalStatus Status { get; set; }

    /// <summary>Who made it and can't approve it; <c>null</c>: the command line.</summary>
    public Guid? CreatedBy { get; set; }

    public Guid? ApprovedBy { get; set; }

    /// <summary>The day of the approval.</summary>
    public DateOnly? ApprovedOn { get; set; }

    /// <summary>Why it was rejected, reopened or closed, the last time that a reason was asked for.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether who approved it was who made it, since duties weren't separated.</summary>
    public bool DutiesCombined { get; set; }

    public long Version { get; set; }

    public Topic Topic => ExecutionTopics.Proposal(Id);

    internal FiscalYear Year => new(FiscalYear, StartMonth);
}
