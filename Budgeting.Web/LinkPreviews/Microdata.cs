using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Budgeting.Web.LinkPreviews;

/// <summary>Gathers the properties of the first schema.org product of a page, tag by tag: each one's first value.</summary>
internal sealed class Microdata
{
    private static readonly string[] Attributes = ["content", "src", "href"];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private bool _isInProduct;
    private string? _awaited;
    private (string Tag, int Depth)? _other;

    public ProductFacts Facts => new(
        _values.GetValueOrDefault("name"),
        _values.GetValueOrDefault("price") ?? _values.GetValueOrDefault("lowPrice"),
        _values.GetValueOrDefault("priceCurrency"),
        _values.GetValueOrDefault("image"));

    public void Tag(HtmlTagToken tag)
    {
        if (_other is { } other)
        {
            Skip(tag, other);
        }
        else if (tag.Type == HtmlTokenType.StartTag)
        {
            Begin(tag);
        }
    }

    /// <summary>What stands in an element is its value, where no attribute is.</summary>
    public void Text(string text)
    {
        if (_awaited is not null && _other is null && !string.IsNullOrWhiteSpace(text))
        {
            _values.TryAdd(_awaited, text.Trim());
            _awaited = null;
        }
    }

    private void Begin(HtmlTagToken tag)
    {
        var type = tag.GetAttribute("itemtype").Split('/')[^1];
        _isInProduct |= type == "Product";
        if (!_isInProduct)
        {
            return;
        }

        if (type is not ("" or "Product" or "Offer" or "AggregateOffer"))
        {
            // A brand has a name, too.
            _other = (tag.Name, 1);
            return;
        }

        foreach (var name in tag.GetAttribute("itemprop").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(name => !_values.ContainsKey(name)))
        {
            Take(name, tag);
        }
    }

    private void Take(string name, HtmlTagToken tag)
    {
        var value = Attributes.Select(tag.GetAttribute).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
        if (value is not null)
        {
            _values[name] = value.Trim();
        }
        else if (name is "name" or "price" or "lowPrice" or "priceCurrency")
        {
            _awaited = name;
        }
    }

    // Until the tag closes that opened it.
    private void Skip(HtmlTagToken tag, (string Tag, int Depth) other)
    {
        if (tag.Name == other.Tag)
        {
            var depth = other.Depth + (tag.Type == HtmlTokenType.StartTag ? 1 : -1);
            _other = depth == 0 ? null : (other.Tag, depth);
        }
    }
}
