using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class OccasionFiguresTests
{
    [Fact]
    public async Task Figures_PurchasedAndPlanned_AddUpToTheTotal()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync(budget: 500);
        await ada.GiftAsync(occasion, price: 120, GiftStatus.Purchased);
        await ada.GiftAsync(occasion, price: 19.99m, GiftStatus.Idea, quantity: 2);

        var meter = (await ada.Occasions.FiguresAsync(occasion.Id, CancellationToken.None)).Meter;

        meter.AmountOf(GiftMeter.Purchased).Should().Be(120);
        meter.AmountOf(GiftMeter.Planned).Should().Be(39.98m);
        meter.Remaining.Should().Be(340.02m);
        meter.Level.Should().Be(MeterLevel.Ok);
    }
}
