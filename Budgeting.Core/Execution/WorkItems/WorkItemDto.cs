using Budgeting.Core.Kernel;

namespace Budgeting.Core.Execution;

/// <param name="Amount">Quantity × unit cost.</param>
/// <param name="AcceptedOn">From when on it is due; <c>null</c>: it wasn't accepted yet.</param>
/// <param name="DisbursementId">The payment that it was paid with.</param>
/// <param name="Remaining">What of its obligation has no work item yet.</param>
public sealed record WorkItemDto(
    Guid Id,
    Guid ObligationId,
    string Description,
    decimal Quantity,
    string? Unit,
    decimal UnitCost,
    decimal Amount,
    DateOnly? AcceptedOn,
    Guid? DisbursementId,
    decimal Remaining,
    long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public WorkItemInput ToInput() => this.As<WorkItemInput>();
}

/// <summary>What can be written of a work item.</summary>
public sealed record WorkItemInput
{
    public static Fields<WorkItemInput> Fields { get; } = new Fields<WorkItemInput>()
        .Text(i => i.Description, "Description", max: 200, required: true)
        .Number(i => i.Quantity, "Quantity", required: true)
        .Text(i => i.Unit, "Unit", max: 20)
        .Amount(i => i.UnitCost, "Unit cost", required: true)
        .Day(i => i.AcceptedOn, "Accepted on")
        .Reference(i => i.DisbursementId, "Paid with", "disbursement", column: "disbursement");

    /// <summary>1–200 characters.</summary>
    public string? Description { get; set; }

    /// <summary>More than 0, with up to 3 decimals.</summary>
    public decimal? Quantity { get; set; } = 1;

    /// <summary>What is counted, such as <c>h</c>.</summary>
    public string? Unit { get; set; }

    /// <summary>0 or more.</summary>
    public decimal? UnitCost { get; set; }

    /// <summary>From when on it is due; left out: it isn't accepted yet.</summary>
    public DateOnly? AcceptedOn { get; set; }

    /// <summary>The payment that it was paid with, of the same obligation.</summary>
    public Guid? DisbursementId { get; set; }
}
