using Budgeting.Core.Kernel;
using Radzen;

namespace Budgeting.Web.Components.Ui;

/// <summary>The dialogs that every kind of record has.</summary>
internal static class RecordDialogs
{
    private const int Width = 640;

    public static Task ShowHistoryAsync<TInput, TDto>(this DialogService dialogs, string title, HistoryView<TInput, TDto> past, Guid id)
        where TInput : class, new()
        where TDto : class, IVersioned => dialogs.OpenFormAsync<RecordHistory<TInput, TDto>>(
            title, Width, (nameof(RecordHistory<,>.Past), past), (nameof(RecordHistory<,>.Id), id));

    public static Task ShowDeletedAsync<TInput, TDto>(
        this DialogService dialogs, string title, HistoryView<TInput, TDto> past, Guid parentId, Func<CancellationToken, Task<DeletedView<TInput>>> view)
        where TInput : class, new()
        where TDto : class, IVersioned => dialogs.OpenFormAsync<DeletedRecords<TInput, TDto>>(
            title, Width, (nameof(DeletedRecords<,>.Past), past), (nameof(DeletedRecords<,>.ParentId), parentId), (nameof(DeletedRecords<,>.View), view));
}
