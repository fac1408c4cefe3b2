using AngleSharp.Dom;
using Budgeting.Core.Kernel;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Ui;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Tests.Components;

/// <summary>A board with two columns: book and chess, and scarf.</summary>
public abstract class BoardContext : BunitContext
{
    protected static readonly Card Book = new(Guid.NewGuid(), "Book", 10);
    protected static readonly Card Chess = new(Guid.NewGuid(), "Chess", 20);
    protected static readonly Card Scarf = new(Guid.NewGuid(), "Scarf", 5);

    protected BoardContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule();
    }

    protected ICollection<BoardMove<Card>> Moves { get; } = new List<BoardMove<Card>>();

    /// <summary>What the service answers to a move.</summary>
    protected Task<bool> Answer { get; set; } = Task.FromResult(true);

    protected static IReadOnlyList<BoardColumn<Card>> Columns(Card[]? ideas = null, Card[]? selected = null) =>
        [ColumnOf("Idea", ideas ?? [Book, Chess]), ColumnOf("Selected", selected ?? [Scarf])];

    protected IRenderedComponent<Board<Card>> RenderBoard(IReadOnlyList<BoardColumn<Card>>? columns = null, bool canMove = true) =>
        Render<Board<Card>>(p => Describe(p, columns ?? Columns(), canMove));

    /// <summary>The board in a live region that has news.</summary>
    protected void Describe(ComponentParameterCollectionBuilder<CascadingValue<LiveUpdate>> region, IReadOnlyList<BoardColumn<Card>> columns, LiveUpdate update) =>
        region.Add(r => r.Value, update).AddChildContent<Board<Card>>(p => Describe(p, columns, canMove: true));

    protected static void Reload(IRenderedComponent<Board<Card>> board, IReadOnlyList<BoardColumn<Card>> columns) =>
        board.Render(p => p.Add(b => b.Columns, columns));

    protected static string[] NamesIn(IRenderedComponent<Board<Card>> board, string column) =>
        ColumnOf(board, column).AllByRole(AriaRole.Listitem).Select(c => c.AllByRole(AriaRole.Button)[0].AccessibleName()).ToArray();

    protected static string HeaderOf(IRenderedComponent<Board<Card>> board, string column) =>
        ColumnOf(board, column).QuerySelector("header")!.Words();

    protected static string Said(IRenderedComponent<Board<Card>> board) => board.ByRole(AriaRole.Status).Words();

    protected static IElement FaceOf(IRenderedComponent<Board<Card>> board, Card card) => board.ByRole(AriaRole.Button, card.Name);

    protected static void Press(IRenderedComponent<Board<Card>> board, Card card, params string[] keys)
    {
        foreach (var key in keys)
        {
            _ = board.InvokeAsync(() => board.Instance.PressAsync(card.Id, key));
        }
    }

    protected static IElement ColumnOf(IRenderedComponent<Board<Card>> board, string column) =>
        board.AllByRole(AriaRole.Region).Single(c => c.AccessibleName().StartsWith(column, StringComparison.Ordinal));

    protected static IElement OpenMenu(IRenderedComponent<Board<Card>> board, Card card)
    {
        board.ByRole(AriaRole.Group, $"More for {card.Name}").Toggle();
        return board.ByRole(AriaRole.Group, $"More for {card.Name}");
    }

    protected static void Choose(IRenderedComponent<Board<Card>> board, Card card, string entry) => OpenMenu(board, card).ByRole(AriaRole.Button, entry).Click();

    private void Describe(ComponentParameterCollectionBuilder<Board<Card>> board, IReadOnlyList<BoardColumn<Card>> columns, bool canMove) => board
        .Add(b => b.Label, "Gifts")
        .Add(b => b.Columns, columns)
        .Add(b => b.CardId, c => c.Id)
        .Add(b => b.CardName, c => c.Name)
        .Add(b => b.CardTotal, c => c.Amount)
        .Add(b => b.Currency, Currency.Of("USD"))
        .Add(b => b.CardTemplate, c => $"<i>{c.Amount}</i>")
        .Add(b => b.CanMove, canMove)
        .Add(b => b.OnMove, SaveAsync);

    private Task<bool> SaveAsync(BoardMove<Card> move)
    {
        Moves.Add(move);
        return Answer;
    }

    private static BoardColumn<Card> ColumnOf(string key, Card[] cards) => new(key, key, cards.Length, cards, cards.Sum(c => c.Amount), "Nothing yet");

    protected sealed record Card(Guid Id, string Name, decimal Amount);
}
