using Budgeting.Tests.Support;
using Budgeting.Web.Components.Ui;
using Bunit;

namespace Budgeting.Tests.Components;

public sealed class BoardTests : BoardContext
{
    [Fact]
    public void Column_WithCards_ShowsCountAndTotal() => HeaderOf(RenderBoard(), "Idea").Should().Be("Idea 2 $30.00");

    [Fact]
    public void Cards_AreListItemsInTheOrderGiven()
    {
        var board = RenderBoard(Columns(ideas: [Chess, Book]));

        NamesIn(board, "Idea").Should().Equal("Chess", "Book");
    }

    [Fact]
    public void EmptyColumn_SaysSo_AndInvitesWhileACardIsLifted()
    {
        var board = RenderBoard(Columns(selected: []));
        ColumnOf(board, "Selected").ByRole(AriaRole.Paragraph).Words().Should().Be("Nothing yet");

        Press(board, Book, " ");

        ColumnOf(board, "Selected").ByRole(AriaRole.Paragraph).Words().Should().Be("Drop here");
    }

    [Fact]
    public void Column_WithMoreCardsThanShown_OffersMore()
    {
        var asked = false;
        var board = RenderBoard([Columns()[0] with { Count = 5 }, Columns()[1]]);
        board.Render(p => p.Add(b => b.OnShowMore, () => asked = true));

        board.AllByRole(AriaRole.Button).Should().ContainSingle(b => b.AccessibleName().StartsWith("Show"));
        ColumnOf(board, "Idea").ByRole(AriaRole.Button, "Show more (3)").Click();

        asked.Should().BeTrue();
    }

    [Fact]
    public void Column_OfManyCards_LeadsToTheList()
    {
        var many = Enumerable.Range(0, Board<Card>.MostShown).Select(i => Columns()[0].Cards[0] with { Id = Guid.CreateVersion7() }).ToList();
        var board = RenderBoard([Columns()[0] with { Cards = many, Count = 100_000 }, Columns()[1]]);
        board.Render(p => p.Add(b => b.OnShowMore, () => { }).Add(b => b.ListAddress, "/list"));

        board.AllByRole(AriaRole.Button).Should().NotContain(b => b.AccessibleName().StartsWith("Show"));
        ColumnOf(board, "Idea").ByRole(AriaRole.Link).AccessibleName().Should().Be("99700 more in the list");
    }

    [Fact]
    public void Strip_RepeatsEachColumnsTotal() =>
        RenderBoard().ByRole(AriaRole.Navigation, "Gifts: columns").AllByRole(AriaRole.Button).Select(b => b.AccessibleName()).Should().SatisfyRespectively(
            idea => idea.Should().Contain("Idea").And.Contain("$30.00"),
            selected => selected.Should().Contain("Selected").And.Contain("$5.00"));

    [Fact]
    public void Card_Clicked_Opens()
    {
        Card? opened = null;
        var board = RenderBoard();
        board.Render(p => p.Add(b => b.OnOpen, c => opened = c));

        FaceOf(board, Chess).Click();

        opened.Should().Be(Chess);
    }

    [Fact]
    public void Menu_MoveTo_PutsTheCardBehindTheLastOne()
    {
        var board = RenderBoard();

        Choose(board, Book, "Move to Selected");

        Moves.Should().Equal(new BoardMove<Card>(Book, "Selected", Scarf.Id));
        NamesIn(board, "Selected").Should().Equal("Scarf", "Book");
    }

    [Fact]
    public void Menu_UpAndDown_MoveWithinTheColumn()
    {
        var board = RenderBoard(Columns(ideas: [Book, Chess, Scarf], selected: []));

        Choose(board, Scarf, "Move up");
        Choose(board, Book, "Move down");

        Moves.Should().Equal(new BoardMove<Card>(Scarf, "Idea", Book.Id), new BoardMove<Card>(Book, "Idea", Scarf.Id));
        NamesIn(board, "Idea").Should().Equal("Scarf", "Book", "Chess");
    }

    [Fact]
    public void Menu_OfTheOnlyCard_OffersNeitherUpNorDown()
    {
        var board = RenderBoard();

        OpenMenu(board, Scarf).AllByRole(AriaRole.Button).Select(b => b.AccessibleName()).Should().Equal("Move to Idea");
    }

    [Fact]
    public async Task Drop_FirstInAnEmptyColumn_HasNothingBeforeIt()
    {
        var board = RenderBoard(Columns(selected: []));

        await board.InvokeAsync(() => board.Instance.PickUp(Chess.Id));
        await board.InvokeAsync(() => board.Instance.DropAsync(Chess.Id, "Selected", afterId: null));

        Moves.Should().Equal(new BoardMove<Card>(Chess, "Selected", AfterId: null));
    }

    [Fact]
    public async Task Drop_WhereTheCardWas_MovesNothing()
    {
        var board = RenderBoard();

        await board.InvokeAsync(() => board.Instance.PickUp(Chess.Id));
        await board.InvokeAsync(() => board.Instance.DropAsync(Chess.Id, "Idea", Book.Id));

        Moves.Should().BeEmpty();
        board.FindAll(Looks.Dragged).Should().BeEmpty();
    }
}
