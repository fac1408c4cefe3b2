using Budgeting.Core.Kernel;

namespace Budgeting.Core.Execution;

/// <param name="ApprovedAmount">What may be allotted, adjustments included; <c>null</c>: nothing was approved.</param>
/// <param name="ApprovalReason">Why more was approved than was requested.</param>
/// <param name="LineItems">Σ of its line items.</param>
/// <param name="Allotted">Σ of its allotments that aren't cancelled.</param>
/// <param name="Obligated">Σ of what its obligations use.</param>
/// <param name="Disbursed">Σ of what was paid.</param>
public sealed record ProgramBudgetDto(
    Guid Id,
    Guid ProposalId,
    Guid ProgramId,
    decimal RequestedAmount,
    decimal? ApprovedAmount,
    string? ApprovalReason,
    string? FundSource,
    decimal LineItems,
    decimal Allotted,
    decimal Obligated,
    decimal Disbursed,
    long Version) : IVersioned
{
    /// <summary>What may still be allotted.</summary>
    public decimal Remaining => (ApprovedAmount ?? 0) - Allotted;

    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public ProgramBudgetInput ToInput() => this.As<ProgramBudgetInput>();
}

/// <summary>What can be written of a program budget while its proposal is a draft.</summary>
public sealed record ProgramBudgetInput
{
    public static Fields<ProgramBudgetInput> Fields { get; } = new Fields<ProgramBudgetInput>()
        .Reference(i => i.ProgramId, "Program", "program", column: "program", required: true)
        .Amount(i => i.RequestedAmount, "Requested", required: true)
        .Text(i => i.FundSource, "Fund source", max: 100);

    public Guid? ProgramId { get; set; }

    /// <summary>0 or more, in whole minor units.</summary>
    public decimal? RequestedAmount { get; set; }

    public string? FundSource { get; set; }
}
