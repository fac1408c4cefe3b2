using Microsoft.AspNetCore.Components;
using Radzen;

namespace Budgeting.Web.Components.Ui;

internal static class FormDialog
{
    /// <summary>Opens a form in a dialog, and waits until it closes.</summary>
    public static Task OpenFormAsync<TForm>(this DialogService dialogs, string title, params (string Name, object? Value)[] parameters)
        where TForm : ComponentBase =>
        dialogs.OpenAsync<TForm>(
            title,
            parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal),
            new DialogOptions { Width = "min(520px, calc(100vw - 32px))", CloseDialogOnEsc = true });
}
