using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.Gifting;
using Microsoft.AspNetCore.Components;
using Option = Budgeting.Web.Components.Ui.SelectOption<System.Guid?>;

namespace Budgeting.Web.Components.Gifting;

/// <summary>
/// Adds or edits a gift. While somebody types, it shows what the gift does to the budgets, by the rule that the service uses
/// and with figures that stay live.
/// </summary>
public sealed partial class GiftForm : ComponentBase
{
    private GiftInput _input = new();
    private string? _keptPicture;
    private bool _isFilled;
    private bool _hasMore;
    private bool _isStale;
    private GiftDto? _basis;

    [Parameter, EditorRequired]
    public Guid OccasionId { get; set; }

    /// <summary>The gift to edit; a new one without it.</summary>
    [Parameter]
    public Guid? GiftId { get; set; }

    [Inject]
    private GiftsService Gifts { get; set; } = null!;

    [Inject]
    private UndoableActions UndoableActions { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    private static IReadOnlyList<Ui.SelectOption<GiftStatus>> Statuses { get; } =
        Enum.GetValues<GiftStatus>().Select(s => new Ui.SelectOption<GiftStatus>(s, s.ToString())).ToList();

    public static Task ShowAsync(Dialogs dialogs, Guid occasionId, GiftDto? gift) => dialogs.OpenFormAsync<GiftForm>(
        gift is null ? "Add gift" : "Edit gift", 640, (nameof(OccasionId), occasionId), (nameof(GiftId), gift?.Id));

    private Task<GiftFormPage> LoadAsync(CancellationToken cancellationToken) => Gifts.FormAsync(OccasionId, GiftId, cancellationToken);

    // Only once: what somebody else changes meanwhile must not overwrite what is being typed.
    private void Fill(GiftFormPage form)
    {
        if (_isFilled)
        {
            return;
        }

        _isFilled = true;
        if (form.Gift is { } gift)
        {
            Take(gift);
            _hasMore = gift.Notes is not null || gift.BuyerId is not null || gift.Givers.Count > 0 || gift.GuestName is not null;
        }
    }

    private void Take(GiftDto gift)
    {
        (_input, _keptPicture) = (gift.ToInput(), gift.PictureAddress());
        (_basis, _isStale) = (gift, false);
    }

    private async Task LoadTheirsAsync() => Take(await Gifts.GetAsync(GiftId!.Value, CancellationToken.None));

    private GiftCheck CheckOf(GiftFormPage form) => GiftCheck.Of(
        form.Figures,
        form.Occasion.IdeasCountAsPlanned,
        new GiftCheckInput(_input.Price, _input.DiscountPrice, _input.Quantity, _input.RecipientId, _input.Status, GiftId),
        form.Gift);

    private async Task SaveAsync()
    {
        await StoreAsync();
        Dialogs.Close();
    }

    // Whoever writes down several often has several for one person.
    private async Task SaveAndNextAsync()
    {
        var saved = await StoreAsync();
        _input = new GiftInput { RecipientId = saved.RecipientId, Status = saved.Status };
        StateHasChanged();
    }

    private async Task<GiftDto> StoreAsync()
    {
        try
        {
            return await UndoableActions.DoAsync(
                () => GiftId is { } id
                    ? Gifts.UpdateAsync(id, _input, _basis?.Version, CancellationToken.None)
                    : Gifts.AddAsync(OccasionId, _input, CancellationToken.None),
                gift => GiftId is null ? GiftWords.Added(gift.Name) : GiftWords.Changed(gift.Name));
        }
        catch (StaleException)
        {
            _isStale = true;
            throw;
        }
    }

    private bool IsForSomebodyNew => _input.NewPerson is not null;

    private List<Option> RecipientsOf(GiftFormPage form) => IsForSomebodyNew
        ? [new(null, "Somebody new")]
        : [new(null, "Nobody in particular"), .. form.People.Where(p => p.Id != form.Figures.KeptFor).Select(p => new Option(p.Id, p.Name))];

    private decimal LineTotal => GiftPrice.Of(_input).TotalWithinRange;

    // Who shares it already stays to be seen, also after they left.
    private List<(Guid, string)> GiversOf(GiftFormPage form) =>
    [
        .. form.Members.Where(m => MayGive(form, m.Id)).Select(m => (m.Id, m.Name)),
        .. _input.Givers.Where(g => form.Members.All(m => m.Id != g.MemberId)).Select(g => (g.MemberId, "Somebody who left")),
    ];

    private List<Option> BuyersOf(GiftFormPage form) =>
        [new(null, "Nobody yet"), .. form.Members.Where(m => MayGive(form, m.Id)).Select(m => new Option(m.Id, m.Name))];

    // Who is to be surprised can't see it, and so can't buy it; what was said before stays.
    private bool MayGive(GiftFormPage form, Guid member) =>
        !form.Occasion.Surprises || member == form.Gift?.BuyerId || _input.Givers.Any(g => g.MemberId == member) ||
        form.People.All(p => p.Id != _input.RecipientId || p.MemberId != member);
}
