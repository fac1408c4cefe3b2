using System.Globalization;

namespace Budgeting.Core.Kernel.Csv;

/// <summary>Numbers in cells: written with a point, read as spreadsheets of any country write them.</summary>
internal static class CsvNumber
{
    private const string Invalid = "Write a number such as 12.50.";

    public static string Of(decimal amount, Currency currency)
    {
        var decimals = Math.Max(currency.MinorUnits, Amounts.WithoutTrailingZeros(amount).Scale);
        return amount.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The number that is meant, or a sentence that says why it can't be told. A point or a comma alone in front of three digits may
    /// be a decimal sign or part a thousand: that is refused, except for a point where commas part the columns, which is how numbers
    /// are written here. Of an amount, it is refused there too, unless its currency has three decimals.
    /// </summary>
    public static (decimal Amount, string? Error) Parse(string text, Currency currency, char delimiter, bool isAmount)
    {
        var symbol = MoneyFormat.For(CultureInfo.InvariantCulture, currency).Symbol;
        var plain = text.Replace(currency.Code, "", StringComparison.OrdinalIgnoreCase).Replace(symbol, "", StringComparison.Ordinal).Trim();
        if (!AmountText.TryParse(plain, CultureInfo.InvariantCulture, symbol, out var amount))
        {
            return (0, Invalid);
        }

        var isAsWrittenHere = delimiter == ',' && plain.Contains('.', StringComparison.Ordinal);
        var doubt = isAsWrittenHere ? (isAmount ? AmountText.DoubtOf(plain, CultureInfo.InvariantCulture, currency) : null)
            : AmountText.IsLoneBeforeThree(plain) ? AmountText.QuestionOf(plain, currency) : null;
        return (doubt is null ? amount : 0, doubt);
    }
}
