using System.Globalization;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.SharedCosts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;

namespace Budgeting.Web.Components.SharedCosts;

public sealed partial class SettleUpView : ComponentBase
{
    private static readonly Memoized<SettleUpPage, Dictionary<Guid, string>> Names = new(page => page.Sheet.Rows.ToDictionary(r => r.OwnerId, r => r.Name));

    private readonly Payment _payment = new();
    private readonly EditContext _form;
    private readonly ValidationMessageStore _refused;

    private SettleUpPage? _answered;

    public SettleUpView()
    {
        _form = new EditContext(_payment);
        _refused = new ValidationMessageStore(_form);
        _form.OnFieldChanged += (_, _) => _refused.Clear();
    }

    [Parameter, EditorRequired]
    public PeriodDto Period { get; set; } = null!;

    /// <summary>Which page of the payments, counted from 1.</summary>
    [Parameter]
    public string? PageNumber { get; set; }

    [Inject]
    private SettleUpService SettleUp { get; set; } = null!;

    [Inject]
    private UndoableActions UndoableActions { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private int First => Pager.FirstOf(PageNumber);

    protected override void OnInitialized() => _payment.Date = PeriodWords.DayIn(Period, DateOnly.FromDateTime(Time.GetLocalNow().Date));

    private Task<SettleUpPage> LoadAsync(CancellationToken cancellationToken) => SettleUp.PageAsync(Period.Id, cancellationToken);

    // One payment for each list that is shown, since the next list has others; and none for the second half of a double click, under
    // which the next payment lies by then.
    private async Task RecordAsync(SettleUpPage shown, Transfer transfer, MouseEventArgs click)
    {
        if (ReferenceEquals(_answered, shown) || click.Detail > 1)
        {
            return;
        }

        _answered = shown;
        _refused.Clear();
        if (!await UndoableActions.TryAsync(
            () => BookAsync(transfer),
            $"Recorded: {NameOf(shown, transfer.FromOwnerId)} paid {NameOf(shown, transfer.ToOwnerId)} {BalanceWords.Format(transfer.Amount, shown.Currency)}."))
        {
            _answered = null;
        }
    }

    // What is wrong with the day is said at its field as well.
    private async Task BookAsync(Transfer transfer)
    {
        try
        {
            await SettleUp.BookAsync(Period.Id, transfer, _payment.Date, CancellationToken.None);
        }
        catch (InvalidException invalid) when (invalid.Errors.TryGetValue("date", out var errors))
        {
            _refused.Add(_form.Field(nameof(Payment.Date)), errors);
            _form.NotifyValidationStateChanged();
            throw;
        }
    }

    // Until all is shared, who pays now may have to pay once more.
    private static bool IsPreliminary(SettleUpPage shown) => shown.Sheet.NotSharedYet is not null;

    private static string CountOf(SettleUpPage shown) => (shown.SettleUp.Transfers.Count, IsPreliminary(shown)) switch
    {
        (1, false) => "One payment makes everybody even.",
        (1, true) => "Preliminary: one payment would make everybody even.",
        var (count, isPreliminary) => $"{(isPreliminary ? "Preliminary: " : null)}{count.ToString("N0", CultureInfo.CurrentCulture)} payments {(isPreliminary ? "would " : null)}make everybody even.",
    };

    private static string NameOf(SettleUpPage shown, Guid? ownerId) =>
        ownerId is { } owner ? Names.Of(shown).GetValueOrDefault(owner, "–") : "The fund";

    private sealed class Payment
    {
        public DateOnly? Date { get; set; }
    }
}
