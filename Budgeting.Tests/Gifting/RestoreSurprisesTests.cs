using Budgeting.Core.Gifting;
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
        var gift = await _ada.GiftAsync(_occasion, recipient: _person.Id);
        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { RecipientId = null }, null, default);
        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { RecipientId = null, Name = "Lamp" }, null, default);

        var hidden = await Restoring(_max, gift.Id, 1).ShouldRefuseAsync<NotFoundException>();
        var none = await Restoring(_max, gift.Id, 99).ShouldRefuseAsync<NotFoundException>();

        hidden.Message.Should().Be(none.Message);
        await _ada.History.RestoreAsync(gift.Id, 1, null, default);
    }

    [Fact]
    public async Task Restore_OfASurprise_IsNotFound()
    {
        var gift = await _ada.GiftAsync(_occasion, recipient: _person.Id);

        await Restoring(_max, gift.Id, 1).ShouldRefuseAsync<NotFoundException>();
        await _ada.Gifts.DeleteAsync(gift.Id, null, default);
        await Restoring(_max, gift.Id, 1).ShouldRefuseAsync<NotFoundException>();
        (await _max.History.ListDeletedAsync(_occasion.Id, default)).Should().BeEmpty();
        (await _ada.History.ListDeletedAsync(_occasion.Id, default)).Should().ContainSingle();
    }

    [Fact]
    public async Task AGiftThatIsGone_SaysNotWhetherItWasDeletedOrBecameASurprise()
    {
        var (deleted, surprise) = (await _ada.GiftAsync(_occasion), await _ada.GiftAsync(_occasion));
        await _ada.Gifts.DeleteAsync(deleted.Id, null, default);
        await _ada.Gifts.UpdateAsync(surprise.Id, surprise.ToInput() with { RecipientId = _person.Id }, null, default);

        (await _max.History.ListDeletedAsync(_occasion.Id, default)).Should().BeEmpty();
        foreach (var id in new[] { deleted.Id, surprise.Id })
        {
            await FluentActions.Awaiting(() => _max.History.ListAsync(id, default)).ShouldRefuseAsync<NotFoundException>();
            await Restoring(_max, id, 1).ShouldRefuseAsync<NotFoundException>();
        }
    }

    [Fact]
    public async Task WhatTheyDeletedThemselves_CanBeRestored()
    {
        var gift = await _ada.GiftAsync(_occasion);
        await _max.Gifts.DeleteAsync(gift.Id, null, default);

        (await _max.History.ListDeletedAsync(_occasion.Id, default)).Should().ContainSingle().Which.Id.Should().Be(gift.Id);
        (await _max.History.RestoreAsync(gift.Id, 1, 2, default)).Gift.Name.Should().Be("Book");
    }

    [Fact]
    public async Task TheirWish_TakenBackByThem_IsNotAmongTheDeleted()
    {
        var wish = await _max.Wishes.AddAsync(_occasion.Id, new WishInput { Name = "Skates" }, default);
        await _max.Wishes.DeleteAsync(wish.Id, null, default);

        (await _max.History.ListDeletedAsync(_occasion.Id, default)).Should().BeEmpty();
        (await _ada.History.ListDeletedAsync(_occasion.Id, default)).Should().ContainSingle();
    }

    [Fact]
    public async Task History_OfAGiftThatCameFromAnOpenOccasion_EndsWhereItBecameASurprise()
    {
        var open = await _ada.OccasionAsync(name: "Open");
        await _ada.Occasions.UpdateAsync(open.Id, open.ToInput() with { Surprises = false }, null, default);
        var gift = await _ada.GiftAsync(open, recipient: _person.Id);
        (await _max.History.ListAsync(gift.Id, default)).Should().ContainSingle();

        await _ada.Gifts.TransferAsync(gift.Id, _occasion.Id, null, default);

        await FluentActions.Awaiting(() => _max.History.ListAsync(gift.Id, default)).ShouldRefuseAsync<NotFoundException>();
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
        using var receipt = WriteReceipt.Open();
        var gift = await _max.GiftAsync(_occasion, recipient: _person.Id);
        var write = receipt.WriteId!.Value;
        (await _max.Undo.IsOpenAsync(write, default)).Should().BeTrue();
        await _ada.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput(), null, default);
        if (isTouched)
        {
            await _ada.Gifts.DeleteAsync(gift.Id, null, default);
        }

        (await _max.Undo.IsOpenAsync(write, default)).Should().BeFalse();
    }

    [Fact]
    public async Task History_OfWhatWasASurpriseUntilNow_IsEmpty()
    {
        var gift = await _ada.GiftAsync(_occasion, recipient: _person.Id);
        await _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { RecipientId = null }, null, default);

        (await _max.History.ListAsync(gift.Id, default)).Should().BeEmpty();
        (await Restoring(_max, gift.Id, 1).ShouldRefuseAsync<NotFoundException>()).Message.Should().Be(new NotFoundException("version").Message);
    }

    [Fact]
    public async Task Undo_OfADeletion_WhereItWouldBeKeptFromThemNow_IsNotFound()
    {
        await _ada.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { Surprises = false }, null, default);
        var gift = await _ada.GiftAsync(_occasion, recipient: _person.Id);
        using var receipt = WriteReceipt.Open();
        await _max.Gifts.DeleteAsync(gift.Id, null, default);
        var write = receipt.WriteId!.Value;
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
        using var receipt = WriteReceipt.Open();
        await _max.Wishes.DeleteAsync(wish.Id, null, default);
        var write = receipt.WriteId!.Value;
        if (isDeleted)
        {
            await _ada.Gifts.DeleteAsync(gift.Id, null, default);
        }

        (await _max.Undo.IsOpenAsync(write, default)).Should().BeTrue();
        (await _max.Undo.UndoAsync(write, default)).Remarks.Should().BeEmpty();

        (await _max.Wishes.ListAsync(_occasion.Id, default)).Should().ContainSingle().Which.Should().BeEquivalentTo(new { wish.Id, wish.Name, Version = 3L });
        var again = (await _ada.Gifts.ListAsync(_occasion.Id, new(), default)).Items.Single();
        (again.Wished, again.NoLongerWished, again.Id == gift.Id, again.BuyerId is null).Should().Be((true, false, !isDeleted, isDeleted));
    }

    private async Task<Guid> RenameAsync(GiftDto gift)
    {
        using var receipt = WriteReceipt.Open();
        await _max.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Name = "Novel" }, null, default);
        return receipt.WriteId!.Value;
    }

    private static Func<Task> Restoring(TestActor actor, Guid id, long version) => () => actor.History.RestoreAsync(id, version, version: null, default);
}
