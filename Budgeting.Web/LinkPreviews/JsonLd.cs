using System.Net;
using System.Text.Json;

namespace Budgeting.Web.LinkPreviews;

/// <summary>Reads a schema.org product written as JSON-LD. What isn't well-formed says nothing.</summary>
internal static class JsonLd
{
    private static readonly JsonDocumentOptions Leniently = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    public static ProductFacts Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Leniently);
            return Find(document.RootElement) is { } product ? FactsOf(product) : ProductFacts.None;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The latter is for texts that aren't text, such as half of a surrogate pair.
            return ProductFacts.None;
        }
    }

    private static JsonElement? Find(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().Select(Find).FirstOrDefault(found => found is not null),
        JsonValueKind.Object when IsProduct(node) => node,
        JsonValueKind.Object => Get(node, "@graph", Find) ?? Get(node, "mainEntity", Find),
        _ => null,
    };

    private static bool IsProduct(JsonElement node) =>
        Each(node, "@type").Any(type => TextOf(type)?.Split('/', '#', ':')[^1] is "Product" or "ProductGroup" or "IndividualProduct" or "ProductModel" or "Book");

    private static ProductFacts FactsOf(JsonElement product)
    {
        var offer = OffersOf(product).Concat(Each(product, "hasVariant").SelectMany(OffersOf)).FirstOrDefault(o => PriceOf(o) is not null);
        var title = WebUtility.HtmlDecode(Each(product, "name").Select(TextOf).FirstOrDefault());
        return offer.ValueKind == JsonValueKind.Undefined
            ? new ProductFacts(title, Price: null, Currency: null, ImageOf(product))
            : new ProductFacts(title, PriceOf(offer), Each(offer, "priceCurrency").Select(TextOf).FirstOrDefault(), ImageOf(product));
    }

    // An offer, or what it says of its price in a record of its own.
    private static IEnumerable<JsonElement> OffersOf(JsonElement product) =>
        Each(product, "offers").SelectMany(offer => Each(offer, "offers").Concat(Each(offer, "priceSpecification")).Prepend(offer));

    private static string? PriceOf(JsonElement offer) => Each(offer, "price").Concat(Each(offer, "lowPrice")).Select(TextOf).FirstOrDefault(text => text is not null);

    private static string? ImageOf(JsonElement product) => Each(product, "image")
        .Select(image => TextOf(image) ?? Each(image, "url").Concat(Each(image, "contentUrl")).Select(TextOf).FirstOrDefault())
        .FirstOrDefault(address => address is not null);

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) => text,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    // JSON-LD has one value, or a list of them.
    private static IEnumerable<JsonElement> Each(JsonElement node, string name) =>
        node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
        : [value];

    private static JsonElement? Get(JsonElement node, string name, Func<JsonElement, JsonElement?> read) =>
        node.TryGetProperty(name, out var value) ? read(value) : null;
}
