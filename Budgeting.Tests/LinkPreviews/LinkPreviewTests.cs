using Budgeting.Core.Kernel;
using Budgeting.Web.LinkPreviews;

namespace Budgeting.Tests.LinkPreviews;

public sealed class LinkPreviewTests
{
    [Theory]
    [InlineData("129.9", "USD", 129.9)]
    [InlineData("129.90", null, 129.9)]
    [InlineData("129,90", "EUR", 129.9)]
    [InlineData("1,299.00", "USD", 1299)]
    [InlineData("1.299,00", "EUR", 1299)]
    [InlineData("1,299", "USD", 1299)]
    [InlineData("$1,299.00", "USD", 1299)]
    [InlineData("129,90 €", "EUR", 129.9)]
    [InlineData("EUR 129,90", "EUR", 129.9)]
    [InlineData("1299", "JPY", 1299)]
    [InlineData("1.299", "KWD", 1.299)]
    public void Price_OfTheOrganizationsCurrency_IsExact(string text, string? currency, double expected) =>
        Of(new ProductFacts("Kite", text, currency, null), currency ?? "USD").Price.Should().Be((decimal)expected);

    [Theory]
    [InlineData("from 12")]
    [InlineData("12 – 15")]
    [InlineData("€129.90")]
    [InlineData("1.299")]
    [InlineData("129.905")]
    [InlineData("-5")]
    [InlineData("0.00")]
    [InlineData("1e3")]
    [InlineData("9999999999999999")]
    [InlineData("")]
    public void Price_ThatIsNotCertain_IsLeftToPeople(string text) => Of(new ProductFacts("Kite", text, "USD", null)).Price.Should().BeNull();

    [Fact]
    public void Price_InAnotherCurrency_IsNotTakenButItsCurrencyIsSaid()
    {
        var preview = Of(new ProductFacts("Kite", "129.90", "eur", null));

        (preview.Price, preview.Currency).Should().Be((null, "EUR"));
    }

    [Theory]
    [InlineData("  A\n kite\t\u0000 ", "A kite")]
    [InlineData("   ", null)]
    [InlineData(null, null)]
    public void Title_IsOneLine(string? title, string? expected) => Of(new ProductFacts(title, null, null, null)).Title.Should().Be(expected);

    [Fact]
    public void Title_IsCutBetweenCharacters()
    {
        Of(new ProductFacts(new string('x', 300), null, null, null)).Title.Should().Be(new string('x', 200));
        Of(new ProductFacts(new string('x', 199) + "🪁🪁", null, null, null)).Title.Should().Be(new string('x', 199));
    }

    [Theory]
    [InlineData("k.png", "https://www.shop.example/a/k.png")]
    [InlineData("//cdn.example/k.png", "https://cdn.example/k.png")]
    [InlineData("http://cdn.example/k.png", null)]
    [InlineData("data:image/png;base64,AAAA", null)]
    [InlineData(null, null)]
    public void Image_IsSeenFromThePage(string? image, string? expected) => Of(new ProductFacts("Kite", null, null, image)).ImageUrl.Should().Be(expected);

    [Fact]
    public void Site_IsNamedAsPeopleDo() => Of(ProductFacts.None).Site.Should().Be("shop.example");

    private static LinkPreview Of(ProductFacts facts, string currency = "USD") =>
        LinkPreview.Of(facts, new Uri("https://www.shop.example/a/b"), Currency.Of(currency));
}
