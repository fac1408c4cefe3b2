using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Budgeting.Web.Components.Ui;

/// <summary>Opens forms and questions over the page. One may lie over another.</summary>
public sealed class Dialogs(IDialogService service)
{
    private const int FormWidth = 520;
    private const int QuestionWidth = 400;

    // MudBlazor's header can't be reached by Tab, and its own Escape asks nobody.
    private static readonly DialogOptions Options = new() { NoHeader = true, CloseOnEscapeKey = false, CloseOnNavigation = true };

    private readonly List<IDialogReference> _open = [];

    /// <inheritdoc cref="OpenFormAsync{TForm}(string, int, ValueTuple{string, object}[])"/>
    public Task OpenFormAsync<TForm>(string title, params (string Name, object? Value)[] parameters)
        where TForm : ComponentBase => OpenFormAsync<TForm>(title, FormWidth, parameters);

    /// <summary>Opens a form in a dialog, and waits until it closes.</summary>
    /// <param name="width">At most, in pixels. A phone shows it on the whole screen.</param>
    public Task OpenFormAsync<TForm>(string title, int width, params (string Name, object? Value)[] parameters)
        where TForm : ComponentBase => OpenAsync<TForm>(title, width, "sheet", parameters);

    /// <summary>Asks before something that can't be taken back.</summary>
    public async Task<bool> AskAsync(string question, string title, string yes, string no = "Cancel") =>
        await OpenAsync<ConfirmDialog>(title, QuestionWidth, "question", (nameof(ConfirmDialog.Text), question), (nameof(ConfirmDialog.Yes), yes), (nameof(ConfirmDialog.No), no)) is true;

    /// <summary>Closes the one that lies on top, with an answer where it asked for one.</summary>
    public void Close(object? answer = null)
    {
        if (_open.Count > 0)
        {
            service.Close(_open[^1], DialogResult.Ok(answer));
        }
    }

    private async Task<object?> OpenAsync<TContent>(string title, int width, string kind, params (string Name, object? Value)[] parameters)
        where TContent : ComponentBase
    {
        var dialog = await service.ShowAsync<AppDialog>(
            title,
            new DialogParameters<AppDialog>
            {
                { d => d.Title, title },
                { d => d.Width, width },
                { d => d.Kind, kind },
                { d => d.Content, typeof(TContent) },
                { d => d.Parameters, parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal) },
            },
            Options);
        _open.Add(dialog);
        try
        {
            return (await dialog.Result)?.Data;
        }
        finally
        {
            _open.Remove(dialog);
        }
    }
}
