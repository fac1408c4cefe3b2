using Budgeting.Core.Gifting;
using Microsoft.AspNetCore.Components;
using Radzen;
using Choice = Budgeting.Web.Components.Ui.Choice<System.Guid?>;

namespace Budgeting.Web.Components.Gifting;

/// <summary>
/// Adds or edits a gift. While somebody types, it shows what the gift does to the budgets, by the rule that the service uses
/// and with figures that stay live.
/// </summary>
public sealed partial class GiftForm : ComponentBase
{
    private readonly GiftModel _model = new();
    private bool _isFilled;
    private bool _hasMore;
    private long? _version;

    [Parameter, EditorRequired]
    public Guid OccasionId { get; set; }

    /// <summary>The gift to edit; a new one without it.</summary>
    [Parameter]
    public Guid? GiftId { get; set; }

    [Inject]
    private GiftsService Gifts { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    private static IReadOnlyList<Ui.Choice<GiftStatus>> Statuses { get; } =
        Enum.GetValues<GiftStatus>().Select(s => new Ui.Choice<GiftStatus>(s, s.ToString())).ToList();

    public static Task ShowAsync(DialogService dialogs, Guid occasionId, GiftDto? gift) => dialogs.OpenAsync<GiftForm>(
        gift is null ? "Add gift" : "Edit gift",
        new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(OccasionId)] = occasionId, [nameof(GiftId)] = gift?.Id },
        new DialogOptions { Width = "min(640px, calc(100vw - 32px))", CloseDialogOnEsc = true });

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
            _model.Take(gift);
            _version = gift.Version;
            _hasMore = gift.Url is not null || gift.Notes is not null || gift.BuyerId is not null;
        }
    }

    private GiftCheck CheckOf(GiftFormPage form) => GiftCheck.Of(
        form.Figures,
        form.Occasion.IdeasCountAsPlanned,
        new GiftCheckInput(_model.Price, _model.DiscountPrice, Math.Max(_model.Quantity, 1), _model.RecipientId, _model.Status, GiftId),
        form.Gift);

    private async Task SaveAsync()
    {
        if (GiftId is { } id)
        {
            await Gifts.UpdateAsync(id, _model.ToInput(), _version, CancellationToken.None);
        }
        else
        {
            await Gifts.AddAsync(OccasionId, _model.ToInput(), CancellationToken.None);
        }

        Dialogs.Close();
    }

    private void Choose(PersonDto person) => _model.RecipientId = person.Id;

    private static List<Choice> RecipientsOf(GiftFormPage form) =>
        [new(null, "Nobody in particular"), .. form.People.Select(p => new Choice(p.Id, p.Name))];

    private static List<Choice> BuyersOf(GiftFormPage form) =>
        [new(null, "Nobody yet"), .. form.Members.Select(m => new Choice(m.Id, m.Name))];
}
