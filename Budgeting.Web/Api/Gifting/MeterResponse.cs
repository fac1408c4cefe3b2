using System.Text.Json.Serialization;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;

namespace Budgeting.Web.Api.Gifting;

/// <summary>One part of what is used of a budget.</summary>
/// <param name="Key">Stable: <c>purchased</c> or <c>planned</c>.</param>
public sealed record SegmentResponse(string Key, string Label, decimal Amount);

/// <summary>What is used of a budget: purchased + planned + remaining = total, to the cent.</summary>
/// <param name="Total">The budget; <c>null</c>: none is set.</param>
/// <param name="Remaining">Negative when the budget is exceeded; <c>null</c> without one.</param>
/// <param name="Unpriced">How many gifts have no price yet, and count as 0.</param>
/// <param name="UsedFraction">1 is all of it; <c>null</c> without a budget, and where something is used of a budget of 0.</param>
/// <param name="HiddenSurprises">Whether gifts that the caller isn't to know of are left out.</param>
public abstract record MeterResponse(
    decimal? Total,
    decimal Purchased,
    decimal Planned,
    decimal? Remaining,
    int Unpriced,
    decimal? UsedFraction,
    MeterLevel Level,
    bool HiddenSurprises,
    IReadOnlyList<SegmentResponse> Segments)
{
    protected MeterResponse(Meter meter, bool hiddenSurprises)
        : this(
            meter.Total,
            meter.AmountOf(GiftMeter.Purchased),
            meter.AmountOf(GiftMeter.Planned),
            meter.Remaining,
            meter.Unpriced,
            meter.UsedFraction,
            meter.Level,
            hiddenSurprises,
            meter.Segments.Select(s => new SegmentResponse(s.Key, s.Label, s.Amount)).ToList())
    {
    }
}

/// <summary>The meter of one recipient, against their sub-budget.</summary>
public sealed record RecipientMeterResponse : MeterResponse
{
    public RecipientMeterResponse(RecipientFigures figures)
        : base(figures.Meter, hiddenSurprises: false) => PersonId = figures.PersonId;

    /// <summary><c>null</c>: gifts for nobody in particular.</summary>
    public Guid? PersonId { get; init; }
}

/// <summary>The meter of an occasion, and of each of its recipients.</summary>
public sealed record OccasionMeterResponse : MeterResponse
{
    public OccasionMeterResponse(OccasionFigures figures)
        : base(figures.Meter, figures.KeptFor is not null)
    {
        Currency = figures.Meter.Currency.Code;
        Recipients = figures.Recipients.Select(r => new RecipientMeterResponse(r)).ToList();
    }

    /// <summary>ISO 4217, of every amount.</summary>
    [JsonPropertyOrder(1)]
    public string Currency { get; init; }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<RecipientMeterResponse> Recipients { get; init; }
}
