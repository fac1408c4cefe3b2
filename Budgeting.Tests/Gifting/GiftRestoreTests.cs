using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class GiftRestoreTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private TestActor _ada = null!;
    private OccasionDto _occasion = null!;

    public async Task InitializeAsync()
    {
        _ada = await fixture.World.OrganizationAsync();
        _occasion = await _ada.OccasionAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task List_TellsTheVersionsThatThereWere()
    {
        var gift = await RenamedAsync();
        await _ada.Gifts.DeleteAsync(gift.Id, null, default);

        (await _ada.Gifts.HistoryAsync(gift.Id, default)).Select(e => (e.Version, e.Action))
            .Should().Equal((3, AuditAction.Deleted), (2, AuditAction.Changed), (1, AuditAction.Created));
    }

    [Fact]
    public async Task Restore_ADeletedGift_KeepsItsIdAndGoesOnCounting()
    {
        var gift = await RenamedAsync();
        await _ada.Gifts.DeleteAsync(gift.Id, null, default);

        var restored = await _ada.Gifts.RestoreAsync(gift.Id, toVersion: 1, version: 3, default);

        restored.Record.Should().BeEquivalentTo(new { gift.Id, Name = "Book", Version = 4L, LineTotal = 20m });
        (await _ada.Gifts.GetAsync(gift.Id, default)).Version.Should().Be(4);
        (await _ada.Gifts.ListDeletedAsync(_occasion.Id, default)).Should().BeEmpty();
    }

    [Fact]
    public async Task Restore_OnAnOldVersion_IsStale()
    {
        var gift = await RenamedAsync();

        await Restoring(gift.Id, toVersion: 1, version: 1).ShouldRefuseAsync<StaleException>();

        await _ada.Gifts.DeleteAsync(gift.Id, null, default);
        await Restoring(gift.Id, toVersion: 1, version: 2).ShouldRefuseAsync<StaleException>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(9)]
    public async Task Restore_ToAVersionThatIsNone_IsNotFound(long version)
    {
        var gift = await RenamedAsync();
        await _ada.Gifts.DeleteAsync(gift.Id, null, default);

        await Restoring(gift.Id, version).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task Restore_ToWhatItIs_WritesNothing()
    {
        var gift = await RenamedAsync();

        (await _ada.Gifts.RestoreAsync(gift.Id, gift.Version, gift.Version, default)).Record.Version.Should().Be(gift.Version);
    }

    [Fact]
    public async Task Restore_ForSomebodyWhoIsGone_IsRefused()
    {
        var person = await _ada.PersonAsync();
        var gift = await _ada.GiftAsync(_occasion, recipient: person.Id);
        await _ada.Gifts.DeleteAsync(gift.Id, null, default);
        await _ada.People.DeleteAsync(person.Id, null, default);

        await Restoring(gift.Id, toVersion: 1).ShouldConflictAsync("gift.recipient-gone");
    }

    [Fact]
    public async Task Restore_IntoAnOccasionThatIsGone_IsRefused()
    {
        var gift = await _ada.GiftAsync(_occasion);
        await _ada.Gifts.TransferAsync(gift.Id, (await _ada.OccasionAsync(name: "Easter")).Id, null, default);
        await _ada.Occasions.DeleteAsync(_occasion.Id, null, default);

        await Restoring(gift.Id, toVersion: 1).ShouldConflictAsync("gift.occasion-gone");
    }

    [Fact]
    public async Task Restore_AGiftWhosePictureIsNoLongerKept_SaysSo()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var gift = await ada.Gifts.AddAsync((await ada.OccasionAsync()).Id, new GiftInput { Name = "Kite", Picture = PictureInput.Of(TestPictures.Png) }, default);
        await ada.Gifts.DeleteAsync(gift.Id, null, default);
        world.Clock.Advance(TimeSpan.FromHours(2));

        var restored = await ada.Gifts.RestoreAsync(gift.Id, gift.Version, version: null, default);

        restored.Record.Picture.Should().BeNull();
        restored.Remarks.Should().ContainSingle().Which.Should().Contain("picture");
    }

    [Fact]
    public async Task Restore_OfAWishThatWasTakenBack_SaysItIsNoLongerWished()
    {
        var max = await fixture.World.MemberAsync(_ada, Role.Member);
        await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = max.MemberId }, default);
        var wish = await max.Wishes.AddAsync(_occasion.Id, new WishInput { Name = "Skates" }, default);
        var gift = (await _ada.Gifts.ListAsync(_occasion.Id, new(), default)).Items.Single();
        await max.Wishes.DeleteAsync(wish.Id, null, default);

        var restored = await _ada.Gifts.RestoreAsync(gift.Id, gift.Version, null, default);

        (restored.Record.Wished, restored.Record.NoLongerWished).Should().Be((false, true));
    }

    [Fact]
    public async Task Restore_OfANameAlone_LeavesItWhereItWasPutMeanwhile()
    {
        var (first, gift) = (await _ada.GiftAsync(_occasion, name: "First"), await _ada.GiftAsync(_occasion));
        gift = await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Name = "Novel" }, null, default);

        await _ada.Gifts.RestoreAsync(gift.Id, 1, null, default);

        var board = await _ada.Gifts.BoardAsync(_occasion.Id, 9, default);
        board.Columns.Single(c => c.Status == gift.Status).Gifts.Select(g => g.Id).Should().Equal(first.Id, gift.Id);
    }

    [Fact]
    public async Task Deleted_HasTheLatestDeletionFirst_OfThisOccasionOnly()
    {
        var (book, chess) = (await _ada.GiftAsync(_occasion), await _ada.GiftAsync(_occasion, name: "Chess"));
        var elsewhere = await _ada.GiftAsync(await _ada.OccasionAsync(name: "Easter"));
        foreach (var gift in new[] { chess, elsewhere, book })
        {
            await _ada.Gifts.DeleteAsync(gift.Id, null, default);
        }

        var deleted = await _ada.Gifts.ListDeletedAsync(_occasion.Id, default);

        deleted.Select(d => (d.Id, d.Record.Name, d.DeletedBy, d.LastVersion, d.Version)).Should().Equal((book.Id, "Book", "Ada", 1, 2), (chess.Id, "Chess", "Ada", 1, 2));
    }

    private Func<Task> Restoring(Guid id, long toVersion, long? version = null) => () => _ada.Gifts.RestoreAsync(id, toVersion, version, default);

    private async Task<GiftDto> RenamedAsync()
    {
        var gift = await _ada.GiftAsync(_occasion);
        return await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Name = "Novel" }, gift.Version, default);
    }
}
