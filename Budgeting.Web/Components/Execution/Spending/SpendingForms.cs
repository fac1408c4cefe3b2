using Budgeting.Core.Execution;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.Execution;

namespace Budgeting.Web.Components.Execution;

/// <summary>Opens the forms about a place, with what is left there.</summary>
internal sealed class SpendingForms(
    Dialogs dialogs, Actions actions, SpendingService spending, AllotmentsService allotments, ObligationsService obligations, DisbursementsService disbursements)
{
    public Task AllotAsync(SpendingPlace place, FiscalYear year, IReadOnlyList<AllotmentDto> others, AllotmentDto? record = null) => OpenAsync(place, levels =>
        dialogs.OpenFormAsync<AllotmentForm>(
            record is not null ? $"Edit {SpendingWords.NameOf(record)}" : AllotmentForm.IsSupplemental(others) ? "Supplemental release" : "Add allotment",
            (nameof(AllotmentForm.Place), place), (nameof(AllotmentForm.Levels), levels), (nameof(AllotmentForm.Year), year), (nameof(AllotmentForm.Others), others),
            (nameof(AllotmentForm.Record), record)));

    public Task ReleaseAsync(SpendingPlace place, FiscalYear year, AllotmentDto allotment) => OpenAsync(place, levels =>
        dialogs.OpenFormAsync<ReleaseForm>(
            $"Release {SpendingWords.NameOf(allotment)}?", (nameof(ReleaseForm.Allotment), allotment), (nameof(ReleaseForm.Levels), levels), (nameof(ReleaseForm.Year), year)));

    public Task CancelAsync(SpendingPlace place, AllotmentDto allotment) => MoveAsync(
        place, $"Cancel {SpendingWords.NameOf(allotment)}?", levels => LevelChange.OfAllotting(levels, -allotment.Amount), _ => new Move(
            allotment, "The program can allot its amount again. It stays in the history.", "Cancel allotment", $"{SpendingWords.NameOf(allotment)} cancelled.",
            (reason, version) => allotments.CancelAsync(allotment.Id, reason, version, CancellationToken.None), AsksReason: true));

    public Task ObligateAsync(SpendingPlace place, FiscalYear year, ObligationDto? record = null) => OpenAsync(place, async levels =>
        await dialogs.OpenFormAsync<ObligationForm>(
            record is null ? "Request obligation" : $"Edit {record.ReferenceNo}",
            (nameof(ObligationForm.Place), place), (nameof(ObligationForm.Levels), levels), (nameof(ObligationForm.Year), year), (nameof(ObligationForm.Record), record),
            (nameof(ObligationForm.Payees), await spending.PayeesAsync(CancellationToken.None))));

    public Task ApproveAsync(SpendingPlace place, ObligationDto obligation) => MoveAsync(
        place, $"Approve {obligation.ReferenceNo}?", levels => LevelChange.OfObligating(levels, 0), levels => new Move(
            obligation, $"{SpendingWords.Money(obligation.Amount, levels.Currency)} for {obligation.Payee}: {obligation.Description}. Once approved, it can be paid. Its amount is already set aside.",
            "Approve", $"{obligation.ReferenceNo} approved.", (_, version) => obligations.ApproveAsync(obligation.Id, version, CancellationToken.None)));

    public Task LiquidateAsync(SpendingPlace place, ObligationDto obligation) => MoveAsync(
        place, $"Liquidate {obligation.ReferenceNo}?", levels => LevelChange.OfObligating(levels, -levels.Obligation!.Remaining), levels => new Move(
            obligation,
            obligation.Remaining > 0
                ? $"Nothing more will be delivered or paid: {SpendingWords.Money(obligation.Remaining, levels.Currency)} goes back to the allotment."
                : "Nothing more will be delivered or paid. All of it was paid, so nothing goes back to the allotment.",
            "Liquidate", $"{obligation.ReferenceNo} liquidated.", (_, version) => obligations.LiquidateAsync(obligation.Id, version, CancellationToken.None)));

    public Task CancelAsync(SpendingPlace place, ObligationDto obligation) => MoveAsync(
        place, $"Cancel {obligation.ReferenceNo}?", levels => LevelChange.OfObligating(levels, -levels.Obligation!.Used), _ => new Move(
            obligation, "All of its amount goes back to the allotment. It stays in the history.", "Cancel obligation", $"{obligation.ReferenceNo} cancelled.",
            (reason, version) => obligations.CancelAsync(obligation.Id, reason, version, CancellationToken.None), AsksReason: true));

    public Task PayAsync(SpendingPlace place) => OpenAsync(place, async levels =>
        await dialogs.OpenFormAsync<DisbursementForm>(
            $"Pay {levels.Obligation!.ReferenceNo}", (nameof(DisbursementForm.Place), place), (nameof(DisbursementForm.Levels), levels),
            (nameof(DisbursementForm.Payees), await spending.PayeesAsync(CancellationToken.None))));

    /// <param name="isLiquidated">Whether what is void goes back to the allotment rather than to be paid again.</param>
    public Task VoidAsync(SpendingPlace place, DisbursementDto payment, bool isLiquidated) => MoveAsync(
        place, "Void this payment?", levels => isLiquidated ? LevelChange.OfObligating(levels, -payment.Amount) : LevelChange.OfPaying(levels, -payment.Amount), _ => new Move(
            payment, isLiquidated ? "It didn't happen: its amount goes back to the allotment." : "It didn't happen: its amount can be paid again. It stays in the history.",
            "Void payment", "Payment voided.", (reason, version) => disbursements.VoidAsync(payment.Id, reason, version, CancellationToken.None), AsksReason: true));

    public Task DeliverAsync(SpendingPlace place, IReadOnlyList<DisbursementDto> payments, WorkItemDto? record = null) => OpenAsync(place, levels =>
        dialogs.OpenFormAsync<WorkItemForm>(
            record is null ? "Add work item" : "Edit work item",
            (nameof(WorkItemForm.Place), place), (nameof(WorkItemForm.Levels), levels), (nameof(WorkItemForm.Payments), payments), (nameof(WorkItemForm.Record), record)));

    private Task MoveAsync(SpendingPlace place, string title, Func<SpendingLevels, IReadOnlyList<LevelChange>> changes, Func<SpendingLevels, Move> move) => OpenAsync(place, levels =>
        MoveForm.ShowAsync(dialogs, title, move(levels) with { Levels = LiveRemainingLevels.Of(levels, place, changes) }));

    // What it is about may be gone by now.
    private Task OpenAsync(SpendingPlace place, Func<SpendingLevels, Task> open) =>
        actions.TryAsync(async () => await open(await spending.LevelsAsync(place, CancellationToken.None)));
}
