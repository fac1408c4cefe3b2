using System.Globalization;
using System.Text;
using Budgeting.Core.Kernel;

namespace Budgeting.Web.LinkPreviews;

/// <summary>What was found about a product on its page.</summary>
/// <param name="Title">Its name, of at most 200 characters.</param>
/// <param name="Price">What one costs; <c>null</c>: not said, not to be understood, or in another currency than the organization's.</param>
/// <param name="Currency">What the page's price is in; <c>null</c>: it doesn't say.</param>
/// <param name="ImageUrl">Where a picture of it is.</param>
/// <param name="Site">Where the page was in the end, such as <c>shop.example</c>.</param>
public sealed record LinkPreview(string? Title, decimal? Price, string? Currency, string? ImageUrl, string Site)
{
    private const int LongestName = 200;

    internal static LinkPreview Of(ProductFacts facts, Uri page, Currency own)
    {
        var currency = CurrencyOf(facts.Currency);
        var isForeign = currency is not null && currency != own.Code;
        return new LinkPreview(
            NameOf(facts.Title),
            isForeign ? null : PriceOf(facts.Price, own),
            facts.Price is null ? null : currency,
            PageAddress.Follow(page, facts.Image)?.AbsoluteUri,
            page.Host.StartsWith("www.", StringComparison.Ordinal) ? page.Host[4..] : page.Host);
    }

    // In the organization's currency, exactly as it stands there: what isn't certain is left to people.
    private static decimal? PriceOf(string? text, Currency currency) =>
        AmountText.TryParse(text?.Replace(currency.Code, "", StringComparison.OrdinalIgnoreCase), CultureInfo.InvariantCulture, MoneyFormat.For(CultureInfo.InvariantCulture, currency).Symbol, out var price) &&
        price is > 0 and <= Amounts.Max && currency.Fits(price) && AmountText.DoubtOf(text, CultureInfo.InvariantCulture, currency) is null ? price : null;

    private static string? CurrencyOf(string? text) => text?.Trim() is { Length: 3 } code && code.All(char.IsAsciiLetter) ? code.ToUpperInvariant() : null;

    // On one line, of what can be seen, and not cut through the middle of a character.
    private static string? NameOf(string? title)
    {
        var words = string.Join(' ', new string((title ?? "").Select(c => char.IsControl(c) ? ' ' : c).ToArray()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var name = new StringBuilder();
        foreach (var rune in words.EnumerateRunes())
        {
            if (name.Length + rune.Utf16SequenceLength > LongestName)
            {
                break;
            }

            name.Append(rune);
        }

        return name.ToString().Trim() is { Length: > 0 } text ? text : null;
    }
}
