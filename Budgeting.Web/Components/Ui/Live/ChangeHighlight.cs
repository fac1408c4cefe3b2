namespace Budgeting.Web.Components.Ui;

/// <summary>Whether a shown value is highlighted: it is another one than before, and not because something else was asked for.</summary>
internal sealed class ChangeHighlight
{
    private object? _shown;
    private bool _isFirst = true;

    /// <summary>The CSS class of what is highlighted.</summary>
    public string? Class { get; private set; }

    /// <summary>Another one with each value: a key, so that the highlight begins anew.</summary>
    public int Revision { get; private set; }

    public void Show(object? value, LiveUpdate? update)
    {
        if (!_isFirst && !Equals(_shown, value))
        {
            Highlight(update);
        }

        (_shown, _isFirst) = (value, false);
    }

    /// <summary>The same where it is known already that the value is another one.</summary>
    public void Highlight(LiveUpdate? update)
    {
        Class = update is { IsPushed: true } ? "highlight" : null;
        Revision++;
    }
}
