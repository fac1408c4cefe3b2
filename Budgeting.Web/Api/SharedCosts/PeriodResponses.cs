using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Web.Api.SharedCosts;

/// <summary>A period just closed.</summary>
/// <param name="Changes">What each balance was before and became, in it and in later periods.</param>
public sealed record ClosedPeriodResponse(
    Guid Id,
    string Name,
    DateOnly StartDate,
    DateOnly EndDate,
    PeriodStatus Status,
    Guid? PreviousId,
    bool Stale,
    string? ReopenReason,
    IReadOnlyList<BalanceChange> Changes,
    long Version)
    : IVersioned
{
    internal static ClosedPeriodResponse Of(ClosedPeriodDto closed)
    {
        var p = closed.Period;
        return new ClosedPeriodResponse(p.Id, p.Name, p.StartDate, p.EndDate, p.Status, p.PreviousId, p.Stale, p.ReopenReason, closed.Changes, p.Version);
    }
}

/// <summary>What is spent of a budget: spent + remaining = total, to the cent.</summary>
/// <param name="Total">What is budgeted; <c>null</c>: nothing is.</param>
/// <param name="Remaining">Negative when the budget is exceeded; <c>null</c> without one.</param>
/// <param name="UsedFraction">1 is all of it; <c>null</c> without a budget, and where something is spent of a budget of 0.</param>
public abstract record CostMeterResponse(decimal? Total, decimal Spent, decimal? Remaining, decimal? UsedFraction, MeterLevel Level)
{
    protected CostMeterResponse(Meter meter)
        : this(meter.Total, meter.AmountOf("spent"), meter.Remaining, meter.UsedFraction, meter.Level)
    {
    }
}

/// <summary>What is spent for a payment type.</summary>
public sealed record PaymentTypeMeterResponse : CostMeterResponse
{
    public PaymentTypeMeterResponse(PaymentTypeSpending spending)
        : base(spending.Meter) => PaymentType = spending.PaymentType;

    public string PaymentType { get; init; }
}

/// <summary>What is spent and paid in in a period.</summary>
public sealed record PeriodMeterResponse : CostMeterResponse
{
    public PeriodMeterResponse(PeriodPage page)
        : base(page.Summary.Meter)
    {
        Currency = page.Summary.Meter.Currency.Code;
        Contributions = page.Summary.Contributions;
        PaymentTypes = page.ByPaymentType.Select(t => new PaymentTypeMeterResponse(t)).ToList();
    }

    /// <summary>ISO 4217, of every amount.</summary>
    public string Currency { get; init; }

    /// <summary>What owners paid in, less what they were paid out.</summary>
    public decimal Contributions { get; init; }

    /// <summary>By name.</summary>
    public IReadOnlyList<PaymentTypeMeterResponse> PaymentTypes { get; init; }
}
