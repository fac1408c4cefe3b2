using System.Globalization;
using Budgeting.Core.Kernel;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Ui;

/// <summary>
/// Draws a meter: its one number in a sentence, the bar, and a legend that is also the control. Without a total there is no bar,
/// only the sums.
/// </summary>
public sealed partial class BudgetMeter : ComponentBase
{
    private readonly ChangeHighlight _highlight = new();

    [CascadingParameter]
    private LiveUpdate? Update { get; set; }

    [Parameter, EditorRequired]
    public Meter Value { get; set; } = null!;

    /// <summary>What is measured, for screen readers.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Sentence and bar only.</summary>
    [Parameter]
    public bool Compact { get; set; }

    /// <summary>Whether what it measures is over or closed: near, which asks somebody to act, isn't said then.</summary>
    [Parameter]
    public bool IsPast { get; set; }

    /// <summary>The segment that filters the page.</summary>
    [Parameter]
    public string? Selected { get; set; }

    /// <summary>Called with a segment's key, or <c>null</c> when the selected one is chosen again.</summary>
    [Parameter]
    public EventCallback<string?> OnSelect { get; set; }

    /// <summary>What a segment consists of, shown while it is pointed at or focused.</summary>
    [Parameter]
    public RenderFragment<string>? Details { get; set; }

    /// <summary>What can be done about it, beside the sentence.</summary>
    [Parameter]
    public RenderFragment? Action { get; set; }

    private MeterDrawing Drawn => MeterDrawing.Of(Value, IsPast);

    private string? Selection(MeterPiece piece) => Selected == piece.Key ? "selected" : null;

    protected override void OnParametersSet() => _highlight.Show(Drawn.Figure, Update);

    private Task SelectAsync(string key) =>
        OnSelect.HasDelegate && Value.Segments.Any(s => s.Key == key) ? OnSelect.InvokeAsync(Selected == key ? null : key) : Task.CompletedTask;

    private decimal? ShareOf(decimal amount) => Value.Total is > 0 ? amount / Value.Total.Value : null;

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
