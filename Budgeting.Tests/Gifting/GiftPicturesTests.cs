using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Tests.Gifting;

public sealed class GiftPicturesTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private static readonly PictureInput Png = PictureInput.Of(TestPictures.Png);

    private TestActor _ada = null!;
    private OccasionDto _occasion = null!;

    public async Task InitializeAsync()
    {
        _ada = await fixture.World.OrganizationAsync();
        _occasion = await _ada.OccasionAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Set_APicture_IsWhatIsRead()
    {
        var gift = await _ada.GiftAsync(_occasion);

        var changed = await _ada.Pictures.SetAsync(gift.Id, Png, gift.Version, default);

        var picture = await _ada.Pictures.GetAsync(gift.Id, default);
        (picture.ContentType, picture.Hash, changed.Version).Should().Be(("image/png", changed.Picture!, gift.Version + 1));
        picture.Bytes.Should().Equal(TestPictures.Png);
        (await _ada.Gifts.GetAsync(gift.Id, default)).Should().Be(changed);
    }

    [Fact]
    public async Task Add_WithAPicture_IsOneWrite()
    {
        var gift = await _ada.Gifts.AddAsync(_occasion.Id, new GiftInput { Name = "Kite", Picture = Png }, default);

        gift.Version.Should().Be(1);
        (await _ada.Pictures.GetAsync(gift.Id, default)).Bytes.Should().Equal(TestPictures.Png);
        (await _ada.Gifts.HistoryAsync(gift.Id, default)).Should().ContainSingle();
    }

    [Fact]
    public async Task Update_OfOtherFields_KeepsThePicture()
    {
        var gift = await _ada.Gifts.AddAsync(_occasion.Id, new GiftInput { Name = "Kite", Picture = Png }, default);

        var renamed = await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Name = "Drone" }, gift.Version, default);

        renamed.Picture.Should().Be(gift.Picture);
    }

    [Fact]
    public async Task Set_AnotherThenNone_LeavesNothing()
    {
        var gift = await _ada.Gifts.AddAsync(_occasion.Id, new GiftInput { Name = "Kite", Picture = Png }, default);

        await _ada.Pictures.SetAsync(gift.Id, PictureInput.Of(TestPictures.Gif), version: null, default);
        (await _ada.Pictures.GetAsync(gift.Id, default)).ContentType.Should().Be("image/gif");
        var without = await _ada.Pictures.SetAsync(gift.Id, PictureInput.None, version: null, default);

        (without.Picture, await StoredAsync()).Should().Be((null, 0));
        await FluentActions.Awaiting(() => _ada.Pictures.GetAsync(gift.Id, default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task Set_TheSamePicture_ChangesNothing()
    {
        var gift = await _ada.Gifts.AddAsync(_occasion.Id, new GiftInput { Name = "Kite", Picture = Png }, default);

        (await _ada.Pictures.SetAsync(gift.Id, Png, version: null, default)).Version.Should().Be(gift.Version);
    }

    [Fact]
    public async Task Set_OnAnOlderVersion_IsRefused()
    {
        var gift = await _ada.GiftAsync(_occasion);
        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Name = "Drone" }, gift.Version, default);

        await FluentActions.Awaiting(() => _ada.Pictures.SetAsync(gift.Id, Png, gift.Version, default)).ShouldRefuseAsync<StaleException>();
        (await StoredAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Delete_OfTheGift_DeletesItsPicture()
    {
        var gift = await _ada.Gifts.AddAsync(_occasion.Id, new GiftInput { Name = "Kite", Picture = Png }, default);

        await _ada.Gifts.DeleteAsync(gift.Id, version: null, default);

        (await StoredAsync()).Should().Be(0);
    }

    [Fact]
    public async Task History_TellsTheHashAndNeverTheBytes()
    {
        var gift = await _ada.GiftAsync(_occasion);
        var set = await _ada.Pictures.SetAsync(gift.Id, Png, version: null, default);

        (await _ada.Gifts.HistoryAsync(gift.Id, default))[0].Changes.Should().Contain(c => c.Field == "picture" && c.Before == null && c.After == set.Picture);
        await using var db = fixture.World.Db(_ada.OrganizationId);
        (await db.AuditEntries.ToListAsync()).Should().OnlyContain(e => e.Entity != nameof(GiftPicture) && (e.After ?? "").Length < 1000);
    }

    [Fact]
    public async Task Picture_OfASurprise_IsNotThereForWhomItIsFor()
    {
        var max = await fixture.World.MemberAsync(_ada, Role.Admin);
        var person = await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = max.MemberId }, default);
        var gift = await _ada.Gifts.AddAsync(_occasion.Id, new GiftInput { Name = "Kite", RecipientId = person.Id, Picture = Png }, default);

        var hidden = await FluentActions.Awaiting(() => max.Pictures.GetAsync(gift.Id, default)).ShouldRefuseAsync<NotFoundException>();
        var unknown = await FluentActions.Awaiting(() => max.Pictures.GetAsync(Guid.NewGuid(), default)).ShouldRefuseAsync<NotFoundException>();
        (hidden.Code, hidden.Message).Should().Be((unknown.Code, unknown.Message));
        await FluentActions.Awaiting(() => max.Pictures.SetAsync(gift.Id, PictureInput.None, version: null, default)).ShouldRefuseAsync<NotFoundException>();

        await using var db = fixture.World.Db(_ada.OrganizationId);
        db.ViewerId = max.MemberId;
        (await db.GiftPictures.CountAsync()).Should().Be(0, "no query forgets it");
    }

    private async Task<int> StoredAsync()
    {
        await using var db = fixture.World.Db(_ada.OrganizationId);
        return await db.GiftPictures.CountAsync();
    }
}
