using System.Globalization;
using Budgeting.Core.Kernel;

namespace Budgeting.Web.Wording;

/// <summary>What is said of amounts.</summary>
internal static class MoneyWords
{
    /// <summary>Reads what somebody typed; else says what to type instead.</summary>
    public static bool TryRead(string text, Currency currency, out decimal amount, out string error)
    {
        var isRead = AmountText.TryParse(text, CultureInfo.CurrentCulture, MoneyFormat.For(CultureInfo.CurrentCulture, currency).Symbol, out amount);
        error = !isRead ? Example(currency) : AmountText.DoubtOf(text, CultureInfo.CurrentCulture, currency) ?? "";
        return error.Length == 0;
    }

    /// <summary>What to type where a text is no amount.</summary>
    public static string Example(Currency currency) =>
        $"Enter an amount such as {MoneyFormat.For(CultureInfo.CurrentCulture, currency).Format(currency.MinorUnits == 0 ? 12 : 12.5m, withSymbol: false)}.";
}
