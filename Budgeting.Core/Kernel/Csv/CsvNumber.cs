using System.Globalization;

namespace Budgeting.Core.Kernel.Csv;

/// <summary>Numbers in cells: written with a point, read as spreadsheets of any country write them.</summary>
internal static class CsvNumber
{
    private const string Invalid = "Write a number such as 12.50.";

    public static string Of(decimal amount, Currency currency)
    {
        var decimals = Math.Max(currency.MinorUnits, Money.WithoutTrailingZeros(amount).Scale);
        return amount.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The amount that is meant, or a sentence that says why it can't be told. A point or a comma alone in front of three digits may
    /// be a decimal sign or part a thousand: that is refused, except for a point where commas part the columns, which is how amounts
    /// are written here.
    /// </summary>
    public static (decimal Amount, string? Error) Parse(string text, Currency currency, char delimiter)
    {
        var symbol = MoneyFormat.For(CultureInfo.InvariantCulture, currency).Symbol;
        var plain = text.Replace(currency.Code, "", StringComparison.OrdinalIgnoreCase).Replace(symbol, "", StringComparison.Ordinal).Trim();
        if (!AmountText.TryParse(plain, CultureInfo.InvariantCulture, symbol, out var amount))
        {
            return (0, Invalid);
        }

        return IsAmbiguous(plain, delimiter) ? (0, $"“{plain}” can be read in two ways: write {Thousands(plain)} or {Decimals(plain, currency)}.") : (amount, null);
    }

    private static string Thousands(string plain) => plain.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);

    // As an amount of the currency is written, which nobody takes for thousands.
    private static string Decimals(string plain, Currency currency)
    {
        var whole = plain[..^4];
        var decimals = (plain[^3..] + "0")[..Math.Min(currency.MinorUnits, 4)];
        return currency.MinorUnits switch { 0 => whole, 3 => $"{whole}.{decimals}0", _ => $"{whole}.{decimals}" };
    }

    private static bool IsAmbiguous(string number, char delimiter)
    {
        var sign = number.IndexOfAny(['.', ',']);
        var isAlone = sign >= 0 && sign == number.LastIndexOfAny(['.', ',']);
        return isAlone && number.Length - sign - 1 == 3 && !(number[sign] == '.' && delimiter == ',');
    }
}
