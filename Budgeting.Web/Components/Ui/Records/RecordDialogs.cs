using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Ui;

/// <summary>The dialogs that every kind of record has.</summary>
internal static class RecordDialogs
{
    private const int PastWidth = 640;

    /// <summary>Opens the form of a record in a dialog.</summary>
    /// <param name="dialogs">Where it opens.</param>
    /// <param name="service">What saves it.</param>
    /// <param name="noun">What one is called.</param>
    /// <param name="record">The one to edit; <c>null</c>: a new one.</param>
    /// <param name="name">What it is called, at the beginning of a sentence.</param>
    /// <param name="fields">What can be typed in.</param>
    /// <param name="context">What the fields need to know.</param>
    /// <param name="first">What a new one begins with.</param>
    /// <param name="parentId">What has a new one; left out: the organization.</param>
    /// <param name="content">The fields, where they aren't simply the declared ones.</param>
    /// <param name="title">Of the dialog, where it isn't simply <c>Add owner</c> or <c>Edit owner</c>.</param>
    public static Task EditAsync<TInput, TDto>(
        this Dialogs dialogs,
        RecordService<TInput, TDto> service,
        string noun,
        TDto? record,
        Func<TDto, string> name,
        Fields<TInput> fields,
        FieldContext? context = null,
        Func<TInput>? first = null,
        string? title = null,
        Guid? parentId = null,
        RenderFragment<TInput>? content = null)
        where TInput : class, new()
        where TDto : class, IVersioned => dialogs.OpenFormAsync<RecordDialog<TInput, TDto>>(
            title ?? $"{(record is null ? "Add" : "Edit")} {noun}",
            (nameof(RecordDialog<,>.Service), service),
            (nameof(RecordDialog<,>.Noun), noun),
            (nameof(RecordDialog<,>.Record), record),
            (nameof(RecordDialog<,>.Name), name),
            (nameof(RecordDialog<,>.Fields), fields),
            (nameof(RecordDialog<,>.Context), context ?? new FieldContext()),
            (nameof(RecordDialog<,>.First), first ?? (() => new TInput())),
            (nameof(RecordDialog<,>.ParentId), parentId),
            (nameof(RecordDialog<,>.ChildContent), content));

    public static Task ShowHistoryAsync<TInput, TDto>(this Dialogs dialogs, string title, HistoryView<TInput, TDto> past, Guid id)
        where TInput : class, new()
        where TDto : class, IVersioned => dialogs.OpenFormAsync<RecordHistory<TInput, TDto>>(
            title, PastWidth, (nameof(RecordHistory<,>.Past), past), (nameof(RecordHistory<,>.Id), id));

    /// <param name="parentId">What had them.</param>
    /// <param name="view">How they are shown.</param>
    public static Task ShowDeletedAsync<TInput, TDto>(
        this Dialogs dialogs, string title, HistoryView<TInput, TDto> past, Guid parentId, Func<CancellationToken, Task<DeletedView<TInput>>> view)
        where TInput : class, new()
        where TDto : class, IVersioned => dialogs.OpenFormAsync<DeletedRecords<TInput, TDto>>(
            title, PastWidth, (nameof(DeletedRecords<,>.Past), past), (nameof(DeletedRecords<,>.ParentId), parentId), (nameof(DeletedRecords<,>.View), view));
}
