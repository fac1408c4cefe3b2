using System.Globalization;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Web.Components.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Budgeting.Web.Components.Keyboard;

/// <summary>The palette: loads when it is opened, finds while somebody types, and does what is chosen.</summary>
public sealed partial class CommandPalette : ComponentBase, IDisposable
{
    public const string Id = "palette";

    /// <summary>The address of a page that opens it: for pages without a circuit.</summary>
    public const string Address = "/?search=true";

    private const int MostShown = 50;
    private const int LeastTyped = 2;

    // Who types on isn't answered for each letter.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _closed = new();
    private CancellationTokenSource? _typing;
    private Task<IReadOnlyList<PaletteEntry>>? _entries;
    private Task _search = Task.CompletedTask;
    private IReadOnlyList<PaletteEntry> _records = [];
    private IReadOnlyList<PaletteEntry> _shown = [];
    private string _typed = "";
    private string _said = "";
    private int _active;

    [SupplyParameterFromQuery]
    private string? Search { get; set; }

    [Inject]
    private PaletteEntries Entries { get; set; } = null!;

    [Inject]
    private BrowserScript Script { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
        _typing?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Search is not null)
        {
            await Script.OpenDialogAsync(Id);
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("search", (string?)null), replace: true);
        }
    }

    private Task OpenAsync() => _entries is null ? ShowAsync() : Task.CompletedTask;

    // What is there at once, and then what has to be looked for.
    private async Task FindAsync(ChangeEventArgs change)
    {
        _typed = (string?)change.Value ?? "";
        _typing?.Cancel();
        _typing = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token);
        _search = SearchAsync(_typed, _typing.Token);
        await ShowAsync();
        await _search;
    }

    private async Task SearchAsync(string typed, CancellationToken cancellationToken)
    {
        if (typed.Trim().Length < LeastTyped)
        {
            return;
        }

        try
        {
            await Task.Delay(Pause, Time, cancellationToken);
            _records = await Entries.FindAsync(typed, cancellationToken);
            await ShowAsync(active: _active < _shown.Count ? _shown[_active] : null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // More was typed meanwhile, or it was closed.
        }
        catch (DomainException refused)
        {
            (_shown, _active, _said) = ([], 0, refused.Message);
        }
    }

    /// <param name="active">What stays chosen, wherever it is now.</param>
    private async Task ShowAsync(PaletteEntry? active = null)
    {
        try
        {
            _entries ??= Entries.LoadAsync(_closed.Token);
            var found = PaletteSearch.Find([.. await _entries, .. _records], _typed);
            _shown = [.. found.Take(MostShown)];
            (_active, _said) = (Math.Max(0, _shown.ToList().IndexOf(active!)), WordsOf(found.Count));
        }
        catch (DomainException refused)
        {
            (_shown, _active, _said) = ([], 0, refused.Message);
        }
    }

    private Task OnKeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when _shown.Count > 0:
                _active = (_active + 1) % _shown.Count;
                break;
            case "ArrowUp" when _shown.Count > 0:
                _active = (_active + _shown.Count - 1) % _shown.Count;
                break;
            case "Enter" when !key.IsComposing:
                return ChooseAsync();
        }

        return Task.CompletedTask;
    }

    private async Task ChooseAsync()
    {
        // Somebody who knows what they want is faster than the first load.
        if (_entries is { IsCompleted: false })
        {
            await ShowAsync();
        }

        if (_shown.Count == 0)
        {
            await _search;
        }

        if (_active < _shown.Count)
        {
            await ChooseAsync(_shown[_active]);
        }
    }

    // Closed first, so that the focus is back where it was before anything else takes it.
    private async Task ChooseAsync(PaletteEntry entry)
    {
        await Script.CloseDialogAsync(Id, entry.Text, entry.Hint);
        await entry.ChooseAsync();
    }

    private void Reset()
    {
        _typing?.Cancel();
        (_entries, _records, _shown, _typed, _said, _active) = (null, [], [], "", "", 0);
    }

    private static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"palette-{index}");

    private static string WordsOf(int count) => count switch
    {
        0 => "Nothing found.",
        1 => "1 result",
        <= MostShown => string.Create(CultureInfo.CurrentCulture, $"{count} results"),
        _ => string.Create(CultureInfo.CurrentCulture, $"The first {MostShown} of {count} results: type more to find others."),
    };
}
