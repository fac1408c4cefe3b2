using System.Globalization;
using Budgeting.Core.Kernel;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Ui;

/// <summary>Records of one kind: a form to add one, a page of them, and the sum of all.</summary>
public sealed partial class RecordTable<T> : ComponentBase
    where T : class, IVersioned
{
    private Guid? _edited;

    [Parameter, EditorRequired]
    public RecordPage<T> Page { get; set; } = null!;

    [Parameter, EditorRequired]
    public RecordView<T> View { get; set; } = null!;

    /// <summary>The form of a record, or of a new one.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<T?> Entry { get; set; } = null!;

    /// <summary>What a menu offers to do with all of them: to a file and back.</summary>
    [Parameter]
    public RenderFragment? Files { get; set; }

    /// <summary>What stands behind the title.</summary>
    [Parameter]
    public RenderFragment<T>? More { get; set; }

    /// <summary>Further entries of a row's menu.</summary>
    [Parameter]
    public RenderFragment<T>? Entries { get; set; }

    /// <summary>The row that is edited.</summary>
    [Parameter]
    public Guid? Editing { get; set; }

    [Parameter]
    public EventCallback<Guid?> EditingChanged { get; set; }

    [Parameter]
    public bool MayAdd { get; set; }

    [Parameter, EditorRequired]
    public Func<T, bool> MayEdit { get; set; } = null!;

    [Parameter]
    public EventCallback<T> OnHistory { get; set; }

    [Parameter]
    public EventCallback<T> OnDelete { get; set; }

    /// <summary>Shows what was deleted, with a way back.</summary>
    [Parameter]
    public EventCallback OnDeleted { get; set; }

    [Inject]
    private BrowserScript Script { get; set; } = null!;

    private string Symbol => MoneyFormat.For(CultureInfo.CurrentCulture, Page.Currency).Symbol;

    // What was edited is where one goes on.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var before = _edited;
        _edited = Editing;
        if (before is { } id && Editing is null)
        {
            await Script.FocusAsync($"[data-row='{id}'] button");
        }
    }
}
