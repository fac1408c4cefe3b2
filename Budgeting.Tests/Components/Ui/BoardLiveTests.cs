using Budgeting.Tests.Support;
using Budgeting.Web.Components.Ui;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Tests.Components;

/// <summary>A board between the move that is being saved and what others change meanwhile.</summary>
public sealed class BoardLiveTests : BoardContext
{
    private readonly TaskCompletionSource<bool> _answer = new();

    [Fact]
    public void Move_BeforeItIsSaved_ShowsAtOnce()
    {
        Answer = _answer.Task;
        var board = RenderBoard();

        Press(board, Book, " ", "ArrowRight", " ");

        NamesIn(board, "Selected").Should().Equal("Book", "Scarf");
        HeaderOf(board, "Idea").Should().Be("Idea 1 $20.00");
    }

    [Fact]
    public void Move_Refused_GoesBack()
    {
        Answer = _answer.Task;
        var board = RenderBoard();
        Press(board, Book, " ", "ArrowRight", " ");

        _answer.SetResult(false);

        board.WaitForAssertion(() => NamesIn(board, "Idea").Should().Equal("Book", "Chess"));
        HeaderOf(board, "Selected").Should().Be("Selected 1 $5.00");
        Said(board).Should().Be("Book was not moved. Column Idea, position 1 of 2.");
    }

    [Fact]
    public void Move_WhileAnotherIsSaved_WaitsForIt()
    {
        Answer = _answer.Task;
        var board = RenderBoard();
        Press(board, Book, " ", "ArrowRight", " ");
        Press(board, Chess, " ", "ArrowRight", " ");
        Moves.Should().ContainSingle();

        _answer.SetResult(true);

        board.WaitForAssertion(() => Moves.Should().HaveCount(2));
        NamesIn(board, "Selected").Should().Equal("Chess", "Book", "Scarf");
    }

    [Fact]
    public void Move_Saved_StaysUntilItIsLoaded()
    {
        var board = RenderBoard();
        Press(board, Book, " ", "ArrowRight", " ");
        NamesIn(board, "Selected").Should().Equal("Book", "Scarf");

        Reload(board, Columns(ideas: [Chess], selected: [Scarf, Book]));

        NamesIn(board, "Selected").Should().Equal("Scarf", "Book");
    }

    [Fact]
    public void Move_LoadedBeforeItIsAnswered_IsShownOnce()
    {
        Answer = _answer.Task;
        var board = RenderBoard();
        Press(board, Book, " ", "ArrowRight", " ");

        Reload(board, Columns(ideas: [Chess], selected: [Book, Scarf]));

        NamesIn(board, "Selected").Should().Equal("Book", "Scarf");
        HeaderOf(board, "Selected").Should().Be("Selected 2 $15.00");
    }

    [Fact]
    public void Reload_WhileACardIsLifted_KeepsItWhereItIs()
    {
        var board = RenderBoard();
        Press(board, Book, " ", "ArrowRight");

        Reload(board, Columns(ideas: [], selected: [Chess, Scarf]));
        NamesIn(board, "Selected").Should().Equal("Book", "Chess", "Scarf");
        Press(board, Book, "ArrowDown", " ");

        Moves.Should().Equal(new BoardMove<Card>(Book, "Selected", Chess.Id));
    }

    [Fact]
    public async Task Reload_WhileACardIsDragged_KeepsItEvenIfItIsGone()
    {
        var board = RenderBoard();
        await board.InvokeAsync(() => board.Instance.PickUp(Chess.Id));

        Reload(board, Columns(ideas: [Book], selected: [Scarf]));
        NamesIn(board, "Idea").Should().Equal("Book", "Chess");
        Answer = Task.FromResult(false);
        await board.InvokeAsync(() => board.Instance.DropAsync(Chess.Id, "Selected", Scarf.Id));

        NamesIn(board, "Selected").Should().Equal("Scarf");
        Said(board).Should().Be("Chess is no longer on the board.");
    }

    [Fact]
    public void Reload_WithACardMovedElsewhere_LetsItGlow() => GlowingAfter(isNews: true).Should().Equal(Book.Id.ToString());

    [Fact]
    public void Reload_BecauseSomethingElseWasAskedFor_DoesNotGlow() => GlowingAfter(isNews: false).Should().BeEmpty();

    [Fact]
    public void Reload_WithACardMovedHere_DoesNotGlow() =>
        GlowingAfter(isNews: true, board => Press(board, Book, " ", "ArrowRight", " ")).Should().BeEmpty();

    [Fact]
    public void Reload_WithOneCardChanged_DrawsThatOneOnly()
    {
        var drawn = new List<Card>();
        var board = RenderBoard();
        board.Render(p => p.Add(b => b.CardPicture, Picture));

        Reload(board, Columns(ideas: [Book with { Amount = 11 }, Chess with { }], selected: [Scarf with { }]));

        drawn.Should().Equal(Book with { Amount = 11 });
        HeaderOf(board, "Idea").Should().Be("Idea 2 $31.00");

        string? Picture(Card card)
        {
            drawn.Add(card);
            return null;
        }
    }

    [Fact]
    public void Reload_WithTheFirstCardGone_OffersTheNextOneNoMoveUp()
    {
        var board = RenderBoard();
        OpenMenu(board, Chess).Words().Should().Contain("Move up");

        Reload(board, Columns(ideas: [Chess]));

        board.ByRole(AriaRole.Group, "More for Chess").Words().Should().Contain("Move to Selected").And.NotContain("Move up");
    }

    private IEnumerable<string?> GlowingAfter(bool isNews, Action<IRenderedComponent<Board<Card>>>? act = null)
    {
        var update = new LiveUpdate();
        var region = Render<CascadingValue<LiveUpdate>>(p => Describe(p, Columns(), update));
        act?.Invoke(region.FindComponent<Board<Card>>());
        update.IsPushed = isNews;

        region.Render(p => Describe(p, Columns(ideas: [Chess], selected: [Scarf, Book]), update));

        return region.FindAll(Looks.Glow).Select(n => n.ParentElement!.GetAttribute("data-card"));
    }
}
