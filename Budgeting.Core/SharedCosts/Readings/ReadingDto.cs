using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

/// <param name="Consumption">End − start; what the meter went round is counted.</param>
/// <param name="Cost">
/// The meter's part of what the property bears of the item's expenses, or tariff, as it is now: those of all its meters add up to that.
/// </param>
public sealed record ReadingDto(
    Guid Id,
    Guid PeriodId,
    Guid BudgetItemId,
    Guid PropertyId,
    string MeterSerial,
    decimal StartReading,
    decimal EndReading,
    decimal? Capacity,
    bool Estimated,
    decimal Consumption,
    decimal Cost,
    long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public ReadingInput ToInput() => this.As<ReadingInput>();
}

/// <summary>What a meter showed at the end of the period before: its next reading begins there.</summary>
public sealed record MeterBefore(string MeterSerial, decimal EndReading, decimal? Capacity);

/// <summary>What can be written of a reading.</summary>
public sealed record ReadingInput
{
    public static Fields<ReadingInput> Fields { get; } = new Fields<ReadingInput>()
        .Reference(i => i.BudgetItemId, "Budget item", "item", column: "budgetItem", required: true)
        .Reference(i => i.PropertyId, "Property", "property", column: "property", required: true)
        .Text(i => i.MeterSerial, "Meter", max: 60, required: true)
        .Number(i => i.StartReading, "Start", required: true)
        .Number(i => i.EndReading, "End", required: true)
        .Number(i => i.Capacity, "Capacity")
        .Flag(i => i.Estimated, "Estimated");

    /// <summary>Of the same period.</summary>
    public Guid? BudgetItemId { get; set; }

    /// <summary>One that has a part in the period.</summary>
    public Guid? PropertyId { get; set; }

    /// <summary>1–60 characters; each meter of a property is read once for an item.</summary>
    public string? MeterSerial { get; set; }

    /// <summary>0 to 100,000,000, with up to six decimals.</summary>
    public decimal? StartReading { get; set; }

    /// <summary>Before the start only with a capacity: the meter went round.</summary>
    public decimal? EndReading { get; set; }

    /// <summary>Where the meter begins at 0 again.</summary>
    public decimal? Capacity { get; set; }

    public bool Estimated { get; set; }
}
