using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class GiftCheckServiceTests(WorldFixture fixture) : IAsyncLifetime, IClassFixture<WorldFixture>
{
    private TestActor _ada = null!;
    private OccasionDto _occasion = null!;

    public async Task InitializeAsync()
    {
        _ada = await fixture.World.OrganizationAsync();
        _occasion = await _ada.OccasionAsync(budget: 100);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task CheckAsync_EditedGift_IsWhatTheMeterSaysAfterwards()
    {
        var gift = await _ada.GiftAsync(_occasion, price: 60);
        await _ada.GiftAsync(_occasion, price: 30);

        var check = await CheckAsync(new GiftCheckInput(80, null, 1, null, null, gift.Id));
        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Price = 80 }, gift.Version, default);

        check.Warnings.Should().Equal(new GiftWarning(GiftWarning.ExceedsOccasion, 10));
        (await _ada.Occasions.FiguresAsync(_occasion.Id, default)).Meter.Remaining.Should().Be(check.RemainingAfter);
    }

    [Fact]
    public async Task CheckAsync_Anything_WritesNothing()
    {
        await CheckAsync(new GiftCheckInput(80, null, 1, null, null, null));

        (await _ada.Occasions.FiguresAsync(_occasion.Id, default)).Meter.Used.Should().Be(0);
    }

    [Fact]
    public async Task CheckAsync_Wrong_NamesEveryField() =>
        await FluentActions.Awaiting(() => CheckAsync(new GiftCheckInput(-1, 0.001m, 0, Guid.NewGuid(), null, null)))
            .ShouldBeInvalidAsync("price", "discountPrice", "quantity", "recipientId");

    [Fact]
    public async Task CheckAsync_GiftOfAnotherOccasion_IsNotFound()
    {
        var elsewhere = await _ada.GiftAsync(await _ada.OccasionAsync(name: "Easter"));

        await FluentActions.Awaiting(() => CheckAsync(new GiftCheckInput(1, null, 1, null, null, elsewhere.Id))).ShouldRefuseAsync<NotFoundException>();
        await FluentActions.Awaiting(() => CheckAsync(new GiftCheckInput(1, null, 1, null, null, Guid.NewGuid()))).ShouldRefuseAsync<NotFoundException>();
    }

    private Task<GiftCheck> CheckAsync(GiftCheckInput input) => _ada.Gifts.CheckAsync(_occasion.Id, input, default);
}
