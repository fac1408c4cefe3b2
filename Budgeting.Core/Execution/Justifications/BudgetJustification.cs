using System.Text.Json.Serialization;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Execution;

public enum JustificationKind
{
    [JsonStringEnumMemberName("NEED")]
    Need,

    [JsonStringEnumMemberName("EVIDENCE")]
    Evidence,

    [JsonStringEnumMemberName("EXPECTED_RESULT")]
    ExpectedResult,
}

/// <summary>Why a program budget is requested.</summary>
public sealed class BudgetJustification : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ProposalId { get; init; }

    public required Guid ProgramBudgetId { get; init; }

    public JustificationKind Kind { get; set; }

    public required string Text { get; set; }

    /// <summary>Where the evidence is: an http or https address.</summary>
    public string? EvidenceUrl { get; set; }

    public long Version { get; set; }

    public Topic Topic => ExecutionTopics.Proposal(ProposalId);
}
