using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Budgeting.Web.Components.Ui;

/// <summary>
/// Draws what is in it only when its value is another one than before. A page draws all of itself after a change of one thing: what
/// has many alike parts puts each in one of these.
/// </summary>
public sealed class RenderOnChange : ComponentBase
{
    private object? _drawn;
    private bool _isDue;

    /// <summary>Everything that the content depends on.</summary>
    [Parameter, EditorRequired]
    public object? Value { get; set; }

    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = null!;

    protected override void OnParametersSet()
    {
        _isDue = _isDue || !Equals(_drawn, Value);
        _drawn = Value;
    }

    protected override bool ShouldRender() => _isDue;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        _isDue = false;
        builder.AddContent(0, ChildContent);
    }
}
