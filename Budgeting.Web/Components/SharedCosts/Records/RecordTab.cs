using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.SharedCosts;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace Budgeting.Web.Components.SharedCosts;

/// <summary>What all the tabs of a period share that list records of one kind.</summary>
public abstract class RecordTab<T> : ComponentBase
    where T : IVersioned
{
    private const int Step = 100;
    private const int Everything = 100_000;

    private int _take = Step;

    [Parameter, EditorRequired]
    public PeriodDto Period { get; set; } = null!;

    [Inject]
    protected RecordListsService Lists { get; set; } = null!;

    [Inject]
    protected CurrentMember Current { get; set; } = null!;

    [Inject]
    protected Undos Undos { get; set; } = null!;

    [Inject]
    protected DialogService Dialogs { get; set; } = null!;

    protected RecordRights Rights { get; private set; } = new(Role.Viewer, MemberId: null);

    /// <summary>The record that is edited in its place.</summary>
    protected Guid? Editing { get; set; }

    protected bool IsOpen => Period.Status == PeriodStatus.Open;

    protected IReadOnlyList<Topic> Watch =>
        [SharedCostsTopics.Period(Period.Id), SharedCostsTopics.Owners, SharedCostsTopics.PaymentTypes, OrganizationTopics.Organization];

    protected RecordQuery Query => new(Period.Id, _take);

    protected abstract Task<RecordList<T>> LoadAsync(CancellationToken cancellationToken);

    // A new role reloads the whole page; once is enough.
    protected override async Task OnInitializedAsync() => Rights = await RecordRights.OfAsync(Current);

    protected void ShowMore() => _take = Everything;

    protected void StopEditing() => Editing = null;

    // No question first: it can be undone.
    protected Task DeleteAsync(Func<Task> delete, string done) => Undos.TryAsync(delete, done);

    protected Task ShowHistoryAsync(string title, RecordList<T> list, Func<CancellationToken, Task<IReadOnlyList<HistoryEntry>>> load) =>
        RecordHistory.ShowAsync(Dialogs, title, Period.Id, new RecordWords(list.Currency, list.Names), load);
}
