using Budgeting.Core.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Budgeting.Web.Components.Ui;

/// <summary>
/// Cards in columns, moved by mouse, finger, keyboard or a card's menu. A move shows at once and goes back where the service
/// refuses it; what others change meanwhile shows around the card that is being moved.
/// </summary>
/// <typeparam name="TCard">What a card stands for; equal while nothing about it changed.</typeparam>
public sealed partial class Board<TCard> : ComponentBase, IAsyncDisposable
    where TCard : notnull
{
    /// <summary>How many cards a column shows at most.</summary>
    public const int MostShown = 300;

    private readonly string _id = $"board-{Guid.NewGuid():N}";
    private readonly List<PendingMove> _moves = [];
    private readonly Dictionary<Guid, int> _arrived = [];
    private readonly HashSet<Guid> _opened = [];
    private BoardLayout<TCard> _layout = null!;
    private IReadOnlyList<BoardColumn<TCard>>? _given;
    private IReadOnlyList<BoardColumn<TCard>> _shown = [];
    private Lift? _lift;
    private string _said = "";
    private string? _current;
    private int _revision;
    private bool _isSaving;
    private ElementReference _root;
    private DotNetObjectReference<Board<TCard>>? _self;
    private IJSObjectReference? _script;
    private IJSObjectReference? _attached;

    /// <summary>What the board shows, for screen readers.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>A new list when, and only when, something was loaded.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<BoardColumn<TCard>> Columns { get; set; } = [];

    [Parameter, EditorRequired]
    public Func<TCard, Guid> CardId { get; set; } = null!;

    [Parameter, EditorRequired]
    public Func<TCard, string> CardName { get; set; } = null!;

    /// <summary>What a card adds to its column's total.</summary>
    [Parameter]
    public Func<TCard, decimal>? CardTotal { get; set; }

    /// <summary>Where a small picture of a card is; <c>null</c>: it has none.</summary>
    [Parameter]
    public Func<TCard, string?>? CardPicture { get; set; }

    /// <summary>The currency of the totals; without one none is shown.</summary>
    [Parameter]
    public Currency? Currency { get; set; }

    /// <summary>What stands under a card's name.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<TCard> CardTemplate { get; set; } = null!;

    /// <summary>Called where a filter keeps a column's cards away.</summary>
    [Parameter]
    public EventCallback OnClearFilter { get; set; }

    /// <summary>Further entries of a card's menu.</summary>
    [Parameter]
    public RenderFragment<TCard>? CardMenu { get; set; }

    [Parameter]
    public bool CanMove { get; set; }

    /// <summary>Moves the card through a service and answers whether it was done; a refusal is told by whoever answers.</summary>
    [Parameter, EditorRequired]
    public Func<BoardMove<TCard>, Task<bool>> OnMove { get; set; } = null!;

    [Parameter, EditorRequired]
    public EventCallback<TCard> OnOpen { get; set; }

    /// <summary>Called to show more cards of columns that have more.</summary>
    [Parameter]
    public EventCallback OnShowMore { get; set; }

    /// <summary>Where all are listed, page by page: a column shows so many and no more.</summary>
    [Parameter]
    public string? ListAddress { get; set; }

    [CascadingParameter]
    private LiveUpdate? Update { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    private string HelpId => $"{_id}-help";

    /// <summary>Takes the card up where it is. Called by the script at the start of a drag.</summary>
    [JSInvokable]
    public void PickUp(Guid cardId) => TakeUp(cardId, isDragged: true);

    /// <summary>Puts the card behind another one of the column, or first. Called by the script at the end of a drag.</summary>
    [JSInvokable]
    public Task DropAsync(Guid cardId, string columnKey, Guid? afterId)
    {
        var card = _layout.Find(_shown, cardId) is var (column, index) ? column.Cards[index] : default;
        _lift = null;
        return card is null ? Task.CompletedTask : MoveAsync(new BoardMove<TCard>(card, columnKey, afterId));
    }

    /// <summary>Puts what is taken up back where it was.</summary>
    [JSInvokable]
    public void PutBack()
    {
        if (_lift is { } lift)
        {
            _lift = null;
            Arrange();
            Say(BoardWords.Cancelled, lift.Card);
        }
    }

    /// <summary>Marks the column that was swiped to. Called by the script.</summary>
    [JSInvokable]
    public void ShowColumn(string columnKey)
    {
        _current = columnKey;
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_attached is not null)
            {
                await _attached.InvokeVoidAsync("detach");
                await _attached.DisposeAsync();
            }

            if (_script is not null)
            {
                await _script.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the script with it.
        }

        _self?.Dispose();
    }

    protected override void OnParametersSet()
    {
        _layout ??= new BoardLayout<TCard>(CardId, CardTotal);
        if (!ReferenceEquals(_given, Columns))
        {
            NoteArrivals();
            _given = Columns;
            _moves.RemoveAll(m => m.IsSaved);
        }

        Arrange();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _script = await Js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/board.js"]}");
            _attached = await _script.InvokeAsync<IJSObjectReference>("attach", _root, _self);
        }
    }

    // Everything that a column's drawing depends on; while a card is carried, where it is.
    private object LookOf(BoardColumn<TCard> column) =>
        (column, _lift, CanMove, Currency, OnShowMore.HasDelegate, _opened.Count, column.Cards.Max(c => (int?)_arrived.GetValueOrDefault(CardId(c))));

    // The same of a card. What its menu offers depends on the place, too.
    private object LookOf(BoardColumn<TCard> column, TCard card)
    {
        var isEnd = (ReferenceEquals(column.Cards[0], card), ReferenceEquals(column.Cards[^1], card));
        return (card, column.Key, isEnd, StateOf(card), CanMove, _opened.Contains(CardId(card)), _arrived.GetValueOrDefault(CardId(card)));
    }

    private string HeadingId(BoardColumn<TCard> column) => $"{_id}-{column.Key}";

    private bool IsLifted(TCard card) => _lift is { IsDragged: false } lift && CardId(lift.Card) == CardId(card);

    private string? StateOf(TCard card) =>
        _lift is { } lift && CardId(lift.Card) == CardId(card) ? (lift.IsDragged ? "dragged" : "lifted") : null;
}
