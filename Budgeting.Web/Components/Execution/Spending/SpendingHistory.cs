using Budgeting.Core.Execution;
using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.Execution;

namespace Budgeting.Web.Components.Execution;

/// <summary>Shows what was done to what is spent. What changed its state has ways back of its own, so there is none to a version.</summary>
internal sealed class SpendingHistory(
    Dialogs dialogs, CurrentMember current, AllotmentsService allotments, ObligationsService obligations, DisbursementsService disbursements, WorkItemsService workItems)
{
    public Task ShowAsync(AllotmentDto allotment) =>
        ShowAsync(allotments, $"History of {SpendingWords.NameOf(allotment)}", allotment.Id, SpendingWords.NameOf, ExecutionHistory.OfAllotment);

    public Task ShowAsync(ObligationDto obligation) =>
        ShowAsync(obligations, $"History of {obligation.ReferenceNo}", obligation.Id, o => o.ReferenceNo, ExecutionHistory.OfObligation);

    public Task ShowAsync(DisbursementDto payment) =>
        ShowAsync(disbursements, $"History of the payment of {SpendingWords.Day(payment.Date)}", payment.Id, _ => "The payment", ExecutionHistory.OfDisbursement);

    public Task ShowAsync(WorkItemDto item) =>
        ShowAsync(workItems, $"History of {item.Description}", item.Id, i => i.Description, ExecutionHistory.OfWorkItem);

    private Task ShowAsync<TInput, TDto>(RecordService<TInput, TDto> service, string title, Guid id, Func<TDto, string> name, Func<HistoryNames, HistoryWords> words)
        where TInput : class, new()
        where TDto : class, IVersioned => dialogs.ShowHistoryAsync(
            title, new HistoryView<TInput, TDto>(service, [ExecutionTopics.Proposals], name, cancellationToken => WordsAsync(words, cancellationToken)), id);

    private async Task<HistoryWords> WordsAsync(Func<HistoryNames, HistoryWords> words, CancellationToken cancellationToken)
    {
        var organization = await current.OrganizationAsync(cancellationToken);
        return words(new HistoryNames(organization.Currency, id => organization.Members.GetValueOrDefault(id)?.Name));
    }
}
