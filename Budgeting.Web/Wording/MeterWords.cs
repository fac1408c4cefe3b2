using System.Globalization;
using Budgeting.Core.Kernel;

namespace Budgeting.Web.Wording;

/// <summary>A meter in words, for those who can't see it and for those who'd rather read.</summary>
public static class MeterWords
{
    /// <summary>What <c>aria-valuetext</c> says: “$820 of $1,000 used, near the limit”.</summary>
    public static string Value(Meter meter)
    {
        var used = Text(meter, meter.Used);
        return meter.Total is { } total
            ? $"{used} of {Text(meter, total)} used, {Level(meter)}"
            : $"{used} used, no budget set";
    }

    /// <summary>The sentence under a meter: “$180 of $500 left.”</summary>
    public static string Sentence(Meter meter)
    {
        var unpriced = meter.Unpriced switch
        {
            0 => "",
            1 => " One has no price yet.",
            _ => string.Create(CultureInfo.CurrentCulture, $" {meter.Unpriced} have no price yet."),
        };
        return meter switch
        {
            { Total: null, Used: 0 } => "No budget set." + unpriced,
            { Total: null } => $"No budget set; {Text(meter, meter.Used)} so far." + unpriced,
            { Level: MeterLevel.Over } => $"{Text(meter, meter.OverBy)} more than the budget of {Text(meter, meter.Total.Value)}." + unpriced,
            _ => $"{Text(meter, meter.Remaining!.Value)} of {Text(meter, meter.Total.Value)} left." + unpriced,
        };
    }

    public static string Level(Meter meter) => meter.Level switch
    {
        MeterLevel.Over => $"over by {Text(meter, meter.OverBy)}",
        MeterLevel.Near => "near the limit",
        MeterLevel.Ok => "within the budget",
        _ => "no budget set",
    };

    /// <summary>A share of the total as whole percent; “&lt;1 %” for less than one.</summary>
    public static string Share(decimal share) => share is > 0 and < 0.005m ? "<1 %" : $"{Math.Round(share * 100)} %";

    public static string Text(Meter meter, decimal amount) =>
        MoneyFormat.For(CultureInfo.CurrentCulture, meter.Currency).Format(amount, withSymbol: true);
}
