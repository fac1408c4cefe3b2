using System.Globalization;
using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Components.Ui;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.SharedCosts;

/// <summary>A column between the first and the amount, which phones leave out.</summary>
public sealed record RecordColumn(string Text, bool IsNumber = false);

public sealed partial class RecordTable<T> : ComponentBase
    where T : IVersioned
{
    private Guid? _edited;

    [Parameter, EditorRequired]
    public RecordList<T> List { get; set; } = null!;

    /// <summary>What it is a list of, as a title.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What one is called.</summary>
    [Parameter, EditorRequired]
    public string One { get; set; } = "";

    /// <summary>What several are called.</summary>
    [Parameter, EditorRequired]
    public string Many { get; set; } = "";

    /// <summary>The first column.</summary>
    [Parameter, EditorRequired]
    public string Head { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<RecordColumn> Columns { get; set; } = [];

    /// <summary>What a menu offers to do with all of them: to a file and back.</summary>
    [Parameter]
    public RenderFragment? Files { get; set; }

    [Parameter]
    public string AmountHead { get; set; } = "Amount";

    [Parameter, EditorRequired]
    public string EmptyIcon { get; set; } = "";

    [Parameter, EditorRequired]
    public string EmptyText { get; set; } = "";

    /// <summary>What the first column says.</summary>
    [Parameter, EditorRequired]
    public Func<T, string> TitleOf { get; set; } = null!;

    /// <summary>What is said of it below its title.</summary>
    [Parameter]
    public Func<T, string?>? AboutOf { get; set; }

    /// <summary>What a phone says of it in its second line.</summary>
    [Parameter, EditorRequired]
    public Func<T, string> SecondOf { get; set; } = null!;

    /// <summary>What else of others a row shows, such as the name of something it belongs to.</summary>
    [Parameter]
    public Func<T, object?>? NamesOf { get; set; }

    [Parameter, EditorRequired]
    public Func<T, decimal> AmountOf { get; set; } = null!;

    /// <summary>The cells of <see cref="Columns"/>.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<T> Cells { get; set; } = null!;

    /// <summary>What stands behind the title.</summary>
    [Parameter]
    public RenderFragment<T>? More { get; set; }

    /// <summary>Further entries of a row's menu.</summary>
    [Parameter]
    public RenderFragment<T>? Entries { get; set; }

    /// <summary>The form for a new one; <c>null</c> where who looks may add none.</summary>
    [Parameter]
    public RenderFragment? Add { get; set; }

    /// <summary>The form that takes a row's place.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<T> Edit { get; set; } = null!;

    /// <summary>The row that is edited.</summary>
    [Parameter]
    public Guid? Editing { get; set; }

    [Parameter]
    public EventCallback<Guid?> EditingChanged { get; set; }

    [Parameter, EditorRequired]
    public Func<T, bool> MayEdit { get; set; } = null!;

    [Parameter]
    public EventCallback<T> OnHistory { get; set; }

    [Parameter]
    public EventCallback<T> OnDelete { get; set; }

    [Parameter]
    public EventCallback OnShowMore { get; set; }

    [Inject]
    private BrowserScript Script { get; set; } = null!;

    private string Symbol => MoneyFormat.For(CultureInfo.CurrentCulture, List.Currency).Symbol;

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
