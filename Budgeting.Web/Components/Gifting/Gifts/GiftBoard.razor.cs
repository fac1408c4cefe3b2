using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.Gifting;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Gifting;

/// <summary>An occasion's gifts in four columns, by how far they are.</summary>
public sealed partial class GiftBoard : ComponentBase
{
    private static readonly Memoized<OccasionPage, IReadOnlyList<BoardColumn<BoardGift>>> Unfiltered = new(ColumnsOf);

    private static readonly Memoized<OccasionPage, Dictionary<Guid, GiftDto>> ById = new(
        page => page.Board!.Columns.SelectMany(c => c.Gifts).ToDictionary(g => g.Id));

    private readonly Dictionary<Guid, long> _versions = [];
    private readonly Dictionary<Guid, ChangeHighlight> _highlights = [];
    private OccasionPage? _shown;
    private IReadOnlyList<BoardColumn<BoardGift>> _columns = [];

    /// <summary>The page as it was loaded.</summary>
    [Parameter, EditorRequired]
    public OccasionPage Page { get; set; } = null!;

    [Parameter]
    public bool CanWrite { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<GiftDto> OnEdit { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<GiftDto> OnHistory { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<GiftDto> OnDelete { get; set; }

    /// <summary>Called where there are more gifts than the page has.</summary>
    [Parameter]
    public EventCallback OnShowMore { get; set; }

    /// <summary>Where all gifts are listed.</summary>
    [Parameter]
    public string? ListAddress { get; set; }

    /// <summary>The segment of the meter that the page is filtered by.</summary>
    [Parameter]
    public string? Segment { get; set; }

    [Parameter]
    public EventCallback OnClearFilter { get; set; }

    [CascadingParameter]
    private LiveUpdate? Update { get; set; }

    [Inject]
    private GiftsService Gifts { get; set; } = null!;

    [Inject]
    private UndoableActions UndoableActions { get; set; } = null!;

    [Inject]
    private Actions Actions { get; set; } = null!;

    private Currency Currency => Page.Figures.Meter.Currency;

    protected override void OnParametersSet()
    {
        // While the page goes from the list to the board it still has the list.
        if (Page.Board is null || ReferenceEquals(_shown, Page))
        {
            return;
        }

        HighlightPrices();
        _shown = Page;
        _columns = Segment is null ? Unfiltered.Of(Page) : Unfiltered.Of(Page).Select(Filtered).ToList();
    }

    private void HighlightPrices()
    {
        if (_shown is null)
        {
            return;
        }

        var before = ById.Of(_shown);
        foreach (var (id, now) in ById.Of(Page))
        {
            if (before.TryGetValue(id, out var then) && (now.Price, now.DiscountPrice, now.Quantity) != (then.Price, then.DiscountPrice, then.Quantity))
            {
                (_highlights.TryGetValue(id, out var highlight) ? highlight : _highlights[id] = new ChangeHighlight()).Highlight(Update);
            }
        }
    }

    private Task<bool> MoveAsync(BoardMove<BoardGift> move) => Actions.TryAsync(async () =>
    {
        // The page may not have been loaded again since the last move of the same gift.
        var version = Math.Max(move.Card.Gift.Version, _versions.GetValueOrDefault(move.Card.Gift.Id));
        var target = new GiftMove(Enum.Parse<GiftStatus>(move.ColumnKey), move.AfterId);
        var moved = await UndoableActions.DoAsync(
            () => Gifts.MoveAsync(move.Card.Gift.Id, target, version, CancellationToken.None), gift => GiftWords.Moved(gift, move.Card.Gift.Status));
        _versions[moved.Id] = moved.Version;
    });

    private Task OpenAsync(BoardGift card) => (CanWrite ? OnEdit : OnHistory).InvokeAsync(card.Gift);

    private BoardColumn<BoardGift> Filtered(BoardColumn<BoardGift> column) =>
        column.Count == 0 || GiftMeter.IsIn(Segment, Enum.Parse<GiftStatus>(column.Key), Page.Occasion.IdeasCountAsPlanned)
            ? column
            : column with { EmptyText = $"{OccasionWords.Gifts(column.Count)} hidden by the filter", IsFilteredOut = true };

    private static IReadOnlyList<BoardColumn<BoardGift>> ColumnsOf(OccasionPage page)
    {
        var people = page.People.ToDictionary(p => p.Id, p => p.Name);
        var members = page.Members.ToDictionary(m => m.Id, m => m.Name);
        return page.Board!.Columns.Select(ColumnOf).ToList();

        BoardColumn<BoardGift> ColumnOf(BoardColumn column)
        {
            var title = column.Status.ToString();
            return new(title, title, column.Count, column.Gifts.Select(CardOf).ToList(), column.Total, EmptyTextOf(column.Status));
        }

        BoardGift CardOf(GiftDto gift) => new(gift, page.Figures.Meter.Currency, NameOf(people, gift.RecipientId), NameOf(members, gift.BuyerId));
    }

    private static string EmptyTextOf(GiftStatus status) => status switch
    {
        GiftStatus.Idea => "No ideas yet",
        GiftStatus.Selected => "Nothing selected yet",
        GiftStatus.Purchased => "Nothing purchased yet",
        _ => "Nothing received yet",
    };

    private static string? NameOf(Dictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
}

/// <summary>A gift as its card shows it.</summary>
/// <param name="Recipient">The name of the person it is for.</param>
/// <param name="Buyer">The name of the member who buys it.</param>
public sealed record BoardGift(GiftDto Gift, Currency Currency, string? Recipient, string? Buyer);
