using Microsoft.JSInterop;

namespace Budgeting.Web.Components.Ui;

/// <summary>The board without a pointer: lifted, carried and dropped by keys, or moved from a card's menu.</summary>
public sealed partial class Board<TCard>
{
    /// <summary>
    /// A key on a card's face. Called by the script: a card that is carried is drawn anew in each column, and a key typed before
    /// the browser has drawn it would go to a handler that is gone.
    /// </summary>
    [JSInvokable]
    public async Task PressAsync(Guid cardId, string key)
    {
        switch (key)
        {
            case " " when _lift is null:
                TakeUp(cardId, isDragged: false);
                break;
            case " " or "Enter" when _lift is not null:
                await LetGoAsync(_lift);
                break;
            case "Escape":
                PutBack();
                break;
            case "ArrowUp" or "ArrowDown" or "ArrowLeft" or "ArrowRight" when _lift is { IsDragged: false }:
                Carry(_lift, key);
                break;
        }
    }

    private void TakeUp(Guid cardId, bool isDragged)
    {
        if (CanMove && _layout.Find(_shown, cardId) is var (column, index))
        {
            _lift = new Lift(column.Cards[index], column.Key, index, isDragged);
            Arrange();
            Say(BoardWords.Lifted, _lift.Card);
        }
    }

    private void Carry(Lift lift, string key)
    {
        var at = _shown.ToList().FindIndex(c => c.Key == lift.ColumnKey);
        var (column, index) = key switch
        {
            "ArrowLeft" => (at - 1, lift.Index),
            "ArrowRight" => (at + 1, lift.Index),
            "ArrowUp" => (at, lift.Index - 1),
            _ => (at, lift.Index + 1),
        };
        if (column < 0 || column >= _shown.Count)
        {
            return;
        }

        var last = column == at ? _shown[column].Cards.Count - 1 : _shown[column].Cards.Count;
        _lift = lift with { ColumnKey = _shown[column].Key, Index = Math.Clamp(index, 0, last) };
        Arrange();
        Say((_, c, i) => BoardWords.Place(c, i), lift.Card);
    }

    private Task LetGoAsync(Lift lift)
    {
        var (column, index) = _layout.Find(_shown, CardId(lift.Card))!.Value;
        _lift = null;
        return MoveAsync(new BoardMove<TCard>(column.Cards[index], column.Key, _layout.Before(column, index)));
    }

    private Task MoveToAsync(TCard card, string columnKey)
    {
        var column = _shown.Single(c => c.Key == columnKey);
        return MoveAsync(new BoardMove<TCard>(card, columnKey, _layout.Before(column, column.Cards.Count)));
    }

    private Task ShiftAsync(TCard card, int by)
    {
        var (column, index) = _layout.Find(_shown, CardId(card))!.Value;
        var after = by < 0 ? index - 1 : index + by + 1;
        return MoveAsync(new BoardMove<TCard>(card, column.Key, _layout.Before(column, after)));
    }

    private void Say(Func<string, BoardColumn<TCard>, int, string> words, TCard card)
    {
        _said = _layout.Find(_shown, CardId(card)) is var (column, index)
            ? words(CardName(card), column, index)
            : BoardWords.Gone(CardName(card));
        StateHasChanged();
    }

    /// <summary>A card taken up, and where it is shown meanwhile.</summary>
    private sealed record Lift(TCard Card, string ColumnKey, int Index, bool IsDragged);
}
