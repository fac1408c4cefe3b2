using Budgeting.Core.Kernel;

namespace Budgeting.Core.Gifting;

/// <summary>Builds Gifting's meters: purchased is what is Purchased or Received, planned is the rest.</summary>
public static class GiftMeter
{
    public const string Purchased = "purchased";
    public const string Planned = "planned";

    /// <summary>The meter of a whole occasion.</summary>
    internal static Meter Of(Currency currency, OccasionDto occasion, IEnumerable<FigureRow> rows) =>
        Of(currency, occasion.BudgetTotal, occasion.NearThresholdPercent, Counted(occasion, rows));

    /// <summary>The rows that are part of the occasion's meters.</summary>
    internal static List<FigureRow> Counted(OccasionDto occasion, IEnumerable<FigureRow> rows) =>
        rows.Where(r => Counts(r.Status, occasion.IdeasCountAsPlanned)).ToList();

    /// <param name="rows">The rows that count: leave ideas out where they aren't planned (<see cref="Counts"/>).</param>
    public static Meter Of(Currency currency, decimal? total, int nearPercent, IReadOnlyCollection<FigureRow> rows) =>
        Meter.Of(
            currency,
            total,
            [
                new MeterSegment(Purchased, "Purchased", rows.Where(r => IsPurchased(r.Status)).Sum(r => r.Total), MeterTone.Spent),
                new MeterSegment(Planned, "Planned", rows.Where(r => !IsPurchased(r.Status)).Sum(r => r.Total), MeterTone.Committed),
            ],
            nearPercent,
            rows.Sum(r => r.Unpriced));

    public static bool IsPurchased(GiftStatus status) => status >= GiftStatus.Purchased;

    /// <summary>Whether gifts of the status are part of a segment; all are part of none in particular.</summary>
    public static bool IsIn(string? segment, GiftStatus status, bool ideasCountAsPlanned) => segment switch
    {
        Purchased => IsPurchased(status),
        Planned => !IsPurchased(status) && Counts(status, ideasCountAsPlanned),
        _ => true,
    };

    /// <summary>Whether gifts of the status are part of the meter.</summary>
    public static bool Counts(GiftStatus status, bool ideasCountAsPlanned) => status != GiftStatus.Idea || ideasCountAsPlanned;
}
