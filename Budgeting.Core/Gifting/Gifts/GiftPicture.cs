using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.Gifting;

/// <summary>
/// What a gift looks like. It is kept beside the gift so that lists needn't read it; the gift has its hash, and with that its audit
/// entries.
/// </summary>
public sealed class GiftPicture : ITenantRow
{
    /// <summary>The gift's.</summary>
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string ContentType { get; set; }

    public required byte[] Bytes { get; set; }
}
