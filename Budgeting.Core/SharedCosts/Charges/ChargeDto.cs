using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

public sealed record ChargeDto(Guid Id, Guid PeriodId, Guid OwnerId, string Description, decimal Amount, DateOnly Date, long Version) : IDated
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public ChargeInput ToInput() => this.As<ChargeInput>();
}

/// <summary>What can be written of a service charge.</summary>
public sealed record ChargeInput
{
    public static Fields<ChargeInput> Fields { get; } = new Fields<ChargeInput>()
        .Reference(i => i.OwnerId, "Owner", "owner", column: "owner", required: true)
        .Text(i => i.Description, "What for", max: 500, required: true)
        .Amount(i => i.Amount, "Amount", required: true)
        .Day(i => i.Date, "Date");

    public Guid? OwnerId { get; set; }

    /// <summary>1–500 characters.</summary>
    public string? Description { get; set; }

    /// <summary>More than 0, in whole minor units.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Within the period; left out: its last day.</summary>
    public DateOnly? Date { get; set; }
}
