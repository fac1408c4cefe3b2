using System.Text.Json.Serialization;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.SharedCosts;

public enum PeriodStatus
{
    [JsonStringEnumMemberName("OPEN")]
    Open,

    /// <summary>Nothing in it can be written any more, until it is reopened.</summary>
    [JsonStringEnumMemberName("CLOSED")]
    Closed,
}

/// <summary>A span of days that is settled as one.</summary>
public sealed class Period : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string Name { get; set; }

    public required DateOnly StartDate { get; set; }

    /// <summary>The last day.</summary>
    public required DateOnly EndDate { get; set; }

    /// <summary>The calendar year of its start, in which its name is the only one.</summary>
    public int Year { get; set; }

    public PeriodStatus Status { get; set; }

    /// <summary>
    /// Whether it was closed once: its <see cref="PeriodShare"/>s stay as they were then, whatever becomes of the properties.
    /// </summary>
    public bool Frozen { get; set; }

    /// <summary>Why it was reopened the last time.</summary>
    public string? ReopenReason { get; set; }

    /// <summary>
    /// Set only inside the transaction in which a closed period's opening and closing follow an earlier one that was closed again.
    /// </summary>
    public bool Recomputing { get; private set; }

    public long Version { get; set; }

    public Topic Topic => SharedCostsTopics.Period(Id);

    /// <summary>Whether it has not been closed yet: until then, nothing of it is carried over.</summary>
    internal bool IsNew => Status == PeriodStatus.Open && ReopenReason is null;

    internal int Days => EndDate.DayNumber - StartDate.DayNumber + 1;

    internal bool Has(DateOnly day) => day >= StartDate && day <= EndDate;
}
