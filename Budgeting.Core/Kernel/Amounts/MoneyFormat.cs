using System.Collections.Concurrent;
using System.Globalization;

namespace Budgeting.Core.Kernel;

/// <summary>How one culture writes amounts of one currency.</summary>
public sealed class MoneyFormat
{
    private const char NoBreakSpace = '\u00A0';

    private static readonly ConcurrentDictionary<(string Culture, Currency Currency), MoneyFormat> Cache = new();

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["USD"] = "$", ["EUR"] = "€", ["GBP"] = "£", ["JPY"] = "¥", ["CNY"] = "CN¥", ["INR"] = "₹", ["KRW"] = "₩",
        ["ILS"] = "₪", ["VND"] = "₫", ["NGN"] = "₦", ["UAH"] = "₴", ["PHP"] = "₱", ["TRY"] = "₺", ["BRL"] = "R$",
        ["CAD"] = "CA$", ["AUD"] = "A$", ["NZD"] = "NZ$", ["HKD"] = "HK$", ["MXN"] = "MX$", ["TWD"] = "NT$",
    };

    private readonly NumberFormatInfo _format;
    private readonly Currency _currency;

    private MoneyFormat(CultureInfo culture, Currency currency)
    {
        _currency = currency;
        _format = (NumberFormatInfo)culture.NumberFormat.Clone();
        _format.CurrencySymbol = SymbolIn(culture, currency);
        (_format.CurrencyPositivePattern, _format.CurrencyNegativePattern) = _format.CurrencyPositivePattern switch
        {
            // Letters and digits in one word are hard to tell apart: CHF 1 rather than CHF1.
            0 when char.IsLetter(_format.CurrencySymbol[^1]) => (2, 9),
            0 => (0, 1), // $1, -$1
            1 => (1, 5), // 1$, -1$
            2 => (2, 9), // $ 1, -$ 1
            _ => (3, 8), // 1 $, -1 $
        };
        // Some cultures, English in Germany for one, have other separators for money than for numbers: with the symbol and without
        // it, an amount must read the same.
        _format.CurrencyDecimalSeparator = _format.NumberDecimalSeparator;
        _format.CurrencyGroupSeparator = _format.NumberGroupSeparator;
        _format.CurrencyGroupSizes = _format.NumberGroupSizes;
        // A hyphen may wrap away from its number and reads weakly; U+2212 is the minus sign. The culture's own sign may carry a
        // mark that keeps it on the right side of its number where text runs from right to left.
        _format.NegativeSign = _format.NegativeSign.Replace('-', '−');
    }

    /// <summary>The symbol that this culture's readers know the currency by, such as <c>$</c>, <c>US$</c> or <c>CHF</c>.</summary>
    public string Symbol => _format.CurrencySymbol;

    public static MoneyFormat For(CultureInfo culture, Currency currency) =>
        Cache.GetOrAdd((culture.Name, currency), key => new MoneyFormat(CultureInfo.GetCultureInfo(key.Culture), key.Currency));

    public string Format(decimal amount, bool withSymbol) =>
        Write(amount, withSymbol ? "C" : "N", Math.Max(_currency.MinorUnits, Amounts.WithoutTrailingZeros(amount).Scale));

    /// <summary>With the symbol, and no more decimals than it needs: for round amounts, such as those of an axis.</summary>
    public string FormatShort(decimal amount) => Write(amount, "C", Amounts.WithoutTrailingZeros(amount).Scale);

    private string Write(decimal amount, string format, int decimals) =>
        amount.ToString(format + decimals.ToString(CultureInfo.InvariantCulture), _format).Replace(' ', NoBreakSpace);

    private static string SymbolIn(CultureInfo culture, Currency currency)
    {
        var own = culture.NumberFormat.CurrencySymbol;
        if (!culture.IsNeutralCulture && culture.Name.Length > 0 && new RegionInfo(culture.Name).ISOCurrencySymbol == currency.Code)
        {
            return own;
        }

        // Where $ is the reader's own dollar, another's is US$.
        var symbol = Symbols.GetValueOrDefault(currency.Code, currency.Code);
        return symbol == own ? currency.Code[..2] + symbol : symbol;
    }
}
