using System.Globalization;

namespace Budgeting.Core.Execution;

/// <summary>Reference numbers that are offered: <c>2026-0001</c> and on, without gaps, anew in each fiscal year.</summary>
internal static class ReferenceSeries
{
    private const int MostDigits = 9;

    public static string ReferenceOf(int number, FiscalYear year) => string.Create(CultureInfo.InvariantCulture, $"{year.Number}-{number:0000}");

    /// <summary>Which of the series a reference is that somebody typed; <c>null</c>: none of it.</summary>
    public static int? NumberIn(string reference, FiscalYear year) =>
        reference.Split('-') is [var first, { Length: <= MostDigits } second] && first == year.Number.ToString(CultureInfo.InvariantCulture) &&
        int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && ReferenceOf(number, year) == reference
            ? number
            : null;
}
