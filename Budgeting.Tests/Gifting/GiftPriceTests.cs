using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class GiftPriceTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    public static TheoryData<decimal?, decimal?, int, decimal?, decimal> Prices => new()
    {
        { null, null, 3, null, 0 },
        { 12.50m, null, 2, 12.50m, 25 },
        { 12.50m, 10, 2, 10, 20 },
        { 12.50m, 0, 2, 0, 0 },
        { null, 10, 1, 10, 10 },
    };

    [Theory]
    [MemberData(nameof(Prices))]
    public async Task Total_IsWhatTheDatabaseComputes(decimal? price, decimal? discountPrice, int quantity, decimal? each, decimal total)
    {
        var ada = await fixture.World.OrganizationAsync();
        var occasion = await ada.OccasionAsync();

        var cost = new GiftPrice(price, discountPrice, quantity);
        var gift = await ada.Gifts.AddAsync(occasion.Id, new GiftInput { Name = "Book", Price = price, DiscountPrice = discountPrice, Quantity = quantity }, default);

        (cost.Each, cost.Total).Should().Be((each, total));
        gift.LineTotal.Should().Be(total);
    }

    [Fact]
    public void TotalWithinRange_OfWhatIsOutOfIt_CountsTheNearest()
    {
        new GiftPrice(-5, DiscountPrice: null, 2).TotalWithinRange.Should().Be(0);
        new GiftPrice(5, DiscountPrice: null, 0).TotalWithinRange.Should().Be(5);
        new GiftPrice(decimal.MaxValue, DiscountPrice: null, int.MaxValue).TotalWithinRange.Should().Be(Amounts.Max * GiftPrice.MaxQuantity);
    }
}
