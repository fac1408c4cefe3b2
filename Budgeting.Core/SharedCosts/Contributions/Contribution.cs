using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.SharedCosts;

/// <summary>What an owner paid to the community, or was paid by it.</summary>
public sealed class Contribution : IImportedRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid PeriodId { get; init; }

    public required Guid OwnerId { get; set; }

    /// <summary>More than 0.</summary>
    public decimal Amount { get; set; }

    /// <summary>Whether the community paid the owner.</summary>
    public bool Payout { get; set; }

    public DateOnly Date { get; set; }

    public string? Comment { get; set; }

    /// <summary>What it was imported from, or the transfer it settles: the same one twice adds nothing.</summary>
    public Guid? ImportKey { get; set; }

    public long Version { get; set; }

    public Topic Topic => SharedCostsTopics.Period(PeriodId);
}
