using Microsoft.AspNetCore.Components;
using Radzen;

namespace Budgeting.Web.Components.Ui;

/// <summary>The dialog that a form is in. It asks before it throws away what was typed.</summary>
public sealed class FormDialog(DialogService dialogs)
{
    /// <summary>Set by the form.</summary>
    public Func<bool> IsChanged { get; set; } = () => false;

    public Task CloseAsync() => dialogs.TryCloseAsync();

    internal async Task<bool> MayCloseAsync() =>
        !IsChanged() || await dialogs.AskAsync("It isn't saved yet.", "Discard what you typed?", "Discard", "Keep editing");
}

internal static class FormDialogs
{
    private const int DefaultWidth = 520;

    /// <inheritdoc cref="OpenFormAsync{TForm}(DialogService, string, int, ValueTuple{string, object}[])"/>
    public static Task OpenFormAsync<TForm>(this DialogService dialogs, string title, params (string Name, object? Value)[] parameters)
        where TForm : ComponentBase => dialogs.OpenFormAsync<TForm>(title, DefaultWidth, parameters);

    /// <summary>Opens a form in a dialog, and waits until it closes.</summary>
    public static Task OpenFormAsync<TForm>(this DialogService dialogs, string title, int width, params (string Name, object? Value)[] parameters)
        where TForm : ComponentBase
    {
        var dialog = new FormDialog(dialogs);
        var inside = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(FormDialogContent.Dialog)] = dialog,
            [nameof(FormDialogContent.Form)] = typeof(TForm),
            [nameof(FormDialogContent.Parameters)] = parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal),
        };
        return dialogs.OpenAsync<FormDialogContent>(title, inside, new DialogOptions
        {
            Width = FormattableString.Invariant($"min({width}px, calc(100vw - 32px))"),
            CloseDialogOnEsc = true,
            AutoFocusFirstElement = false,
            CanClose = dialog.MayCloseAsync,
        });
    }

    /// <summary>Asks before something that can't be taken back.</summary>
    public static async Task<bool> AskAsync(this DialogService dialogs, string question, string title, string yes, string no = "Cancel") =>
        await dialogs.OpenAsync<ConfirmDialog>(
            title,
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(ConfirmDialog.Text)] = question,
                [nameof(ConfirmDialog.Yes)] = yes,
                [nameof(ConfirmDialog.No)] = no,
            },
            new DialogOptions { CssClass = "rz-dialog-confirm", Width = "400px", CloseDialogOnEsc = true, AutoFocusFirstElement = false }) is true;
}
