using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Gifting;

/// <summary>A day that gifts are given on, with its budget.</summary>
public sealed class Occasion : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string Name { get; set; }

    public required DateOnly Date { get; set; }

    /// <summary>A label such as “Birthday”.</summary>
    public string? Kind { get; set; }

    public bool RecursYearly { get; set; }

    /// <summary><c>null</c>: no budget is set. Zero is a budget.</summary>
    public decimal? BudgetTotal { get; set; }

    /// <summary>1–100.</summary>
    public int NearThresholdPercent { get; set; } = Meter.DefaultNearPercent;

    public bool IdeasCountAsPlanned { get; set; } = true;

    public bool Surprises { get; set; } = true;

    /// <summary>From this day on everybody sees everything.</summary>
    public DateOnly? RevealOn { get; set; }

    /// <summary>
    /// The day from which on everybody sees everything, as <see cref="Surprises"/> and <see cref="RevealOn"/> say; computed by the
    /// database, so that this rule stands in one place. Surprises are kept while today is before it.
    /// </summary>
    public DateOnly KeptUntil { get; private set; }

    /// <summary>The occasion of which this is next year's.</summary>
    public Guid? PreviousId { get; set; }

    public bool Archived { get; set; }

    public long Version { get; set; }

    public Topic Topic => GiftingTopics.Occasion(Id);
}
