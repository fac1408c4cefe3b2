using Budgeting.Core.Kernel.Errors;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Ui;

/// <summary>Imports a file in a dialog: shows what it would add as soon as it is chosen, or what is wrong with it, and adds it when told to.</summary>
/// <typeparam name="T">What the API answers, for the preview as for the import.</typeparam>
public sealed partial class FileImport<T> : ComponentBase, IDisposable
    where T : class
{
    private readonly string _id = FieldId.Next();
    private readonly CancellationTokenSource _closed = new();
    private ElementReference _field;
    private bool _isBusy;
    private T? _preview;
    private InvalidException? _refused;

    /// <summary>Where the file is sent to be looked at.</summary>
    [Parameter, EditorRequired]
    public string PreviewAddress { get; set; } = "";

    /// <summary>Where it is sent to be imported.</summary>
    [Parameter, EditorRequired]
    public string ImportAddress { get; set; } = "";

    /// <summary>What the file must be like.</summary>
    [Parameter, EditorRequired]
    public string Hint { get; set; } = "";

    /// <summary>What would be added.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<T> Preview { get; set; } = null!;

    /// <summary>What the button says that adds it; <c>null</c>: there is nothing to add.</summary>
    [Parameter, EditorRequired]
    public Func<T, string?> SendText { get; set; } = null!;

    [Parameter]
    public EventCallback<T> OnImported { get; set; }

    [CascadingParameter]
    private FormDialog? Dialog { get; set; }

    private bool CanSend => _refused is null && _preview is not null && SendText(_preview) is not null;

    // What is said of the file as a whole stands above already.
    private IReadOnlyList<KeyValuePair<string, string[]>> Places => [.. _refused!.Errors.Where(e => e.Key != "file")];

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    private Task ChooseAsync() => TryAsync(async () =>
    {
        _preview = null;
        if (await Files.ChooseAsync(_field) is not null)
        {
            _preview = await Files.SendAsync<T>(_field, PreviewAddress, _closed.Token);
        }
    });

    private Task CloseAsync() => Dialog?.CloseAsync() ?? Task.CompletedTask;

    private Task SendAsync() => TryAsync(async () => await OnImported.InvokeAsync(await Files.SendAsync<T>(_field, ImportAddress, _closed.Token)));

    private async Task TryAsync(Func<Task> act)
    {
        if (_isBusy)
        {
            return;
        }

        (_isBusy, _refused) = (true, null);
        try
        {
            await act();
        }
        catch (InvalidException refused)
        {
            _refused = refused;
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The dialog was closed.
        }
        finally
        {
            _isBusy = false;
        }
    }

    private static string PlaceOf(string place) => char.ToUpperInvariant(place[0]) + place[1..] + ":";
}
