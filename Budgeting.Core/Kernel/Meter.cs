namespace Budgeting.Core.Kernel;

/// <summary>How a segment is drawn: its colour and pattern, the same in every module.</summary>
public enum MeterTone
{
    /// <summary>Gone: purchased, disbursed, used.</summary>
    Spent,

    /// <summary>Promised: planned, obligated, reserved.</summary>
    Committed,

    /// <summary>Set aside but not promised: allotted.</summary>
    Allotted,
}

/// <summary>Where a meter stands against its total.</summary>
public enum MeterLevel
{
    /// <summary>No total is set.</summary>
    None,
    Ok,

    /// <summary>At or past the near threshold, not over, and not used up with nothing left to decide.</summary>
    Near,

    /// <summary>More is used than the total. Exactly 100 % is not over.</summary>
    Over,
}

/// <summary>One part of what is used. <paramref name="Key"/> is stable; <paramref name="Label"/> is for people.</summary>
public sealed record MeterSegment(string Key, string Label, decimal Amount, MeterTone Tone);

/// <summary>
/// What is used of a total. Always <c>Σ segments + Remaining = Total</c>, exactly. Without a total there is nothing
/// remaining and the level is <see cref="MeterLevel.None"/>; a total of zero is a total like any other.
/// </summary>
public sealed record Meter
{
    /// <summary>Percent of the total from which a meter is near, unless configured otherwise.</summary>
    public const int DefaultNearPercent = 80;

    private Meter(Currency currency, decimal? total, IReadOnlyList<MeterSegment> segments, int nearPercent, int unpriced)
    {
        (Currency, Total, Segments, NearPercent, Unpriced) = (currency, total, segments, nearPercent, unpriced);
        Used = segments.Sum(s => s.Amount);
        Remaining = total - Used;
        UsedFraction = total switch
        {
            null => null,
            0 => Used == 0 ? 0 : null,
            _ => Used / total,
        };
        Level = IsDone ? MeterLevel.Ok : LevelOf(total, Used, nearPercent);
    }

    public Currency Currency { get; }

    /// <summary>The budget; <c>null</c> when none is set.</summary>
    public decimal? Total { get; }

    public IReadOnlyList<MeterSegment> Segments { get; }

    public int NearPercent { get; }

    /// <summary>How many items have no price yet and count as 0.</summary>
    public int Unpriced { get; }

    /// <summary>What the rest is called.</summary>
    public string RemainingLabel { get; init; } = "Left";

    public decimal Used { get; }

    /// <summary>Total − used; negative when over; <c>null</c> without a total.</summary>
    public decimal? Remaining { get; }

    /// <summary>Used ÷ total, 1 = 100 %. <c>null</c> without a total, and where something is used of a total of zero.</summary>
    public decimal? UsedFraction { get; }

    public MeterLevel Level { get; }

    /// <summary>What is used beyond the total; 0 when nothing is, or without a total.</summary>
    public decimal OverBy => Remaining is < 0 ? -Remaining.Value : 0;

    // Paid to the last cent, such as a contract: nothing is left, promised or without a price that anybody could still decide on.
    private bool IsDone => Used == Total && Unpriced == 0 && Segments.All(s => s.Tone == MeterTone.Spent || s.Amount == 0);

    /// <param name="nearPercent">1–100.</param>
    public static Meter Of(
        Currency currency, decimal? total, IReadOnlyList<MeterSegment> segments, int nearPercent = DefaultNearPercent, int unpriced = 0) =>
        new(currency, total, segments, nearPercent, unpriced);

    /// <summary>
    /// The one rule of near and over, for every module: over is used &gt; total; near is used ÷ total ≥ the threshold. It knows
    /// nothing of segments: a meter that is spent to the last cent isn't near.
    /// </summary>
    public static MeterLevel LevelOf(decimal? total, decimal used, int nearPercent) => total switch
    {
        null => MeterLevel.None,
        _ when used > total => MeterLevel.Over,
        > 0 when used * 100 >= total * nearPercent => MeterLevel.Near,
        _ => MeterLevel.Ok,
    };

    /// <summary>Equal when it shows the same.</summary>
    public bool Equals(Meter? other) =>
        other is not null && (Currency, Total, NearPercent, Unpriced, RemainingLabel) == (other.Currency, other.Total, other.NearPercent, other.Unpriced, other.RemainingLabel) &&
        Segments.SequenceEqual(other.Segments);

    public override int GetHashCode() => HashCode.Combine(Currency, Total, Used, NearPercent, Unpriced);

    public decimal AmountOf(string key) => Segments.FirstOrDefault(s => s.Key == key)?.Amount ?? 0;
}
