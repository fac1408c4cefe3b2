using System.Diagnostics;
using System.Text;
using Budgeting.Web.LinkPreviews;

namespace Budgeting.Tests.LinkPreviews;

public sealed class ProductPageTests
{
    [Theory]
    [InlineData("""{"@type": "Product", "name": "Kite", "image": "k.png", "offers": {"price": "12.50", "priceCurrency": "USD"}}""")]
    [InlineData("""{"@type": "Product", "name": "Kite", "image": ["k.png", "l.png"], "offers": {"price": 12.50, "priceCurrency": "USD"}}""")]
    [InlineData("""[{"@type": "Organization", "name": "Shop"}, {"@type": ["Product", "Thing"], "name": "Kite", "image": {"url": "k.png"}, "offers": [{"price": "12.50", "priceCurrency": "USD"}]}]""")]
    [InlineData("""{"@graph": [{"@type": "WebSite"}, {"@type": "http://schema.org/Product", "name": "Kite", "image": [{"contentUrl": "k.png"}], "offers": {"@type": "AggregateOffer", "lowPrice": 12.50, "highPrice": 20, "priceCurrency": "USD"}}]}""")]
    [InlineData("""{"@type": "WebPage", "mainEntity": {"@type": "Product", "name": "Kite", "image": "k.png", "offers": {"priceSpecification": {"price": "12.50", "priceCurrency": "USD"}}}}""")]
    [InlineData("""{"@type": "ProductGroup", "name": "Kite", "image": "k.png", "hasVariant": [{"@type": "Product", "offers": {"price": "12.50", "priceCurrency": "USD"}}]}""")]
    [InlineData("""{"@type": "Product", "name": "Kite", "image": "k.png", "offers": {"@type": "AggregateOffer", "offers": [{"price": "12.50", "priceCurrency": "USD",}]},} // as shops write it""")]
    public void JsonLd_OfAProduct_IsRead(string json) =>
        Read($"<script type='application/ld+json'>{json}</script>").Should().Be(new ProductFacts("Kite", "12.50", "USD", "k.png"));

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("\"Product\"")]
    [InlineData("""{"@type": "Product", "name": 7.5, "offers": [null, 5, {"price": null}], "image": {}}""")]
    [InlineData("""{"@type": {"a": 1}, "name": "Other"}""")]
    [InlineData("""{"@type": "Product", "name": "\ud800"}""")]
    [InlineData("""{"@type": "Organization", "name": "Shop"}""")]
    public void JsonLd_ThatIsBrokenOrOfSomethingElse_LeavesWhatElseIsSaid(string json)
    {
        var facts = Read($"<script type='application/ld+json'>{json}</script><meta property='og:price:amount' content='9.95'><title>Kite</title>");

        (facts.Title is "Kite" or "7.5", facts.Price).Should().Be((true, "9.95"));
    }

    [Fact]
    public void JsonLd_Nested10000Deep_SaysNothing() =>
        Read($"<script type='application/ld+json'>{new string('[', 10_000)}</script>").Should().Be(ProductFacts.None);

    [Fact]
    public void JsonLd_WithEntities_IsDecoded() =>
        Read("""<script type="application/ld+json">{"@type": "Product", "name": "Tom &amp; Jerry&#39;s"}</script>""").Title.Should().Be("Tom & Jerry's");

    [Theory]
    [InlineData("<meta property='og:title' content='Kite'><meta property='og:image' content='k.png'><meta property='product:price:amount' content='12.50'><meta property='product:price:currency' content='USD'>")]
    [InlineData("<meta name='og:title' content='Kite'><meta property='og:image:secure_url' content='k.png'><meta property='og:price:amount' content='12.50'><meta property='og:price:currency' content='USD'>")]
    [InlineData("<meta name='twitter:title' content='Kite'><meta name='twitter:image' content='k.png'><meta property='og:price:amount' content='12.50'><meta property='og:price:currency' content='USD'>")]
    [InlineData("<div itemscope itemtype='https://schema.org/Product'><p itemprop=brand itemscope itemtype='https://schema.org/Brand'><b itemprop=name>Ace</b></p><h1 itemprop='name'>Kite</h1><img itemprop='image' src='k.png'><p itemprop='offers' itemscope><span itemprop='price' content='12.50'>$12</span><meta itemprop='priceCurrency' content='USD'></p></div>")]
    public void Metadata_OfEachKind_IsRead(string html) => Read("<title>Shop</title>" + html).Should().Be(new ProductFacts("Kite", "12.50", "USD", "k.png"));

    [Fact]
    public void Title_WithNothingElse_IsTheName() => Read("<title>Kite &amp; line</title><p>Hello").Title.Should().Be("Kite & line");

    [Fact]
    public void Price_AndCurrency_ComeFromOneSource()
    {
        var facts = Read("""
            <script type="application/ld+json">{"@type": "Product", "name": "Kite", "offers": {"price": "12.50"}}</script>
            <meta property="og:price:amount" content="11.00"><meta property="og:price:currency" content="EUR">
            """);

        (facts.Price, facts.Currency).Should().Be(("12.50", null));
    }

    [Theory]
    [InlineData("iso-8859-1", "iso-8859-1", "<title>Fön</title>")]
    [InlineData("windows-1252", "windows-1252", "<title>Fön €</title>")]
    [InlineData("\"utf-8\"", "utf-8", "<title>Fön</title>")]
    [InlineData(null, "utf-8", "<title>Fön</title>")]
    [InlineData(null, "iso-8859-1", "<meta charset='iso-8859-1'><title>Fön</title>")]
    [InlineData(null, "shift_jis", "<meta http-equiv='Content-Type' content='text/html; charset=shift_jis'><title>凧</title>")]
    [InlineData("no-such-charset", "utf-8", "<title>Fön</title>")]
    public void Charset_OfTheHeaderOrThePage_IsHeeded(string? header, string encoding, string html)
    {
        LinkPreviewRegistration.KnowEncodings();

        ProductPage.Read(Encoding.GetEncoding(encoding).GetBytes(html), header).Title.Should().Be(html.Split("<title>")[1].Replace("</title>", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<a><b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<title>")]
    [InlineData("<meta property='a' content='b'>")]
    [InlineData("<script type='application/ld+json'>[")]
    [InlineData("&amp")]
    [InlineData("<!--")]
    [InlineData("<p itemprop='a b c' itemtype='schema.org/Product'>")]
    public void AMebibyteOfTheSame_IsReadInTime(string tag)
    {
        var html = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(tag, 1024 * 1024 / tag.Length)));
        var clock = Stopwatch.StartNew();

        ProductPage.Read(html, charset: null).Price.Should().BeNull();

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    private static ProductFacts Read(string html) => ProductPage.Read(Encoding.UTF8.GetBytes(html), charset: null);
}
