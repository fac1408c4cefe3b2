using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Components.Ui.Boards;
using Budgeting.Web.Components.Ui.Undo;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Gifting;

/// <summary>An occasion's gifts in four columns, by how far they are.</summary>
public sealed partial class GiftBoard : ComponentBase
{
    private readonly Dictionary<Guid, long> _versions = [];
    private OccasionPage? _shown;
    private IReadOnlyList<BoardColumn<GiftDto>> _columns = [];
    private Dictionary<Guid, string> _people = [];
    private Dictionary<Guid, string> _members = [];

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

    /// <summary>The segment of the meter that the page is filtered by.</summary>
    [Parameter]
    public string? Segment { get; set; }

    [Parameter]
    public EventCallback OnClearFilter { get; set; }

    [Inject]
    private GiftsService Gifts { get; set; } = null!;

    [Inject]
    private Undos Undos { get; set; } = null!;

    [Inject]
    private Actions Actions { get; set; } = null!;

    private Currency Currency => Page.Figures.Meter.Currency;

    protected override void OnParametersSet()
    {
        // While the page goes from the list to the board it still has the list.
        if (Page.Board is not { } board || ReferenceEquals(_shown, Page))
        {
            return;
        }

        _shown = Page;
        _columns = board.Columns.Select(ColumnOf).ToList();
        _people = Page.People.ToDictionary(p => p.Id, p => p.Name);
        _members = Page.Members.ToDictionary(m => m.Id, m => m.Name);
    }

    private Task<bool> MoveAsync(BoardMove<GiftDto> move) => Actions.TryAsync(async () =>
    {
        // The page may not have been loaded again since the last move of the same gift.
        var version = Math.Max(move.Card.Version, _versions.GetValueOrDefault(move.Card.Id));
        var target = new GiftMove(Enum.Parse<GiftStatus>(move.ColumnKey), move.AfterId);
        var moved = await Undos.DoAsync(
            () => Gifts.MoveAsync(move.Card.Id, target, version, CancellationToken.None), gift => GiftWords.Moved(gift, move.Card.Status));
        _versions[moved.Id] = moved.Version;
    });

    private Task OpenAsync(GiftDto gift) => (CanWrite ? OnEdit : OnHistory).InvokeAsync(gift);

    private BoardColumn<GiftDto> ColumnOf(BoardColumn column)
    {
        var title = column.Status.ToString();
        var isFilteredOut = column.Count > 0 && !GiftMeter.IsIn(Segment, column.Status, Page.Occasion.IdeasCountAsPlanned);
        var emptyText = isFilteredOut ? $"{OccasionWords.Gifts(column.Count)} hidden by the filter" : EmptyTextOf(column.Status);
        return new(title, title, column.Count, column.Gifts, column.Total, emptyText, isFilteredOut);
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
