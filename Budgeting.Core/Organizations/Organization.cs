using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Organizations;

/// <summary>The tenant: a household, a community, an office. Every other row belongs to exactly one.</summary>
public sealed class Organization : IAudited
{
    public required Guid Id { get; init; }

    /// <summary>Its own id: an organization belongs to itself, so that the one filter covers it too.</summary>
    public Guid OrganizationId => Id;

    public required string Name { get; set; }

    /// <summary>ISO 4217. It may change to one with as many decimals or more; amounts keep their numbers.</summary>
    public required string CurrencyCode { get; set; }

    /// <summary>The account that those who owe it something pay to, without spaces.</summary>
    public string? Iban { get; set; }

    /// <summary>The first month of a fiscal year: 1–12.</summary>
    public int FiscalYearStartMonth { get; set; } = 1;

    /// <summary>Whether who requests something can't approve or pay it.</summary>
    public bool SeparateDuties { get; set; } = true;

    /// <summary>Why duties aren't separated.</summary>
    public string? CombinedDutiesReason { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }

    public Topic Topic => OrganizationTopics.Organization;
}
