using System.Collections.Concurrent;
using System.Globalization;

namespace Budgeting.Core.Kernel;

/// <summary>How one culture writes amounts of one currency.</summary>
public sealed class MoneyFormat
{
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
        _format.CurrencyNegativePattern = _format.CurrencyPositivePattern switch
        {
            0 => 1, // -$1
            1 => 5, // -1$
            2 => 9, // -$ 1
            _ => 8, // -1 $
        };
        // A hyphen may wrap away from its number and reads weakly; U+2212 is the minus sign.
        _format.NegativeSign = "−";
    }

    /// <summary>The symbol that this culture's readers know the currency by, such as <c>$</c>, <c>US$</c> or <c>CHF</c>.</summary>
    public string Symbol => _format.CurrencySymbol;

    public static MoneyFormat For(CultureInfo culture, Currency currency) =>
        Cache.GetOrAdd((culture.Name, currency), key => new MoneyFormat(CultureInfo.GetCultureInfo(key.Culture), key.Currency));

    public string Format(decimal amount, bool withSymbol)
    {
        var decimals = Math.Max(_currency.MinorUnits, DecimalsOf(amount));
        return amount.ToString((withSymbol ? "C" : "N") + decimals.ToString(CultureInfo.InvariantCulture), _format);
    }

    private static int DecimalsOf(decimal amount)
    {
        // Dividing by one with 28 zeros drops trailing zeros: 1.500000 → 1.5.
        var normalized = amount / 1.0000000000000000000000000000m;
        return (decimal.GetBits(normalized)[3] >> 16) & 0x7F;
    }

    private static string SymbolIn(CultureInfo culture, Currency currency)
    {
        if (!culture.IsNeutralCulture && culture.Name.Length > 0 && new RegionInfo(culture.Name) is { } region &&
            region.ISOCurrencySymbol == currency.Code)
        {
            return culture.NumberFormat.CurrencySymbol;
        }

        return Symbols.GetValueOrDefault(currency.Code, currency.Code);
    }
}
