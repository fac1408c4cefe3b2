using Budgeting.Core.Gifting;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;
using Bunit;

namespace Budgeting.Tests.Components;

public sealed class GiftTableTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _ada = null!;
    private OccasionDto _occasion = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
        _occasion = await _ada.OccasionAsync(budget: 500);
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Theory]
    [InlineData(null, "3 gifts in all", "360.00")]
    [InlineData(GiftMeter.Planned, "2 of 3 gifts", "60.00")]
    [InlineData(GiftMeter.Purchased, "1 of 3 gifts", "300.00")]
    public async Task Footer_CountsAndAddsTheRowsShown(string? segment, string count, string sum)
    {
        await _ada.GiftAsync(_occasion, price: 20, GiftStatus.Idea);
        await _ada.GiftAsync(_occasion, price: 40, GiftStatus.Selected);
        await _ada.GiftAsync(_occasion, price: 300, GiftStatus.Purchased);
        await using var tab = new ComponentContext(_ada);

        var table = await ShowAsync(tab, segment);

        table.FindAll("tfoot td").Select(d => d.Words()).Should().StartWith([count, sum]);
        table.ByRole(AriaRole.Paragraph).Words().Should().Be(segment is null ? "$300.00 spent of $500.00" : $"{count}, ${sum}");
    }

    [Fact]
    public async Task Row_WithADiscount_ShowsTheRegularPriceAndWhatIsSaved()
    {
        var input = new GiftInput { Name = "Candles", Price = 4, DiscountPrice = 3, Quantity = 12 };
        await _ada.Gifts.AddAsync(_occasion.Id, input, CancellationToken.None);
        await using var tab = new ComponentContext(_ada);

        var table = await ShowAsync(tab);
        var price = table.Cell("Candles", "Price ($)");

        price.QuerySelector("input")!.GetAttribute("value").Should().Be("3.00");
        price.QuerySelector("s")!.Words().Should().Be("Saved $12.00, instead of 4.00");
        price.QuerySelector("s")!.Description().Should().Be("Saved $12.00");
        table.Cell("Candles", "Total ($)").Words().Should().Be("36.00 12 × 3.00");
    }

    [Fact]
    public async Task Row_WithoutAPrice_HasNoTotal()
    {
        await _ada.GiftAsync(_occasion, price: null);
        await using var tab = new ComponentContext(_ada);

        (await ShowAsync(tab)).Cell("Book", "Total ($)").Words().Should().Be("–");
    }

    private async Task<IRenderedComponent<GiftTable>> ShowAsync(ComponentContext tab, string? segment = null)
    {
        var query = new OccasionPageQuery { Filter = new GiftFilter(segment), Order = new GiftOrder() };
        var page = await _ada.Gifts.PageAsync(_occasion.Id, query, CancellationToken.None);
        return tab.Render<GiftTable>(p => p
            .Add(t => t.Page, page)
            .Add(t => t.Segment, segment)
            .Add(t => t.Order, new GiftOrder())
            .Add(t => t.AddressOf, (_, _, _) => "/")
            .Add(t => t.CanWrite, value: true));
    }
}
