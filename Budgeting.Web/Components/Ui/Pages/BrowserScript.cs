using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Budgeting.Web.Components.Ui;

/// <summary>What only the browser knows or can do, through js/ui.js. Not while prerendering.</summary>
public sealed class BrowserScript(IJSRuntime script)
{
    // The same address as in App.razor: another one would run the script a second time.
    private const string Module = "./js/ui.js";

    private Task<IJSObjectReference>? _module;

    /// <summary>Whether the text is on the clipboard now.</summary>
    public async Task<bool> CopyAsync(string text) => await (await ModuleAsync()).InvokeAsync<bool>("copyText", text);

    /// <summary>Applies a theme (<c>light</c>, <c>dark</c> or <c>system</c>) at once, and keeps it in this browser.</summary>
    public async Task SetThemeAsync(string theme) => await (await ModuleAsync()).InvokeVoidAsync("setTheme", theme);

    /// <summary>Opens a native dialog of the page.</summary>
    public async Task OpenDialogAsync(string id) => await (await ModuleAsync()).InvokeVoidAsync("openDialog", id);

    /// <summary>Closes it; the focus is then where it was before.</summary>
    /// <param name="id">The dialog's.</param>
    /// <param name="text">What was chosen in it.</param>
    /// <param name="hint">Tells it from others of that name.</param>
    public async Task CloseDialogAsync(string id, string text, string hint) => await (await ModuleAsync()).InvokeVoidAsync("closeDialog", id, new { text, hint });

    /// <summary>Puts the focus on the first field with a mistake in an element, or on its first field, with what is in it selected.</summary>
    public async Task FocusFieldAsync(ElementReference within) => await (await ModuleAsync()).InvokeVoidAsync("focusField", within);

    /// <summary>Puts the focus on the first field of a form that is wrong, or on the sentence that says why it was refused.</summary>
    public async Task FocusRefusedAsync(string formId) => await (await ModuleAsync()).InvokeVoidAsync("focusRefused", formId);

    /// <summary>Puts the focus on the first field of a form that is empty again, and types there what somebody typed too early.</summary>
    public async Task FocusNextAsync(string formId) => await (await ModuleAsync()).InvokeVoidAsync("focusNext", formId);

    /// <summary>Puts the focus on the first element that the selector finds, once it is there and no dialog lies over it, unless somebody goes on elsewhere.</summary>
    public async Task FocusAsync(string selector) => await (await ModuleAsync()).InvokeVoidAsync("focusOn", selector);

    /// <summary>Scrolls to the first element that the selector finds, once it is there, unless somebody goes on elsewhere.</summary>
    public async Task ScrollToAsync(string selector) => await (await ModuleAsync()).InvokeVoidAsync("scrollTo", selector);

    /// <summary>Puts the focus on the first field of the dialog that was opened last, or on what else it has, unless it is in there already.</summary>
    public async Task FocusDialogAsync() => await (await ModuleAsync()).InvokeVoidAsync("focusDialog");

    /// <summary>Puts the focus on the page's heading, unless it is where somebody types.</summary>
    public async Task FocusHeadingAsync() => await (await ModuleAsync()).InvokeVoidAsync("focusHeading");

    private Task<IJSObjectReference> ModuleAsync() => _module ??= script.InvokeAsync<IJSObjectReference>("import", Module).AsTask();
}
