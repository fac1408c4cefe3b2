using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.SharedCosts;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.SharedCosts;

/// <summary>What all the tabs of a period share that list records of one kind.</summary>
public abstract class RecordTab<TInput, TDto> : ComponentBase
    where TInput : class, new()
    where TDto : class, IVersioned
{
    [Parameter, EditorRequired]
    public PeriodDto Period { get; set; } = null!;

    /// <summary>Which page of the list, counted from 1.</summary>
    [Parameter]
    public string? PageNumber { get; set; }

    [Inject]
    protected CurrentMember Current { get; set; } = null!;

    [Inject]
    protected UndoableActions UndoableActions { get; set; } = null!;

    [Inject]
    protected Dialogs Dialogs { get; set; } = null!;

    [Inject]
    protected TimeProvider Time { get; set; } = null!;

    protected RecordRights Rights { get; private set; } = new(Role.Viewer, MemberId: null);

    /// <summary>The record that is edited in its place.</summary>
    protected Guid? Editing { get; set; }

    protected bool IsOpen => Period.Status == PeriodStatus.Open;

    protected IReadOnlyList<Topic> Watch =>
        [SharedCostsTopics.Period(Period.Id), SharedCostsTopics.Owners, SharedCostsTopics.PaymentTypes, OrganizationTopics.Organization];

    protected RecordQuery Query => new(Period.Id, Pager.Size, Pager.FirstOf(PageNumber));

    /// <summary>The day that a new record begins with: today, or the nearest of the period.</summary>
    protected DateOnly Today => PeriodWords.DayIn(Period, DateOnly.FromDateTime(Time.GetLocalNow().Date));

    protected abstract PeriodRecordService<TInput, TDto> Service { get; }

    protected abstract Fields<TInput> Fields { get; }

    protected Task<RecordList<TDto>> LoadAsync(CancellationToken cancellationToken) => Service.PageAsync(Query, cancellationToken);

    /// <summary>What a record is called, at the beginning of a sentence.</summary>
    protected abstract string NameOf(TDto record, Currency currency);

    // A new role reloads the whole page; once is enough.
    protected override async Task OnInitializedAsync() => Rights = await RecordRights.OfAsync(Current);

    protected RecordPage<TDto> PageOf(RecordList<TDto> list) => new(list.Period.Name, list.Currency, list.Rows, Query.Skip, list.Count, list.Total);

    protected FieldContext ContextOf(RecordList<TDto> list, TDto? edited, Func<TDto, Guid?> ownerOf) => new(list.Currency, (Period.StartDate, Period.EndDate))
    {
        Choices = noun => noun switch
        {
            "owner" => Choice.Of(OwnersFor(list, edited is null ? null : ownerOf(edited)), isNew: edited is null),
            _ => [],
        },
    };

    /// <summary>The owner that a new record begins with: the only one that can be chosen.</summary>
    protected Guid? OnlyOwner(RecordList<TDto> list) => Choice.OnlyOf(OwnersFor(list, kept: null));

    private List<SelectOption<Guid?>> OwnersFor(RecordList<TDto> list, Guid? kept) =>
        Rights.OwnersFor(list.Names, kept).Select(o => new SelectOption<Guid?>(o.Id, o.Name)).ToList();

    protected void StopEditing() => Editing = null;

    // No question first: it can be undone.
    protected Task DeleteAsync(TDto record, Currency currency) =>
        UndoableActions.TryAsync(() => Service.DeleteAsync(record.Id, record.Version, CancellationToken.None), $"{NameOf(record, currency)} deleted.");

    protected Task ShowHistoryAsync(string title, TDto record, RecordList<TDto> list) =>
        Dialogs.ShowHistoryAsync($"History of {title}", PastOf(list), record.Id);

    /// <summary>What was deleted of the period, with a way back.</summary>
    /// <param name="title">What one is called.</param>
    /// <param name="details">What else there is to say of it.</param>
    /// <param name="amount">What stands at the end of its line.</param>
    protected Task ShowDeletedAsync(
        RecordList<TDto> list, RecordView<TDto> view, Func<TInput, string> title, Func<TInput, string> details, Func<TInput, decimal?> amount) => Dialogs.ShowDeletedAsync(
            $"Deleted {view.Many} of {Period.Name}",
            PastOf(list),
            Period.Id,
            _ => Task.FromResult(new DeletedView<TInput>(view.Many, view.EmptyIcon, list.Currency, title, details, amount)));

    private HistoryView<TInput, TDto> PastOf(RecordList<TDto> list) =>
        new(Service, Watch, record => NameOf(record, list.Currency), _ => Task.FromResult(RecordHistoryWords.Of(Fields, list.Names, list.Currency)))
        {
            MayRestore = IsOpen && Rights.MayForSomebody(list.Names),
        };
}
