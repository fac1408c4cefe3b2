using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Tests.Gifting;

public sealed class BoardOrderTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private const int Cards = 7;

    private static readonly Arbitrary<Move[]> Moves = (
        from card in Gen.Choose(0, Cards - 1)
        from status in Gen.Elements(Enum.GetValues<GiftStatus>())
        from slot in Gen.Choose(0, Cards)
        select new Move(card, status, slot)).ArrayOf().ToArbitrary();

    [Fact]
    public Task MoveAsync_AnySequence_KeepsTheOrderOfAList() => Task.Run(() => Prop.ForAll(Moves, async moves =>
    {
        var board = await ModelledBoard.CreateAsync(fixture.World);
        foreach (var move in moves)
        {
            await board.MoveAsync(move);
        }

        (await board.ActualAsync()).Should().BeEquivalentTo(board.Model, o => o.WithStrictOrdering());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(12).WithEndSize(60)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task MoveAsync_AgainAndAgainIntoTheSameGap_KeepsTheOrder(int slot)
    {
        var board = await ModelledBoard.CreateAsync(fixture.World);
        for (var i = 0; i < 80; i++)
        {
            await board.MoveAsync(new Move(Card: i % 2 == 0 ? 1 : 2, GiftStatus.Idea, slot));
            (await board.ActualAsync())[GiftStatus.Idea].Should().Equal(board.Model[GiftStatus.Idea]);
        }
    }

    [Fact]
    public async Task MoveAsync_BehindEachOtherTooOften_SaysSoUntilTheOtherIsFirst()
    {
        var board = await ModelledBoard.CreateAsync(fixture.World);
        Task SwapAsync(int i) => board.MoveAsync(new Move(Card: 1 + (i % 2), GiftStatus.Idea, Slot: 2));
        for (var i = 1; i < BoardPlace.MaxDepth; i++)
        {
            await SwapAsync(i);
        }

        await FluentActions.Awaiting(() => SwapAsync(BoardPlace.MaxDepth)).ShouldConflictAsync("board.full");

        await board.MoveAsync(new Move(Card: 1 + ((BoardPlace.MaxDepth + 1) % 2), GiftStatus.Idea, Slot: 0));
        await SwapAsync(BoardPlace.MaxDepth);
        (await board.ActualAsync())[GiftStatus.Idea].Should().Equal(board.Model[GiftStatus.Idea]);
    }

    [Fact]
    public async Task MoveAsync_OntoItsOwnPlace_ChangesNothing()
    {
        var board = await ModelledBoard.CreateAsync(fixture.World);
        var gift = await board.GiftAsync(3);

        var moved = await board.Actor.Gifts.MoveAsync(gift.Id, new GiftMove(gift.Status, gift.Id), gift.Version, default);

        moved.Should().Be(gift);
        (await board.ActualAsync()).Should().BeEquivalentTo(board.Model, o => o.WithStrictOrdering());
    }

    [Fact]
    public async Task MoveAsync_BehindWhatItIsBehindAlready_IsAVersionWhateverLiesHiddenBetween()
    {
        var (ada, max, forMax) = await SurprisedAsync();
        var occasion = await ada.OccasionAsync();
        var first = await ada.GiftAsync(occasion, status: GiftStatus.Idea);
        await ada.GiftAsync(occasion, status: GiftStatus.Idea, recipient: forMax);
        var last = await ada.GiftAsync(occasion, status: GiftStatus.Idea);

        var moved = await max.Gifts.MoveAsync(last.Id, new GiftMove(GiftStatus.Idea, first.Id), version: null, default);

        moved.Version.Should().Be(last.Version + 1);
        (await ada.Gifts.BoardAsync(occasion.Id, 10, default)).Columns[0].Gifts[1].Id.Should().Be(last.Id);
    }

    [Fact]
    public async Task MoveAsync_BetweenTwoOfWhichOneWasAddedBySomebodyWhoDidNotSeeTheOther_PutsItThere()
    {
        var (ada, max, forMax) = await SurprisedAsync();
        var occasion = await ada.OccasionAsync();
        var hidden = await ada.GiftAsync(occasion, status: GiftStatus.Idea, recipient: forMax);
        var theirs = await max.GiftAsync(occasion, status: GiftStatus.Idea);
        var last = await ada.GiftAsync(occasion, status: GiftStatus.Idea);

        await ada.Gifts.MoveAsync(last.Id, new GiftMove(GiftStatus.Idea, hidden.Id), version: null, default);

        var board = await ada.Gifts.BoardAsync(occasion.Id, 10, default);
        board.Columns[0].Gifts.Select(g => g.Id).Should().Equal(hidden.Id, last.Id, theirs.Id);
    }

    private async Task<(TestActor Ada, TestActor Max, Guid ForMax)> SurprisedAsync()
    {
        var ada = await fixture.World.OrganizationAsync();
        var max = await fixture.World.MemberAsync(ada, Role.Member);
        return (ada, max, (await ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = max.MemberId }, default)).Id);
    }

    [Fact]
    public async Task MoveAsync_OrdinaryMove_WritesOneRow()
    {
        var board = await ModelledBoard.CreateAsync(fixture.World);
        var last = await board.GiftAsync(Cards - 1);

        await board.MoveAsync(new Move(Cards - 1, GiftStatus.Idea, Slot: 1));

        await using var db = fixture.World.Db(board.Actor.OrganizationId);
        (await db.Gifts.Where(g => g.Version > 1).Select(g => g.Id).ToListAsync()).Should().Equal(last.Id);
    }

    [Fact]
    public async Task MoveAsync_BehindAGiftThatIsNotThere_IsAConflict()
    {
        var board = await ModelledBoard.CreateAsync(fixture.World);
        var (gift, behind) = (await board.GiftAsync(0), await board.GiftAsync(1));
        var elsewhere = await board.Actor.GiftAsync(await board.Actor.OccasionAsync(), status: GiftStatus.Idea);
        Guid[] wrong = [Guid.NewGuid(), elsewhere.Id, gift.Id, behind.Id];

        foreach (var afterId in wrong)
        {
            await FluentActions.Awaiting(() => board.Actor.Gifts.MoveAsync(gift.Id, new GiftMove(GiftStatus.Selected, afterId), version: null, default))
                .ShouldConflictAsync("board.changed");
        }
    }

    [Fact]
    public async Task MoveAsync_NoSuchStatus_IsRefused()
    {
        var board = await ModelledBoard.CreateAsync(fixture.World);
        var gift = await board.GiftAsync(0);

        await FluentActions.Awaiting(() => board.Actor.Gifts.MoveAsync(gift.Id, new GiftMove((GiftStatus)9, AfterId: null), version: null, default))
            .ShouldBeInvalidAsync("status");
    }

    [Fact]
    public async Task MoveAsync_GiftOfAnotherOrganization_IsNotFound()
    {
        var (board, other) = (await ModelledBoard.CreateAsync(fixture.World), await fixture.World.OrganizationAsync());
        var gift = await board.GiftAsync(0);

        await FluentActions.Awaiting(() => other.Gifts.MoveAsync(gift.Id, new GiftMove(GiftStatus.Idea, AfterId: null), version: null, default))
            .ShouldRefuseAsync<NotFoundException>();
    }

    /// <summary>The card goes to the status, behind the first <paramref name="Slot"/> others there.</summary>
    private sealed record Move(int Card, GiftStatus Status, int Slot);

    /// <summary>A board with seven ideas, and lists that are moved alike.</summary>
    private sealed class ModelledBoard
    {
        private readonly List<Guid> _ids = [];
        private OccasionDto _occasion = null!;

        public required TestActor Actor { get; init; }

        public Dictionary<GiftStatus, List<Guid>> Model { get; } = Enum.GetValues<GiftStatus>().ToDictionary(s => s, _ => new List<Guid>());

        public static async Task<ModelledBoard> CreateAsync(TestWorld world)
        {
            var board = new ModelledBoard { Actor = await world.OrganizationAsync() };
            board._occasion = await board.Actor.OccasionAsync();
            for (var i = 0; i < Cards; i++)
            {
                board._ids.Add((await board.Actor.GiftAsync(board._occasion, status: GiftStatus.Idea)).Id);
            }

            board.Model[GiftStatus.Idea].AddRange(board._ids);
            return board;
        }

        public Task<GiftDto> GiftAsync(int card) => Actor.Gifts.GetAsync(_ids[card], default);

        public async Task MoveAsync(Move move)
        {
            var id = _ids[move.Card];
            var others = Model[move.Status].Where(other => other != id).ToList();
            var slot = Math.Min(move.Slot, others.Count);
            await Actor.Gifts.MoveAsync(id, new GiftMove(move.Status, slot == 0 ? null : others[slot - 1]), version: null, default);
            foreach (var list in Model.Values)
            {
                list.Remove(id);
            }

            Model[move.Status].Insert(slot, id);
        }

        public async Task<Dictionary<GiftStatus, List<Guid>>> ActualAsync() =>
            (await Actor.Gifts.BoardAsync(_occasion.Id, perColumn: 100, default)).Columns.ToDictionary(c => c.Status, c => c.Gifts.Select(g => g.Id).ToList());
    }
}
