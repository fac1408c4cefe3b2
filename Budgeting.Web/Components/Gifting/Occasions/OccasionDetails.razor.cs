using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.Gifting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Budgeting.Web.Components.Gifting;

/// <summary>One occasion: its meter, its recipients, and its gifts as a board or a list. What is shown is in the address.</summary>
public sealed partial class OccasionDetails : ComponentBase
{
    private const string List = "list";
    private const string Recipients = "recipients";
    private const string Wishes = "wishes";
    private const int Step = 100;

    private LiveRegion<OccasionPage>? _region;
    private bool _canWrite;
    private int _take = Step;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary><c>list</c>, <c>recipients</c>, one's own <c>wishes</c>, or the board.</summary>
    [SupplyParameterFromQuery]
    private string? View { get; set; }

    /// <summary>Shows only this segment of the meter.</summary>
    [SupplyParameterFromQuery]
    private string? Segment { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private string? Desc { get; set; }

    /// <summary>Which page of the list, counted from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    private string? PageNumber { get; set; }

    [Inject]
    private GiftsService Gifts { get; set; } = null!;

    [Inject]
    private OccasionsService Occasions { get; set; } = null!;

    [Inject]
    private CurrentMember Current { get; set; } = null!;

    [Inject]
    private GiftHistory Past { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private UndoableActions UndoableActions { get; set; } = null!;

    [Inject]
    private Actions Actions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IOptions<Features> Features { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private DateOnly Today => DateOnly.FromDateTime(Time.GetLocalNow().Date);

    private bool IsList => View == List;

    private GiftOrder Order => new(Enum.TryParse<GiftColumn>(Sort, ignoreCase: true, out var column) ? column : GiftColumn.Added, Desc == "true");

    private int Skip => Pager.FirstOf(PageNumber);

    private (Guid, OccasionPageQuery) Query => (Id, new OccasionPageQuery
    {
        Filter = new GiftFilter(Segment),
        Order = IsList ? Order : null,
        Take = IsList ? Pager.Size : _take,
        Skip = IsList ? Skip : 0,
    });

    /// <summary>Whether an address shows one's own wishes, to which the page then adds.</summary>
    internal static bool IsOfWishes(Uri address) => QueryHelpers.ParseQuery(address.Query).GetValueOrDefault("view") == Wishes;

    // A new role reloads the whole page; once is enough.
    protected override async Task OnInitializedAsync() => _canWrite = Current.IsSignedIn && await Current.RoleAsync() >= Role.Member;

    private Task<OccasionPage> LoadAsync(CancellationToken cancellationToken) => Gifts.PageAsync(Id, Query.Item2, cancellationToken);

    private string AddressOf(string? view = null, string? sort = null, bool desc = false) =>
        Navigation.GetUriWithQueryParameters($"/occasions/{Id}", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["view"] = view,
            ["segment"] = Segment,
            ["sort"] = sort,
            ["desc"] = desc ? "true" : null,
        });

    // What there is no tab for isn't shown either, whatever the address says.
    private string? ViewOf(OccasionPage shown) => TabsOf(shown).Any(t => t.Href == AddressOf(View)) ? View : null;

    private IReadOnlyList<Tab> TabsOf(OccasionPage shown)
    {
        var tabs = new List<Tab> { new(AddressOf(), "Board", "board"), new(AddressOf(List), "List", "list") };
        if (Features.Value.BudgetMeter)
        {
            var over = RecipientList.Of(shown).Over;
            tabs.Add(new Tab(AddressOf(Recipients), over == 0 ? "By recipient" : $"By recipient: {over} over", "people"));
        }

        if (shown.Figures.KeptFor is not null)
        {
            tabs.Add(new Tab(AddressOf(Wishes), "My wishes", "star"));
        }

        return tabs;
    }

    // A segment is of gifts.
    private void FilterAsync(string? segment) =>
        Navigation.NavigateTo(
            Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { ["segment"] = segment, ["page"] = null, ["view"] = IsList ? List : null }),
            replace: true);

    private Task ShowMoreAsync()
    {
        _take += Step;
        return _region!.ReloadAsync();
    }

    private Task EditBudgetAsync(OccasionPage shown) => BudgetForm.ShowAsync(Dialogs, shown.Occasion, shown.Figures.Meter.Currency);

    private Task ShowGiftAsync(GiftDto? gift) => GiftForm.ShowAsync(Dialogs, Id, gift);

    // Who can't edit sees everything there is of a gift, its history included.
    private Task ShowHistoryAsync(GiftDto gift) => _canWrite ? Past.ShowHistoryAsync(gift) : GiftDetails.ShowAsync(Dialogs, gift);

    private Task ShowHistoryAsync(OccasionDto occasion) => Dialogs.ShowHistoryAsync($"History of {occasion.Name}", OccasionHistory.Of(Occasions, Current, occasion.Id, _canWrite), occasion.Id);

    // No question first: it can be undone, and brought back later.
    private Task DeleteAsync(GiftDto gift) =>
        UndoableActions.TryAsync(() => Gifts.DeleteAsync(gift.Id, gift.Version, CancellationToken.None), GiftWords.Deleted(gift.Name));

    private Task ArchiveAsync(OccasionDto occasion) => UndoableActions.TryAsync(
        () => Occasions.UpdateAsync(occasion.Id, occasion.ToInput() with { Archived = !occasion.Archived }, occasion.Version, CancellationToken.None),
        occasion.Archived ? $"{occasion.Name} is back." : $"{occasion.Name} archived.");

    private async Task DeleteAsync(OccasionDto occasion)
    {
        if (await Actions.TryAsync(() => Occasions.CheckDeleteAsync(occasion.Id, CancellationToken.None)) &&
            await Actions.ConfirmAsync("Its budget and sub-budgets go with it.", $"Delete {occasion.Name}?", "Delete") &&
            await UndoableActions.TryAsync(() => Occasions.DeleteAsync(occasion.Id, occasion.Version, CancellationToken.None), $"{occasion.Name} deleted."))
        {
            Navigation.NavigateTo("/occasions");
        }
    }
}
