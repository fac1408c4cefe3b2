using Budgeting.Core.Kernel;

namespace Budgeting.Core.Execution;

/// <summary>Where approved money stands, as a meter: each of the four levels without what is in the next.</summary>
public static class SpendingMeter
{
    public const string Disbursed = "disbursed";
    public const string Obligated = "obligated";
    public const string Allotted = "allotted";

    public static Meter Of(decimal approved, SpendingSums sums, Currency currency)
    {
        var meter = Meter.Of(
            currency, approved,
            [
                new MeterSegment(Disbursed, "Paid", sums.Disbursed, MeterTone.Spent),
                new MeterSegment(Obligated, "Obligated, not paid", sums.Obligated - sums.Disbursed, MeterTone.Committed),
                new MeterSegment(Allotted, "Allotted, not obligated", sums.Allotted - sums.Obligated, MeterTone.Allotted),
            ]);
        return meter with { RemainingLabel = "Not allotted" };
    }
}
