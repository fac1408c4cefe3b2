using Budgeting.Core.Kernel;

namespace Budgeting.Core.Gifting;

/// <param name="PreviousId">The occasion of which this is next year's.</param>
public sealed record OccasionDto(
    Guid Id,
    string Name,
    DateOnly Date,
    string? Kind,
    bool RecursYearly,
    decimal? BudgetTotal,
    int NearThresholdPercent,
    bool IdeasCountAsPlanned,
    bool Surprises,
    DateOnly? RevealOn,
    Guid? PreviousId,
    bool Archived,
    long Version) : IVersioned
{
    /// <summary>Whether there is nothing to decide any more: its day is over, or it is archived.</summary>
    public bool IsPast(DateOnly today) => Archived || Date < today;

    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public OccasionInput ToInput() => this.As<OccasionInput>();
}

/// <summary>What can be written of an occasion.</summary>
public sealed record OccasionInput
{
    public static Fields<OccasionInput> Fields { get; } = new Fields<OccasionInput>()
        .Text(i => i.Name, "Name", max: 100, required: true)
        .Day(i => i.Date, "Date", required: true)
        .Text(i => i.Kind, "Kind", max: 40)
        .Amount(i => i.BudgetTotal, "Budget")
        .Whole(i => i.NearThresholdPercent, "Warn when this share is used (%)")
        .Flag(i => i.IdeasCountAsPlanned, "Ideas count as planned")
        .Flag(i => i.Surprises, "Keep surprises")
        .Day(i => i.RevealOn, "Reveal on")
        .Flag(i => i.RecursYearly, "Comes back every year")
        .Flag(i => i.Archived, "Archived");

    /// <summary>1–100 characters.</summary>
    public string? Name { get; set; }

    public DateOnly? Date { get; set; }

    /// <summary>A label such as “Birthday”, up to 40 characters.</summary>
    public string? Kind { get; set; }

    public bool RecursYearly { get; set; }

    /// <summary>0 to 1e12 in whole minor units of the organization's currency; <c>null</c>: no budget.</summary>
    public decimal? BudgetTotal { get; set; }

    /// <summary>1–100; the share of the budget from which the meter says “near”.</summary>
    public int NearThresholdPercent { get; set; } = Meter.DefaultNearPercent;

    /// <summary>Whether ideas are part of what is planned.</summary>
    public bool IdeasCountAsPlanned { get; set; } = true;

    public bool Surprises { get; set; } = true;

    public DateOnly? RevealOn { get; set; }

    public bool Archived { get; set; }
}

/// <summary>How next year's begins.</summary>
public sealed record NextOccasionInput
{
    /// <summary>1–100 characters; <c>null</c>: this one's, with the year in it put forward.</summary>
    public string? Name { get; init; }

    /// <summary>A day after this one's; <c>null</c>: the same day, the next time that it comes.</summary>
    public DateOnly? Date { get; init; }
}

/// <summary>An occasion in a list, with its meter.</summary>
/// <param name="HiddenSurprises">Whether gifts that who looks isn't to know of are left out.</param>
public sealed record OccasionSummary(OccasionDto Occasion, Meter Meter, int GiftCount, bool HiddenSurprises);
