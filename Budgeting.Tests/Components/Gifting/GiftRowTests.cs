using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;
using Bunit;

namespace Budgeting.Tests.Components;

/// <summary>A line of the list, edited while others edit the same gift.</summary>
public sealed class GiftRowTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _ada = null!;
    private GiftDto _gift = null!;
    private ComponentContext _tab = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
        _gift = await _ada.GiftAsync(await _ada.OccasionAsync(), price: 20);
        _tab = new ComponentContext(_ada);
    }

    public async Task DisposeAsync()
    {
        await _tab.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Theory]
    [InlineData(50, null)]
    [InlineData(20, 15)]
    public async Task Price_TypedOverWhatSomebodySetMeanwhile_IsRefused(int price, int? discount)
    {
        var row = Show();
        Price(row).Focus();
        var theirs = await _ada.Gifts.UpdateAsync(_gift.Id, _gift.ToInput() with { Price = price, DiscountPrice = discount }, null, default);
        row.Render(p => p.Add(r => r.Gift, theirs));

        await Price(row).ChangeAsync(new() { Value = "12" });

        _tab.Told.Should().ContainSingle().Which.Should().Contain("changed by Ada meanwhile");
        (await StoredAsync()).Should().Be(theirs);
        Price(row).GetAttribute("value").Should().Be($"{discount ?? price}.00");
    }

    [Fact]
    public async Task Price_ChangedTwiceBeforeTheFirstChangeComesBack_IsTheSecond()
    {
        var row = Show();
        Price(row).Focus();
        await Price(row).ChangeAsync(new() { Value = "30" });

        await Price(row).ChangeAsync(new() { Value = "40" });

        _tab.Told.Should().BeEmpty();
        (await StoredAsync()).Price.Should().Be(40);
    }

    [Fact]
    public async Task Status_ThatIsRefused_IsSaidAndSavesNothing()
    {
        var row = Show();
        await _ada.Gifts.UpdateAsync(_gift.Id, _gift.ToInput() with { Notes = "Blue" }, null, default);

        await row.Field("Status of Book").ChangeAsync(new() { Value = nameof(GiftStatus.Purchased) });

        _tab.Told.Should().ContainSingle().Which.Should().Contain("meanwhile");
        (await StoredAsync()).Status.Should().Be(GiftStatus.Selected);
        row.Field("Status of Book").GetAttribute("value").Should().Be(nameof(GiftStatus.Selected));
    }

    [Fact]
    public void Buyer_IsNamedUnderTheRecipient()
    {
        var row = Show();
        row.Markup.Should().NotContain("buys it");

        row.Render(p => p.Add(r => r.Buyer, "Max"));

        row.AllByRole(AriaRole.Cell)[1].Words().Should().Be("– Max buys it");
        row.Render(p => p.Add(r => r.Gift, _gift with { Status = GiftStatus.Received }));
        row.AllByRole(AriaRole.Cell)[1].Words().Should().Be("– Max bought it");
    }

    private static AngleSharp.Dom.IElement Price(IRenderedComponent<GiftRow> row) => row.Field("Price of Book");

    private Task<GiftDto> StoredAsync() => _ada.Gifts.GetAsync(_gift.Id, CancellationToken.None);

    private IRenderedComponent<GiftRow> Show() => _tab.Render<GiftRow>(p => p
        .Add(r => r.Gift, _gift)
        .Add(r => r.Currency, Currency.Of("USD"))
        .Add(r => r.CanWrite, value: true));
}
