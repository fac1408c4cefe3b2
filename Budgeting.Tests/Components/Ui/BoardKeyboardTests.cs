using Budgeting.Tests.Support;
using Budgeting.Web.Components.Ui;
using Bunit;

namespace Budgeting.Tests.Components;

public sealed class BoardKeyboardTests : BoardContext
{
    [Fact]
    public void Space_LiftsTheCard_AndSaysWhereItIs()
    {
        var board = RenderBoard();

        Press(board, Chess, " ");

        Said(board).Should().Be("Chess lifted. Column Idea, position 2 of 2.");
        board.FindAll("[data-lifted]").Should().ContainSingle().Which.TextContent.Should().StartWith("Chess");
    }

    [Fact]
    public void Arrows_MoveTheLiftedCard_WithoutSaving()
    {
        var board = RenderBoard();

        Press(board, Book, " ", "ArrowRight", "ArrowDown");

        Said(board).Should().Be("Column Selected, position 2 of 2.");
        NamesIn(board, "Selected").Should().Equal("Scarf", "Book");
        HeaderOf(board, "Selected").Should().Be("Selected 2 $15.00");
        Moves.Should().BeEmpty();
    }

    [Fact]
    public void Arrows_AtTheBordersOfTheBoard_LeaveTheCard()
    {
        var board = RenderBoard();

        Press(board, Book, " ", "ArrowLeft", "ArrowUp");

        NamesIn(board, "Idea").Should().Equal("Book", "Chess");
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("Enter")]
    public void SpaceOrEnter_DropsTheLiftedCard(string key)
    {
        var board = RenderBoard();

        Press(board, Book, " ", "ArrowRight", "ArrowDown", key);

        Moves.Should().Equal(new BoardMove<Card>(Book, "Selected", Scarf.Id));
        Said(board).Should().Be("Book dropped. Column Selected, position 2 of 2.");
        board.FindAll("[data-lifted]").Should().BeEmpty();
    }

    [Fact]
    public void Escape_PutsTheCardBack()
    {
        var board = RenderBoard();

        Press(board, Chess, " ", "ArrowRight", "Escape");

        NamesIn(board, "Idea").Should().Equal("Book", "Chess");
        Said(board).Should().Be("Chess put back. Column Idea, position 2 of 2.");
        Moves.Should().BeEmpty();
    }

    [Fact]
    public void Arrows_WithNothingLifted_MoveNothing()
    {
        var board = RenderBoard();

        Press(board, Book, "ArrowDown", "ArrowRight");

        NamesIn(board, "Idea").Should().Equal("Book", "Chess");
        Said(board).Should().BeEmpty();
    }

    [Fact]
    public void Instructions_AreReachableFromEveryCard()
    {
        var board = RenderBoard();

        board.AllByRole(AriaRole.Listitem).Should().HaveCount(3).And.OnlyContain(c => c.AllByRole(AriaRole.Button)[0].Description().Contains("Space to lift"));
    }

    [Fact]
    public async Task Reader_CanNeitherLiftNorDragNorSeesAMenu()
    {
        var board = RenderBoard(canMove: false);

        Press(board, Book, " ", "ArrowRight", " ");
        await board.InvokeAsync(() => board.Instance.PickUp(Book.Id));
        await board.InvokeAsync(() => board.Instance.DropAsync(Book.Id, "Selected", afterId: null));

        Moves.Should().BeEmpty();
        board.FindAll($"[data-movable], [data-lifted], {Looks.Dragged}, [popover], [aria-describedby]").Should().BeEmpty();
    }
}
