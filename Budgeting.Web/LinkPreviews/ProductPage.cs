using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Budgeting.Web.LinkPreviews;

/// <summary>What a page says about its product: as JSON-LD first, then as Open Graph or Twitter card, as microdata, and by its title.</summary>
internal sealed class ProductPage
{
    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);
    private readonly Microdata _microdata = new();
    private ProductFacts _jsonLd = ProductFacts.None;
    private string? _title;
    private Action<string>? _takesText;

    private ProductPage()
    {
    }

    /// <param name="html">The page, or its beginning.</param>
    /// <param name="charset">What the answer's header says of it.</param>
    public static ProductFacts Read(ReadOnlyMemory<byte> html, string? charset)
    {
        var page = new ProductPage();
        foreach (var token in HtmlTokens.Of(PageText.Of(html, charset)))
        {
            page.Take(token);
        }

        return page._jsonLd.Or(page.Meta()).Or(page._microdata.Facts).Or(new ProductFacts(page._title, Price: null, Currency: null, Image: null));
    }

    private void Take(HtmlToken token)
    {
        if (token.Type == HtmlTokenType.Character)
        {
            _takesText?.Invoke(token.Data);
            _microdata.Text(token.Data);
        }
        else if (token is HtmlTagToken tag)
        {
            _takesText = null;
            _microdata.Tag(tag);
            if (tag.Type == HtmlTokenType.StartTag)
            {
                Begin(tag);
            }
        }
    }

    private void Begin(HtmlTagToken tag)
    {
        switch (tag.Name)
        {
            case "meta" when (Said(tag, "property") ?? Said(tag, "name")) is { } name && Said(tag, "content") is { } content:
                _meta.TryAdd(name.Trim(), content);
                break;
            case "title":
                _takesText = text => _title ??= text;
                break;
            case "script" when string.Equals(tag.GetAttribute("type").Trim(), "application/ld+json", StringComparison.OrdinalIgnoreCase):
                _takesText = text => _jsonLd = _jsonLd == ProductFacts.None ? JsonLd.Read(text) : _jsonLd;
                break;
        }
    }

    private ProductFacts Meta() => new(
        First("og:title", "twitter:title"),
        First("product:sale_price:amount", "product:price:amount", "og:price:amount"),
        First("product:sale_price:currency", "product:price:currency", "og:price:currency"),
        First("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"));

    private string? First(params string[] names) => names.Select(name => _meta.GetValueOrDefault(name)).FirstOrDefault(value => value is not null);

    private static string? Said(HtmlTagToken tag, string attribute) => string.IsNullOrWhiteSpace(tag.GetAttribute(attribute)) ? null : tag.GetAttribute(attribute);
}
