using System.Globalization;
using Budgeting.Core.Kernel;

namespace Budgeting.Web.Wording;

/// <summary>What is said of amounts.</summary>
internal static class MoneyWords
{
    /// <summary>What to type where a text is no amount.</summary>
    public static string Example(Currency currency) =>
        $"Enter an amount such as {MoneyFormat.For(CultureInfo.CurrentCulture, currency).Format(currency.MinorUnits == 0 ? 12 : 12.5m, withSymbol: false)}.";
}
