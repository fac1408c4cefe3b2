using Budgeting.Web.LinkPreviews;

namespace Budgeting.Web.Components.Gifting;

/// <summary>What is said of a page that was read.</summary>
internal static class LinkWords
{
    /// <param name="filled">The fields that were filled in.</param>
    /// <param name="needsPrice">Whether the price is still to be entered.</param>
    public static string Filled(IReadOnlyList<string> filled, LinkPreview page, bool needsPrice)
    {
        var done = filled.Count == 0
            ? $"There was nothing to fill in from {page.Site}."
            : $"Filled in {Listed(filled)} from {page.Site}.";
        return needsPrice && page.Currency is { } currency && page.Price is null ? $"{done} The page's price is in {currency}: enter yours." : done;
    }

    private static string Listed(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";
}
