using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Web.LinkPreviews;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;

namespace Budgeting.Web.Components.Gifting;

/// <summary>
/// Fills in what is still empty from the page that the link leads to: when a link is pasted into a form without a name, or when
/// asked. What was typed stays.
/// </summary>
public sealed partial class GiftLink : ComponentBase, IDisposable
{
    private readonly EventCallback<ClipboardEventArgs> _pasted;
    private readonly EventCallback<ChangeEventArgs> _typed;
    private bool _isPasting;
    private CancellationTokenSource? _reading;
    private string? _said;
    private string? _error;
    private string? _picture;
    private (PictureInput?, string?) _shown;

    public GiftLink()
    {
        _pasted = EventCallback.Factory.Create<ClipboardEventArgs>(this, () => _isPasting = true);
        _typed = EventCallback.Factory.Create<ChangeEventArgs>(this, TypedAsync);
    }

    [Parameter, EditorRequired]
    public GiftInput Gift { get; set; } = null!;

    /// <summary>Where the picture is that the gift has; <c>null</c>: it has none.</summary>
    [Parameter]
    public string? KeptPicture { get; set; }

    /// <summary>Called when something was filled in.</summary>
    [Parameter]
    public EventCallback OnFilled { get; set; }

    [CascadingParameter]
    private EditContext Form { get; set; } = null!;

    [Inject]
    private LinkPreviewService Previews { get; set; } = null!;

    private bool HasNoPicture => Gift.Picture is null ? KeptPicture is null : Gift.Picture.ContentType is null;

    private bool IsReading => _reading is not null;

    /// <summary>Closing the form ends what it waits for.</summary>
    public void Dispose()
    {
        _reading?.Cancel();
        _reading = null;
    }

    protected override void OnParametersSet() => ShowPicture();

    private void SetUrl(string? url) => Gift.Url = WebAddressText.Complete(url);

    // What was pasted comes with the next event; what is typed is left alone until the field is.
    private async Task TypedAsync(ChangeEventArgs typed)
    {
        var link = WebAddressText.Complete(typed.Value as string)?.Trim();
        var isPasted = _isPasting;
        _isPasting = false;
        if (isPasted && Previews.IsOn && string.IsNullOrWhiteSpace(Gift.Name) && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            Gift.Url = link;
            Tell(nameof(GiftInput.Url));
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        Dispose();
        using var reading = new CancellationTokenSource();
        (_reading, _said, _error) = (reading, null, null);
        var closed = reading.Token;
        try
        {
            _said = await FillAsync(closed);
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            // The form was closed, or another link is read.
        }
        catch (DomainException failed)
        {
            _error = failed.Message;
        }
        finally
        {
            _reading = _reading == reading ? null : _reading;
            ShowPicture();
        }
    }

    private async Task<string> FillAsync(CancellationToken closed)
    {
        var preview = await Previews.ReadAsync(Gift.Url, closed);
        closed.ThrowIfCancellationRequested();
        var filled = Fill(preview);
        await OnFilled.InvokeAsync();
        var picture = HasNoPicture ? await Previews.PictureAsync(preview, closed) : null;
        closed.ThrowIfCancellationRequested();
        if (picture is not null)
        {
            Gift.Picture = picture;
            filled.Add("picture");
            Tell(nameof(GiftInput.Picture));
        }

        return LinkWords.Filled(filled, preview, needsPrice: Gift.Price is null);
    }

    private List<string> Fill(LinkPreview preview)
    {
        var filled = new List<string>();
        if (string.IsNullOrWhiteSpace(Gift.Name) && preview.Title is not null)
        {
            Gift.Name = preview.Title;
            Tell(nameof(GiftInput.Name));
            filled.Add("name");
        }

        // A price that can't be read is one that somebody is typing.
        if (Gift.Price is null && preview.Price is not null && !Form.GetValidationMessages(Form.Field(nameof(GiftInput.Price))).Any())
        {
            Gift.Price = preview.Price;
            Tell(nameof(GiftInput.Price));
            filled.Add("price");
        }

        return filled;
    }

    private void RemovePicture()
    {
        Gift.Picture = PictureInput.None;
        Tell(nameof(GiftInput.Picture));
        ShowPicture();
    }

    private void Tell(string field) => Form.NotifyFieldChanged(Form.Field(field));

    // Made once for each picture: it may be a mebibyte of text.
    private void ShowPicture()
    {
        if (_shown != (Gift.Picture, KeptPicture))
        {
            _shown = (Gift.Picture, KeptPicture);
            _picture = Gift.Picture is { } picture ? picture.ToAddress() : KeptPicture;
        }
    }
}
