using System.Text.Json.Serialization;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Execution;

/// <summary>What kind of spending it is.</summary>
public enum BudgetCategory
{
    [JsonStringEnumMemberName("PERSONNEL")]
    Personnel,

    [JsonStringEnumMemberName("OPERATING")]
    Operating,

    [JsonStringEnumMemberName("CAPITAL")]
    Capital,
}

/// <summary>One line of what a program budget requests.</summary>
public sealed class BudgetLineItem : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ProposalId { get; init; }

    public required Guid ProgramBudgetId { get; init; }

    public string? ObjectCode { get; set; }

    public BudgetCategory Category { get; set; }

    public required string Description { get; set; }

    /// <summary>More than 0, with up to 3 decimals.</summary>
    public decimal Quantity { get; set; }

    /// <summary>0 or more.</summary>
    public decimal UnitCost { get; set; }

    /// <summary><see cref="Quantity"/> × <see cref="UnitCost"/>, computed by the database.</summary>
    public decimal Amount { get; private set; }

    public long Version { get; set; }

    public Topic Topic => ExecutionTopics.Proposal(ProposalId);
}
