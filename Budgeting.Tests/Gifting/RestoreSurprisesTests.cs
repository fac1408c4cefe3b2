using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

/// <summary>The way back shows nobody what is kept from them, nor leads there.</summary>
public sealed class RestoreSurprisesTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private TestActor _ada = null!;
    private TestActor _max = null!;
    private PersonDto _person = null!;
    private OccasionDto _occasion = null!;

    public async Task InitializeAsync()
    {
        _ada = await fixture.World.OrganizationAsync();
        _max = await fixture.World.MemberAsync(_ada, Role.Admin);
        _person = await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = _max.MemberId }, default);
        _occasion = await _ada.OccasionAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Restore_ToAVersionThatWasForThem_IsAsIfThereWereNone()
    {
        var open = await _ada.OccasionAsync(name: "Open");
        await _ada.Occasions.UpdateAsync(open.Id, open.ToInput() with { Surprises = false }, null, default);
        var gift = await _ada.GiftAsync(open, recipient: _person.Id);
        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { RecipientId = null }, null, default);
        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { RecipientId = null, Name = "Lamp" }, null, default);
        await _ada.Occasions.UpdateAsync(open.Id, open.ToInput(), null, default);

        var hidden = await Restoring(_max, gift.Id, 1).ShouldRefuseAsync<NotFoundException>();
        var none = await Restoring(_max, gift.Id, 99).ShouldRefuseAsync<NotFoundException>();

        hidden.Message.Should().Be(none.Message);
        await _ada.Gifts.RestoreAsync(gift.Id, 1, null, default);
    }

    [Fact]
    public async Task Restore_OfASurprise_IsNotFound()
    {
        var gift = await _ada.GiftAsync(_occasion, recipient: _person.Id);

        await Restoring(_max, gift.Id, 1).ShouldRefuseAsync<NotFoundException>();
        await _ada.Gifts.DeleteAsync(gift.Id, null, default);
        await Restoring(_max, gift.Id, 1).ShouldRefuseAsync<NotFoundException>();
        (await _max.Gifts.ListDeletedAsync(_occasion.Id, default)).Should().BeEmpty();
        (await _ada.Gifts.ListDeletedAsync(_occasion.Id, default)).Should().ContainSingle();
    }

    [Fact]
    public async Task AGiftThatIsGone_SaysNotWhetherItWasDeletedOrBecameASurprise()
    {
        var (deleted, surprise) = (await _ada.GiftAsync(_occasion), await _ada.GiftAsync(_occasion));
        await _ada.Gifts.DeleteAsync(deleted.Id, null, default);
        await _ada.Gifts.UpdateAsync(surprise.Id, surprise.ToInput() with { RecipientId = _person.Id }, null, default);

        (await _max.Gifts.ListDeletedAsync(_occasion.Id, default)).Should().BeEmpty();
        foreach (var id in new[] { deleted.Id, surprise.Id })
        {
            await FluentActions.Awaiting(() => _max.Gifts.HistoryAsync(id, default)).ShouldRefuseAsync<NotFoundException>();
            await Restoring(_max, id, 1).ShouldRefuseAsync<NotFoundException>();
        }
    }

    [Fact]
    public async Task WhatTheyDeletedThemselves_CanBeRestored()
    {
        var gift = await _ada.GiftAsync(_occasion);
        await _max.Gifts.DeleteAsync(gift.Id, null, default);

        (await _max.Gifts.ListDeletedAsync(_occasion.Id, default)).Should().ContainSingle().Which.Id.Should().Be(gift.Id);
        (await _max.Gifts.RestoreAsync(gift.Id, 1, 2, default)).Record.Name.Should().Be("Book");
    }

    [Fact]
    public async Task TheirWish_TakenBackByThem_IsNotAmongTheDeleted()
    {
        var wish = await _max.Wishes.AddAsync(_occasion.Id, new WishInput { Name = "Skates" }, default);
        await _max.Wishes.DeleteAsync(wish.Id, null, default);

        (await _max.Gifts.ListDeletedAsync(_occasion.Id, default)).Should().BeEmpty();
        (await _ada.Gifts.ListDeletedAsync(_occasion.Id, default)).Should().ContainSingle();
    }

    [Fact]
    public async Task History_OfAGiftThatCameFromAnOpenOccasion_EndsWhereItBecameASurprise()
    {
        var open = await _ada.OccasionAsync(name: "Open");
        await _ada.Occasions.UpdateAsync(open.Id, open.ToInput() with { Surprises = false }, null, default);
        var gift = await _ada.GiftAsync(open, recipient: _person.Id);
        (await _max.Gifts.HistoryAsync(gift.Id, default)).Should().ContainSingle();

        await _ada.Gifts.TransferAsync(gift.Id, _occasion.Id, null, default);

        await FluentActions.Awaiting(() => _max.Gifts.HistoryAsync(gift.Id, default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task Undo_OfWhatBecameASurprise_IsAsIfItWereDeleted()
    {
        var (deleted, surprise) = (await _max.GiftAsync(_occasion), await _max.GiftAsync(_occasion));
        var writes = new[] { await RenameAsync(deleted), await RenameAsync(surprise) };
        await _ada.Gifts.DeleteAsync(deleted.Id, null, default);
        await _ada.Gifts.UpdateAsync(surprise.Id, surprise.ToInput() with { RecipientId = _person.Id }, null, default);

        foreach (var write in writes)
        {
            (await _max.Undo.IsOpenAsync(write, default)).Should().BeFalse();
            (await FluentActions.Awaiting(() => _max.Undo.UndoAsync(write, default)).ShouldRefuseAsync<NotFoundException>()).Message.Should().Contain("no such gift");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task IsOpen_OfWhatIsASurpriseNow_IsTheSameWhateverBecameOfIt(bool isTouched)
    {
        await _ada.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { Surprises = false }, null, default);
        using var capture = WriteCapture.Open();
        var gift = await _max.GiftAsync(_occasion, recipient: _person.Id);
        var write = capture.WriteId!.Value;
        (await _max.Undo.IsOpenAsync(write, default)).Should().BeTrue();
        await _ada.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput(), null, default);
        if (isTouched)
        {
            await _ada.Gifts.DeleteAsync(gift.Id, null, default);
        }

        (await _max.Undo.IsOpenAsync(write, default)).Should().BeFalse();
    }

    [Fact]
    public async Task WhatWasASurpriseUntilNow_IsANewGift()
    {
        var gift = await _ada.Gifts.AddAsync(_occasion.Id, new GiftInput { Name = "Kite", RecipientId = _person.Id, Picture = PictureInput.Of(TestPictures.Png) }, default);
        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Name = "Drone" }, null, default);

        var given = await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { RecipientId = null }, null, default);

        given.Should().BeEquivalentTo(new { Name = "Kite", gift.Picture, Version = 1L }).And.NotBe(gift.Id);
        (await _max.Gifts.HistoryAsync(given.Id, default)).Should().ContainSingle().Which.Changes.Should().NotContain(c => c.Field == "replacesId" || c.Field == "place");
        (await _max.Pictures.GetAsync(given.Id, default)).Bytes.Should().Equal(TestPictures.Png);
        await Restoring(_max, gift.Id, 1).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task WhatBecomesASurprise_IsGoneForThemAndWhereItWasForTheOthers()
    {
        var gifts = new[] { await _ada.GiftAsync(_occasion, name: "A"), await _ada.GiftAsync(_occasion, name: "B"), await _ada.GiftAsync(_occasion, name: "C") };

        var surprise = await _ada.Gifts.UpdateAsync(gifts[1].Id, gifts[1].ToInput() with { RecipientId = _person.Id }, null, default);

        surprise.Id.Should().NotBe(gifts[1].Id);
        (await NamesAsync(_ada)).Should().Equal("A", "B", "C");
        (await NamesAsync(_max)).Should().Equal("A", "C");
        (await _ada.Gifts.ListDeletedAsync(_occasion.Id, default)).Should().BeEmpty();
    }

    [Fact]
    public async Task Undo_OfWhatMadeItASurprise_BringsTheOldOneBackAndRedoTheSurprise()
    {
        var gift = await _ada.Gifts.AddAsync(_occasion.Id, new GiftInput { Name = "Kite", Picture = PictureInput.Of(TestPictures.Png) }, default);
        await _ada.GiftAsync(_occasion, name: "Last");
        using var capture = WriteCapture.Open();
        var surprise = await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { RecipientId = _person.Id }, null, default);

        await _ada.Undo.UndoAsync(capture.WriteId!.Value, default);
        (await _max.Gifts.GetAsync(gift.Id, default)).Should().BeEquivalentTo(new { Name = "Kite", Version = 3L });
        (await _max.Pictures.GetAsync(gift.Id, default)).Bytes.Should().Equal(TestPictures.Png);

        await _ada.Undo.UndoAsync(capture.WriteId!.Value, default);
        (await _ada.Gifts.GetAsync(surprise.Id, default)).RecipientId.Should().Be(_person.Id);
        await FluentActions.Awaiting(() => _max.Gifts.GetAsync(gift.Id, default)).ShouldRefuseAsync<NotFoundException>();
        (await _ada.Gifts.ListDeletedAsync(_occasion.Id, default)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Restore_OfAPlace_SaysNothingOfWhatLiesBehindTheLastCard(bool isSomethingHidden)
    {
        var (x, _, z) = (await _max.GiftAsync(_occasion, name: "X"), await _max.GiftAsync(_occasion, name: "Y"), await _max.GiftAsync(_occasion, name: "Z"));
        var w = await _max.GiftAsync(_occasion, name: "W");
        if (isSomethingHidden)
        {
            await _ada.GiftAsync(_occasion, recipient: _person.Id);
        }

        await _max.Gifts.MoveAsync(x.Id, new GiftMove(x.Status, null), null, default);
        await _max.Gifts.MoveAsync(z.Id, new GiftMove(z.Status, w.Id), null, default);
        await _max.Gifts.MoveAsync(w.Id, new GiftMove(w.Status, z.Id), null, default);
        await _max.Gifts.RestoreAsync(x.Id, 1, null, default);
        await _max.Gifts.RestoreAsync(z.Id, 1, null, default);

        (await NamesAsync(_max)).Should().Equal("X", "Y", "Z", "W");
    }

    [Fact]
    public async Task Import_NumbersWhatTheySeeWithoutGaps()
    {
        var file = System.Text.Encoding.UTF8.GetBytes("name,recipient\nOne,\nHidden,Max\nTwo,\nHidden too,Max\nThree,\n");

        await _ada.Imports.ImportAsync(_occasion.Id, file, addPeople: false, default);

        var seen = (await _max.Gifts.ListAsync(_occasion.Id, PageRequest.First, default)).Items;
        seen.Select(g => (g.Name, g.Id.ToString()[15..18])).Should().Equal(("One", "000"), ("Two", "001"), ("Three", "002"));
    }

    [Fact]
    public async Task Undo_OfADeletion_WhereItWouldBeKeptFromThemNow_IsNotFound()
    {
        await _ada.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { Surprises = false }, null, default);
        var gift = await _ada.GiftAsync(_occasion, recipient: _person.Id);
        using var capture = WriteCapture.Open();
        await _max.Gifts.DeleteAsync(gift.Id, null, default);
        var write = capture.WriteId!.Value;
        await _ada.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput(), null, default);

        await FluentActions.Awaiting(() => _max.Undo.UndoAsync(write, default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Undo_OfAWishTakenBack_IsTheSameWhateverBecameOfItsGift(bool isDeleted)
    {
        var wish = await _max.Wishes.AddAsync(_occasion.Id, new WishInput { Name = "Skates" }, default);
        var gift = (await _ada.Gifts.ListAsync(_occasion.Id, new(), default)).Items.Single();
        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { BuyerId = _ada.MemberId }, null, default);
        using var capture = WriteCapture.Open();
        await _max.Wishes.DeleteAsync(wish.Id, null, default);
        var write = capture.WriteId!.Value;
        if (isDeleted)
        {
            await _ada.Gifts.DeleteAsync(gift.Id, null, default);
        }

        (await _max.Undo.IsOpenAsync(write, default)).Should().BeTrue();
        (await _max.Undo.UndoAsync(write, default)).Remarks.Should().BeEmpty();

        (await _max.Wishes.ListAsync(_occasion.Id, PageRequest.First, default)).Items.Should().ContainSingle().Which.Should().BeEquivalentTo(new { wish.Id, wish.Name, Version = 3L });
        var again = (await _ada.Gifts.ListAsync(_occasion.Id, new(), default)).Items.Single();
        (again.Wished, again.NoLongerWished, again.Id == gift.Id, again.BuyerId is null).Should().Be((true, false, !isDeleted, isDeleted));
    }

    private async Task<IEnumerable<string>> NamesAsync(TestActor actor) =>
        (await actor.Gifts.BoardAsync(_occasion.Id, 100, default)).Columns.SelectMany(c => c.Gifts).Select(g => g.Name);

    private async Task<Guid> RenameAsync(GiftDto gift)
    {
        using var capture = WriteCapture.Open();
        await _max.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Name = "Novel" }, null, default);
        return capture.WriteId!.Value;
    }

    private static Func<Task> Restoring(TestActor actor, Guid id, long version) => () => actor.Gifts.RestoreAsync(id, version, version: null, default);
}
