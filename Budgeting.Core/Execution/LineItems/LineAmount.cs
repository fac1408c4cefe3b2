using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Execution;

/// <summary>Quantity × unit cost: the one formula, here and, beside it, in SQL.</summary>
public static class LineAmount
{
    public const decimal MaxQuantity = 1_000_000;
    public const int QuantityDecimals = 3;

    /// <summary>
    /// Quantities and costs are millionths. A quantity is whole thousandths, and the cost is taken apart, so that nothing on the way is
    /// larger than the amount itself, which fits.
    /// </summary>
    internal const string Sql = "(quantity / 1000) * (unit_cost / 1000) + (quantity / 1000) * (unit_cost % 1000) / 1000";

    /// <summary>What a line comes to, exactly; <c>null</c>: something is missing or out of range.</summary>
    public static decimal? Of(decimal? quantity, decimal? unitCost) =>
        quantity is > 0 and <= MaxQuantity && unitCost is >= 0 and <= Amounts.Max ? Amounts.WithoutTrailingZeros(quantity.Value * unitCost.Value) : null;

    internal static void Check(Check check, decimal? quantity, decimal? unitCost, Currency currency)
    {
        check.That(quantity is not null, "quantity", "Enter a quantity.");
        check.That(quantity is null or > 0, "quantity", "Enter a quantity of more than 0.");
        check.That(quantity is null or <= MaxQuantity, "quantity", "Enter a quantity of at most 1,000,000.");
        check.That(quantity is not { } some || decimal.Round(some, QuantityDecimals) == some, "quantity", "Use at most 3 decimals.");
        check.That(unitCost is not null, "unitCost", "Enter what one costs.");
        check.Amount(unitCost, "unitCost", currency);
        if (Of(quantity, unitCost) is { } amount)
        {
            check.Total(0, amount, "unitCost", "All of it");
            check.That(
                currency.Fits(amount), "quantity", FormattableString.Invariant($"{quantity} × {unitCost} is {amount}, which isn't whole in {currency}. Change the quantity or the unit cost."));
        }
    }
}
