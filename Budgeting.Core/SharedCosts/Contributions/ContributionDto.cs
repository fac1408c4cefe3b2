using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

/// <param name="Payout">Whether the community paid the owner, so that it counts with the opposite sign.</param>
/// <param name="Cumulative">What the owner paid in the period until then, this included; <c>null</c> where it wasn't asked for.</param>
public sealed record ContributionDto(
    Guid Id, Guid PeriodId, Guid OwnerId, decimal Amount, bool Payout, DateOnly Date, string? Comment, decimal? Cumulative, long Version) : IDated
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public ContributionInput ToInput() => this.As<ContributionInput>();
}

/// <summary>What can be written of a contribution.</summary>
public sealed record ContributionInput
{
    public static Fields<ContributionInput> Fields { get; } = new Fields<ContributionInput>()
        .Reference(i => i.OwnerId, "Owner", "owner", column: "owner", required: true)
        .Amount(i => i.Amount, "Amount", required: true)
        .Text(i => i.Comment, "Comment", max: 500)
        .Day(i => i.Date, "Date", required: true)
        .Flag(i => i.Payout, "Paid out");

    public Guid? OwnerId { get; set; }

    /// <summary>More than 0, in whole minor units.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Whether the community paid the owner.</summary>
    public bool Payout { get; set; }

    /// <summary>Within the period.</summary>
    public DateOnly? Date { get; set; }

    /// <summary>Up to 500 characters.</summary>
    public string? Comment { get; set; }
}
