using Budgeting.Core.Kernel;

namespace Budgeting.Core.SampleData;

/// <summary>Amounts that are written in dollars or euros; where a currency has no decimals, its unit is about the hundredth part.</summary>
internal sealed class SampleAmounts(Currency currency)
{
    public decimal Of(decimal amount) =>
        Math.Round(currency.MinorUnits == 0 ? amount * 150 : amount, currency.MinorUnits, MidpointRounding.AwayFromZero);

    public decimal? Of(decimal? amount) => amount is { } known ? Of(known) : null;
}
