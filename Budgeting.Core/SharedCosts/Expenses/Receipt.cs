using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// The receipt of an expense. It is kept beside it so that lists needn't read it; the expense has its hash, and with that its audit
/// entries.
/// </summary>
public sealed class Receipt : ITenantRow
{
    /// <summary>The expense's.</summary>
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid PeriodId { get; init; }

    public string? FileName { get; set; }

    public required string ContentType { get; set; }

    public required byte[] Bytes { get; set; }
}
