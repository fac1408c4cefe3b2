using System.Globalization;
using Budgeting.Core.Kernel;

namespace Budgeting.Web.Wording;

/// <summary>A meter in words, for those who can't see it and for those who'd rather read.</summary>
public static class MeterWords
{
    // Beyond, a share says no more than that it is far too much.
    private const decimal Most = 9.99m;

    /// <summary>What <c>aria-valuetext</c> says: “$820 of $1,000 used, near the limit”.</summary>
    /// <param name="level">The level that is shown.</param>
    public static string Value(Meter meter, MeterLevel level) => meter.Total is { } total
        ? $"{Text(meter, meter.Used)} of {Text(meter, total)} used, {Level(meter, level)}"
        : $"{Text(meter, meter.Used)} used, no budget set";

    /// <summary>The number a meter is looked at for: what is left or too much; without a total what is used, if anything is.</summary>
    public static string? Figure(Meter meter) => meter switch
    {
        { Total: null, Used: 0 } => null,
        { Total: null } => Text(meter, meter.Used),
        { Level: MeterLevel.Over } => Text(meter, meter.OverBy),
        _ => Text(meter, meter.Remaining!.Value),
    };

    /// <summary>What follows the figure and makes it a sentence: “of $500 left.”</summary>
    public static string Explanation(Meter meter) => meter switch
    {
        { Total: null, Used: 0 } => "No budget set.",
        { Total: null } => "so far; no budget set.",
        { Level: MeterLevel.Over } => $"more than the budget of {Text(meter, meter.Total.Value)}.",
        { Used: < 0 } => $"left, more than the budget of {Text(meter, meter.Total.Value)}: more came back than was spent.",
        _ => $"of {Text(meter, meter.Total.Value)} {meter.RemainingLabel.ToLower(CultureInfo.CurrentCulture)}.",
    } + meter.Unpriced switch
    {
        0 => "",
        1 => " One has no price yet.",
        _ => string.Create(CultureInfo.CurrentCulture, $" {meter.Unpriced} have no price yet."),
    };

    /// <summary>A share of the total as whole percent, of which none is more than there is, so that those of a meter don't add up to more; “&lt;1%” for less than one.</summary>
    public static string Share(decimal share) => share switch
    {
        > 0 and < 0.01m => $"<{Percent(0.01m)}",
        > Most => $">{Percent(Most)}",
        _ => Percent(decimal.Truncate(share * 100) / 100),
    };

    // Some cultures have a space before the sign, which must not wrap.
    private static string Percent(decimal share) => share.ToString("P0", CultureInfo.CurrentCulture).Replace(' ', '\u00A0');

    private static string Level(Meter meter, MeterLevel level) => level switch
    {
        MeterLevel.Over => $"over by {Text(meter, meter.OverBy)}",
        MeterLevel.Near => "near the limit",
        _ => "within the budget",
    };

    private static string Text(Meter meter, decimal amount) =>
        MoneyFormat.For(CultureInfo.CurrentCulture, meter.Currency).Format(amount, withSymbol: true);
}
