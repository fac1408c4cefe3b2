using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class UndoTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private TestActor _ada = null!;
    private OccasionDto _occasion = null!;
    private PersonDto _grandma = null!;

    public async Task InitializeAsync()
    {
        _ada = await fixture.World.OrganizationAsync();
        _occasion = await _ada.OccasionAsync();
        _grandma = await _ada.PersonAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Undo_OfAnAddition_TakesItAwayAndRedoBringsItBack()
    {
        var write = await WrittenAsync(() => _ada.GiftAsync(_occasion, name: "Scarf"));

        var undo = await WrittenAsync(() => _ada.Undo.UndoAsync(write, default));
        (await GiftsAsync()).Should().BeEmpty();

        await _ada.Undo.UndoAsync(undo, default);
        (await GiftsAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = "Scarf", Version = 3L });
    }

    [Fact]
    public async Task Undo_OfADeletion_BringsThePictureBackToo()
    {
        var gift = await _ada.Gifts.AddAsync(_occasion.Id, new GiftInput { Name = "Kite", Picture = PictureInput.Of(TestPictures.Png) }, default);
        var write = await WrittenAsync(() => _ada.Gifts.DeleteAsync(gift.Id, null, default));

        (await _ada.Undo.UndoAsync(write, default)).Remarks.Should().BeEmpty();

        (await _ada.Pictures.GetAsync(gift.Id, default)).Bytes.Should().Equal(TestPictures.Png);
    }

    [Fact]
    public async Task Undo_OfAMove_PutsItBackWhereItWas()
    {
        var gifts = new[] { await _ada.GiftAsync(_occasion, name: "A"), await _ada.GiftAsync(_occasion, name: "B"), await _ada.GiftAsync(_occasion, name: "C") };
        var write = await WrittenAsync(() => _ada.Gifts.MoveAsync(gifts[1].Id, new GiftMove(GiftStatus.Purchased, null), null, default));

        await _ada.Undo.UndoAsync(write, default);

        (await ColumnAsync(GiftStatus.Selected)).Should().Equal("A", "B", "C");
    }

    [Fact]
    public async Task Undo_OfAMove_WhosePlaceWasTaken_PutsItBesideTheOther()
    {
        var gifts = new[] { await _ada.GiftAsync(_occasion, name: "A"), await _ada.GiftAsync(_occasion, name: "B"), await _ada.GiftAsync(_occasion, name: "C") };
        var write = await WrittenAsync(() => _ada.Gifts.MoveAsync(gifts[1].Id, new GiftMove(GiftStatus.Purchased, null), null, default));
        var other = await _ada.GiftAsync(_occasion, name: "D");
        await _ada.Gifts.MoveAsync(other.Id, new GiftMove(GiftStatus.Selected, gifts[0].Id), null, default);

        await _ada.Undo.UndoAsync(write, default);

        (await ColumnAsync(GiftStatus.Selected)).Should().Equal("A", "D", "B", "C");
    }

    [Fact]
    public async Task Undo_OfATransfer_TellsBothOccasions()
    {
        var gift = await _ada.GiftAsync(_occasion, recipient: _grandma.Id);
        var easter = await _ada.OccasionAsync(name: "Easter");
        var write = await WrittenAsync(() => _ada.Gifts.TransferAsync(gift.Id, easter.Id, null, default));
        var told = new List<Guid?>();
        fixture.World.Feed.Published += changes => told.AddRange(changes.Select(c => c.Topic.Id));

        await _ada.Undo.UndoAsync(write, default);

        (await GiftsAsync()).Should().ContainSingle();
        told.Should().Contain([_occasion.Id, easter.Id]);
    }

    [Fact]
    public async Task Undo_OfSubBudgets_SetsRaisedTakenAndRemoved()
    {
        var max = await _ada.PersonAsync("Max");
        await SetAsync(100);
        var set = await WrittenAsync(() => SetAsync(120));
        var taken = await WrittenAsync(() => _ada.SubBudgets.TransferAsync(_occasion.Id, new SubBudgetTransferInput(_grandma.Id, max.Id, 30), default));
        (await AmountsAsync(max)).Should().Be((90, 30));

        await _ada.Undo.UndoAsync(taken, default);
        (await AmountsAsync(max)).Should().Be((120, null));

        await FluentActions.Awaiting(() => _ada.Undo.UndoAsync(set, default)).ShouldRefuseAsync<StaleException>();
        var removed = await WrittenAsync(() => _ada.SubBudgets.DeleteAsync(_occasion.Id, BudgetedEntity.Person, _grandma.Id, null, default));
        await _ada.Undo.UndoAsync(removed, default);
        (await AmountsAsync(max)).Should().Be((120, null));
    }

    [Fact]
    public async Task Undo_OfWishes_TakesTheirGiftsWithThem()
    {
        var max = await fixture.World.MemberAsync(_ada, Role.Member);
        await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = max.MemberId }, default);
        var wish = await max.Wishes.AddAsync(_occasion.Id, new WishInput { Name = "Skates" }, default);
        var changed = await WrittenAsync(() => max.Wishes.UpdateAsync(wish.Id, new WishInput { Name = "Roller skates" }, null, default));
        await max.Undo.UndoAsync(changed, default);
        (await GiftsAsync()).Single().Name.Should().Be("Skates");

        var taken = await WrittenAsync(() => max.Wishes.DeleteAsync(wish.Id, null, default));
        var back = await WrittenAsync(() => max.Undo.UndoAsync(taken, default));
        (await GiftsAsync()).Single().Should().BeEquivalentTo(new { Name = "Skates", Wished = true, NoLongerWished = false });

        await max.Undo.UndoAsync(back, default);
        (await GiftsAsync()).Should().BeEmpty();
        (await max.Wishes.ListAsync(_occasion.Id, PageRequest.First, default)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Undo_OfManyGiftsOfOneWrite_TakesThemAllBackOrNone()
    {
        var write = await WrittenAsync(async () =>
        {
            await using var work = await _ada.Get<UnitOfWorkFactory>().WriteAsync(Role.Member, default);
            for (var i = 0; i < 300; i++)
            {
                new GiftingRepository(work).Add(new Gift { Id = Guid.NewGuid(), OrganizationId = _ada.OrganizationId, OccasionId = _occasion.Id, Name = "Imported" });
            }

            await work.CommitAsync(default);
        });
        var one = (await GiftsAsync())[0];
        await _ada.Gifts.UpdateAsync(one.Id, one.ToInput() with { Name = "Edited" }, null, default);
        await FluentActions.Awaiting(() => _ada.Undo.UndoAsync(write, default)).ShouldRefuseAsync<StaleException>();
        (await _ada.Occasions.FiguresAsync(_occasion.Id, default)).Columns.Sum(c => c.Count).Should().Be(300);

        await _ada.Gifts.DeleteAsync(one.Id, null, default);
        await FluentActions.Awaiting(() => _ada.Undo.UndoAsync(write, default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task Undo_AfterSomebodyElsesChange_IsStaleAndOverwritesNothing()
    {
        var max = await fixture.World.MemberAsync(_ada, Role.Member);
        var gift = await _ada.GiftAsync(_occasion);
        var write = await WrittenAsync(() => _ada.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Price = 30 }, null, default));
        await max.Gifts.UpdateAsync(gift.Id, gift.ToInput() with { Price = 40 }, null, default);

        (await FluentActions.Awaiting(() => _ada.Undo.UndoAsync(write, default)).ShouldRefuseAsync<StaleException>()).Message.Should().Contain("Max");

        (await _ada.Undo.IsOpenAsync(write, default)).Should().BeFalse();
        (await _ada.Gifts.GetAsync(gift.Id, default)).Price.Should().Be(40);
    }

    [Fact]
    public async Task Undo_IsForWhoWroteIt()
    {
        var write = await WrittenAsync(() => _ada.GiftAsync(_occasion));
        var others = new[] { await fixture.World.MemberAsync(_ada, Role.Admin), await fixture.World.OrganizationAsync() };

        foreach (var other in others)
        {
            (await other.Undo.IsOpenAsync(write, default)).Should().BeFalse();
            await FluentActions.Awaiting(() => other.Undo.UndoAsync(write, default)).ShouldRefuseAsync<NotFoundException>();
        }

        (await _ada.Undo.IsOpenAsync(write, default)).Should().BeTrue();
    }

    [Fact]
    public async Task Undo_ByWhoMayOnlyReadNow_IsForbidden()
    {
        var max = await fixture.World.MemberAsync(_ada, Role.Member);
        var write = await WrittenAsync(() => max.GiftAsync(_occasion));
        await _ada.Organizations.UpdateMemberAsync(max.MemberId, new MemberInput { Name = "Max", Role = Role.Viewer }, null, default);

        await FluentActions.Awaiting(() => max.Undo.UndoAsync(write, default)).ShouldRefuseAsync<ForbiddenException>();
    }

    [Fact]
    public async Task Undo_OfWhatNoModuleTakesBack_IsNotFound()
    {
        var write = await WrittenAsync(() => _ada.GuestLinks.CreateAsync(_occasion.Id, new GuestLinkInput(), default));

        (await _ada.Undo.IsOpenAsync(write, default)).Should().BeFalse();
        await FluentActions.Awaiting(() => _ada.Undo.UndoAsync(write, default)).ShouldRefuseAsync<NotFoundException>();
        await FluentActions.Awaiting(() => _ada.Undo.UndoAsync(Guid.NewGuid(), default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task Undo_OfADeletedOccasion_BringsBackWhatWentWithIt()
    {
        var occasion = await _ada.OccasionAsync(name: "Easter");
        var person = await _ada.PersonAsync("Olga");
        await _ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, person.Id, 30, version: null, default);
        await _ada.GuestLinks.CreateAsync(occasion.Id, new GuestLinkInput(), default);
        var max = await fixture.World.MemberAsync(_ada, Role.Member, "Max the second");
        await _ada.People.AddAsync(new PersonInput { Name = "Max the second", MemberId = max.MemberId }, default);
        var wish = await max.Wishes.AddAsync(occasion.Id, new WishInput { Name = "Skates", Notes = "Size 42" }, default);
        await _ada.Gifts.DeleteAsync((await _ada.Gifts.ListAsync(occasion.Id, PageRequest.First, default)).Items.Single().Id, null, default);
        var write = await WrittenAsync(() => _ada.Occasions.DeleteAsync(occasion.Id, null, default));

        (await _ada.Undo.UndoAsync(write, default)).Remarks.Should().ContainSingle().Which.Should().Contain("guest links");

        (await _ada.Occasions.GetAsync(occasion.Id, default)).Should().BeEquivalentTo(occasion with { Version = 3 });
        (await _ada.SubBudgets.GetAsync(occasion.Id, BudgetedEntity.Person, person.Id, default)).Amount.Should().Be(30);
        (await max.Wishes.GetAsync(wish.Id, default)).Should().BeEquivalentTo(wish with { Version = 3 });
    }

    [Fact]
    public async Task Undo_OfAPerson_WhoIsLinkedToWhoActs_IsRefused()
    {
        var linked = await WrittenAsync(() => _ada.People.AddAsync(new PersonInput { Name = "Ada", MemberId = _ada.MemberId }, default));

        (await FluentActions.Awaiting(() => _ada.Undo.UndoAsync(linked, default)).ShouldRefuseAsync<ConflictException>()).Code.Should().Be("person.yourself");
    }

    private static async Task<Guid> WrittenAsync(Func<Task> act)
    {
        using var capture = WriteCapture.Open();
        await act();
        return capture.WriteId!.Value;
    }

    private Task<SubBudgetDto> SetAsync(decimal amount) =>
        _ada.SubBudgets.SetAsync(_occasion.Id, BudgetedEntity.Person, _grandma.Id, amount, version: null, default);

    private async Task<(decimal? Grandma, decimal? Other)> AmountsAsync(PersonDto other)
    {
        var figures = await _ada.Occasions.FiguresAsync(_occasion.Id, default);
        return (figures.Of(_grandma.Id).Meter.Total, figures.Of(other.Id).Meter.Total);
    }

    private async Task<IReadOnlyList<GiftDto>> GiftsAsync() => (await _ada.Gifts.ListAsync(_occasion.Id, new(), default)).Items;

    private async Task<IEnumerable<string>> ColumnAsync(GiftStatus status) =>
        (await _ada.Gifts.BoardAsync(_occasion.Id, 9, default)).Columns.Single(c => c.Status == status).Gifts.Select(g => g.Name);
}
