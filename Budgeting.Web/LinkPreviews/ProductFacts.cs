namespace Budgeting.Web.LinkPreviews;

/// <summary>What a page says about its product, in its own words; <c>null</c> where it says nothing.</summary>
/// <param name="Price">As it is written there.</param>
/// <param name="Currency">What the price is in.</param>
/// <param name="Image">Where a picture is, seen from the page.</param>
internal sealed record ProductFacts(string? Title, string? Price, string? Currency, string? Image)
{
    public static ProductFacts None { get; } = new(null, null, null, null);

    /// <summary>These, and what the others add. A price and its currency come from one source.</summary>
    public ProductFacts Or(ProductFacts others) => new(
        Title ?? others.Title,
        Price ?? others.Price,
        Price is null ? others.Currency : Currency ?? (Price == others.Price ? others.Currency : null),
        Image ?? others.Image);
}
