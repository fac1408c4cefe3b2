namespace Budgeting.Web.Components.Ui;

/// <summary>The board's moves: shown at once, saved one after the other, kept until what was loaded has them.</summary>
public sealed partial class Board<TCard>
{
    private async Task MoveAsync(BoardMove<TCard> move)
    {
        if (!CanMove || IsThere(move))
        {
            Arrange();
            Say(BoardWords.Dropped, move.Card);
            return;
        }

        _moves.Add(new PendingMove(move));
        Arrange();
        Say(BoardWords.Dropped, move.Card);
        if (!_isSaving)
        {
            await SaveAsync();
        }
    }

    private async Task SaveAsync()
    {
        _isSaving = true;
        try
        {
            while (_moves.Find(m => !m.IsSaved) is { } pending)
            {
                await SaveAsync(pending);
            }
        }
        finally
        {
            _isSaving = false;
        }
    }

    private async Task SaveAsync(PendingMove pending)
    {
        var before = Columns;
        pending.IsSaved = await OnMove(pending.Move);
        if (!pending.IsSaved)
        {
            _moves.Remove(pending);
            Arrange();
            Say(BoardWords.Refused, pending.Move.Card);
        }
        else if (!ReferenceEquals(before, Columns) && IsIn(pending.Move))
        {
            // What was loaded while it was being saved has it already.
            _moves.Remove(pending);
            Arrange();
            StateHasChanged();
        }
    }

    private bool IsThere(BoardMove<TCard> move) =>
        _layout.Find(Placed(), CardId(move.Card)) is var (column, index) && column.Key == move.ColumnKey &&
        _layout.Before(column, index) == move.AfterId;

    private bool IsIn(BoardMove<TCard> move) =>
        _layout.Find(Columns, CardId(move.Card)) is var (column, _) && column.Key == move.ColumnKey;

    private void Arrange() => _shown = _lift is null ? Placed() : _layout.Place(Placed(), Fresh(_lift.Card), _lift.ColumnKey, _lift.Index);

    private IReadOnlyList<BoardColumn<TCard>> Placed() =>
        _moves.Aggregate(Columns, (columns, m) => _layout.Place(columns, m.Move with { Card = Fresh(m.Move.Card) }));

    // As it was loaded last; one that was deleted meanwhile is kept until the service says so.
    private TCard Fresh(TCard card) => _layout.Find(Columns, CardId(card)) is var (column, index) ? column.Cards[index] : card;

    // Cards that somebody else put into a column are highlighted there.
    private void NoteArrivals()
    {
        _arrived.Clear();
        if (_given is not null && Update is { IsPushed: true } && !IsAsBefore(_given))
        {
            var before = _given.SelectMany(c => c.Cards.Select(card => (CardId(card), c.Key))).ToHashSet();
            var own = _moves.Select(m => CardId(m.Move.Card)).ToHashSet();
            var arrived = Columns.SelectMany(c => c.Cards.Select(card => (Id: CardId(card), c.Key))).Where(c => !before.Contains(c) && !own.Contains(c.Id));
            _revision++;
            foreach (var (id, _) in arrived)
            {
                _arrived[id] = _revision;
            }
        }
    }

    // Mostly only something on a card changed.
    private bool IsAsBefore(IReadOnlyList<BoardColumn<TCard>> before) =>
        before.Count == Columns.Count &&
        before.Zip(Columns).All(c => c.First.Key == c.Second.Key && c.First.Cards.Select(CardId).SequenceEqual(c.Second.Cards.Select(CardId)));

    private sealed class PendingMove(BoardMove<TCard> move)
    {
        public BoardMove<TCard> Move { get; } = move;

        public bool IsSaved { get; set; }
    }
}
