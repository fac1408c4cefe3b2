namespace Budgeting.Web.Components.Ui;

/// <summary>The dialog that a form is in. It asks before it throws away what was typed.</summary>
public sealed class FormDialog(Dialogs dialogs)
{
    private bool _isAsking;

    /// <summary>Set by the form.</summary>
    public Func<bool> IsChanged { get; set; } = () => false;

    public async Task CloseAsync()
    {
        // Escape may be pressed again before the question is there.
        if (_isAsking)
        {
            return;
        }

        _isAsking = true;
        var mayClose = !IsChanged() || await dialogs.AskAsync("It isn't saved yet.", "Discard what you typed?", "Discard", "Keep editing");
        _isAsking = false;
        if (mayClose)
        {
            dialogs.Close();
        }
    }
}
