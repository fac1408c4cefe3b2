using System.Globalization;

namespace Budgeting.Core.Kernel;

/// <summary>Reads amounts as people type them.</summary>
public static class AmountText
{
    private static readonly char[] Separators = ['.', ','];

    /// <summary>
    /// Reads <paramref name="text"/> with point or comma as the decimal sign, whichever was meant: the last of two kinds; of
    /// one kind alone, the decimal sign unless it is this culture's group sign before exactly three digits. Groups must be of
    /// three digits, or as this culture groups them, so that a slip such as <c>1,23</c> never becomes 123. White space and
    /// <paramref name="symbol"/> are ignored; digits and signs may be of any script. It reads whatever
    /// <see cref="MoneyFormat"/> writes.
    /// </summary>
    public static bool TryParse(string? text, CultureInfo culture, string symbol, out decimal amount)
    {
        amount = 0;
        var plain = Plain((text ?? "").Replace(symbol, "", StringComparison.OrdinalIgnoreCase));
        if (!plain.Any(char.IsAsciiDigit) || plain.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or ',' or '-')))
        {
            return false;
        }

        var at = DecimalSignIn(plain, culture);
        var whole = at < 0 ? plain : plain[..at];
        var fraction = at < 0 ? "" : plain[(at + 1)..];
        return GroupsAreWhole(whole, culture) && fraction.All(char.IsAsciiDigit) &&
            decimal.TryParse(
                whole.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) + "." + fraction + "0",
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out amount);
    }

    /// <summary>
    /// What to ask where an amount would be read as a thousandth of what may have been meant: a point or comma alone in front of exactly
    /// three digits, read as a decimal sign, of a currency that has fewer decimals. <c>null</c>: there is no doubt.
    /// </summary>
    public static string? DoubtOf(string? text, CultureInfo culture, Currency currency)
    {
        var plain = Plain((text ?? "").Replace(MoneyFormat.For(culture, currency).Symbol, "", StringComparison.OrdinalIgnoreCase));
        return currency.MinorUnits < 3 && IsLoneBeforeThree(plain) && DecimalSignIn(plain, culture) >= 0 && plain.TrimStart('-')[0] != '0'
            ? QuestionOf(plain, currency)
            : null;
    }

    /// <summary>Whether a point or comma stands alone in front of exactly three digits, so that it may part a thousand.</summary>
    internal static bool IsLoneBeforeThree(string plain)
    {
        var sign = plain.IndexOfAny(Separators);
        return sign > 0 && sign == plain.LastIndexOfAny(Separators) && plain.Length - sign - 1 == 3 && plain.TrimStart('-').Length <= 7;
    }

    /// <summary>Both ways to read it, as nobody takes one for the other.</summary>
    internal static string QuestionOf(string plain, Currency currency)
    {
        var (whole, sign, three) = (plain[..^4], plain[^4], plain[^3..]);
        var decimals = currency.MinorUnits switch { 0 => "", 3 => $"{sign}{three}0", var units => $"{sign}{three[..units]}" };
        return $"“{plain}” can be read in two ways: write {whole}{three} or {whole}{decimals}.";
    }

    private static int DecimalSignIn(string text, CultureInfo culture)
    {
        var last = text.LastIndexOfAny(Separators);
        if (last < 0)
        {
            return -1;
        }

        var isAlone = text.IndexOfAny(Separators) == last;
        var isGroup = text[last].ToString() == Plain(culture.NumberFormat.NumberGroupSeparator) && text.Length - last - 1 == 3;
        var isRepeated = text.IndexOf(text[last], StringComparison.Ordinal) != last;
        return isRepeated || (isAlone && isGroup) ? -1 : last;
    }

    private static bool GroupsAreWhole(string whole, CultureInfo culture)
    {
        var groups = whole.TrimStart('-').Split(Separators);
        // 12,34,567 in India.
        var inner = culture.NumberFormat.NumberGroupSizes is [_, var size] ? size : 3;
        return groups.Length == 1 ||
            (groups[0].Length is >= 1 and <= 3 && groups[^1].Length == 3 && groups[1..^1].All(g => g.Length == 3 || g.Length == inner));
    }

    // In ASCII, without what only guides the eye: white space, apostrophes, marks of direction.
    private static string Plain(string text) => string.Concat(text
        .Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '’') && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
        .Select(c => c switch
        {
            '−' => '-',
            '٫' => '.',
            '٬' or '⹁' => ',',
            _ when CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit => (char)('0' + digit),
            _ => c,
        }));
}
