using System.Globalization;
using Budgeting.Core.Kernel;

namespace Budgeting.Web.Wording;

/// <summary>Numbers that are no money: weights, what meters show.</summary>
internal static class NumberWords
{
    /// <summary>So many of something: “1 gift”, “1,200 gifts”.</summary>
    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : string.Create(CultureInfo.CurrentCulture, $"{count:N0} {many}");

    // The sign for any currency: nobody types it.
    private const string NoSymbol = "¤";

    public static string Example => $"Enter a number such as {Text(12.5m)}.";

    public static string Text(decimal value) => value.ToString("#,0.######", CultureInfo.CurrentCulture);

    public static bool TryParse(string? text, out decimal value) => AmountText.TryParse(text, CultureInfo.CurrentCulture, NoSymbol, out value);
}
