using System.Globalization;
using Budgeting.Core.Kernel;

namespace Budgeting.Web.Wording;

/// <summary>What people call a currency, and which one they are likely to use.</summary>
public static class CurrencyNames
{
    private static readonly Dictionary<string, string> Names = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name))
        .DistinctBy(region => region.ISOCurrencySymbol, StringComparer.Ordinal)
        .ToDictionary(region => region.ISOCurrencySymbol, region => region.CurrencyEnglishName, StringComparer.Ordinal);

    // No country's first currency, or younger than the names that come with the system.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["LSL"] = "Lesotho Loti",
        ["SVC"] = "Salvadoran Colón",
        ["VED"] = "Venezuelan Digital Bolívar",
        ["XCG"] = "Caribbean Guilder",
        ["ZWG"] = "Zimbabwe Gold",
    };

    /// <summary>Code and name, such as <c>EUR – Euro</c>.</summary>
    public static string Of(Currency currency) =>
        Names.GetValueOrDefault(currency.Code) is { } name || OtherNames.TryGetValue(currency.Code, out name) ? $"{currency} – {name}" : currency.Code;

    /// <summary>The currency of the culture's country; euro where it has none.</summary>
    public static Currency For(CultureInfo culture)
    {
        var specific = culture.IsNeutralCulture ? CultureInfo.CreateSpecificCulture(culture.Name) : culture;
        return specific.Name.Length > 0 && Currency.TryOf(new RegionInfo(specific.Name).ISOCurrencySymbol, out var currency)
            ? currency
            : Currency.Of("EUR");
    }
}
