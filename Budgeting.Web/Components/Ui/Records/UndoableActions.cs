using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Organizations;

namespace Budgeting.Web.Components.Ui;

/// <summary>
/// The last change of this tab, and the way back. A page does what can be undone through here; <c>UndoToast</c> shows the rest.
/// </summary>
public sealed class UndoableActions(UndoService service, Actions actions)
{
    private bool _isBusy;

    /// <summary>Called when there is another offer, or none any more.</summary>
    public event Action? Changed;

    public UndoOffer? Offer { get; private set; }

    /// <summary>Whether it was done; it is told with a way to undo it. What the service refused is told in its own words.</summary>
    public Task<bool> TryAsync(Func<Task> change, string done) => actions.TryAsync(() => DoAsync(change, done));

    /// <summary>Does it, and offers to undo what it wrote. What the service refuses is thrown.</summary>
    public Task DoAsync(Func<Task> write, string text) => DoAsync(
        async () =>
        {
            await write();
            return true;
        },
        _ => text);

    /// <inheritdoc cref="DoAsync(Func{Task}, string)"/>
    public async Task<T> DoAsync<T>(Func<Task<T>> write, Func<T, string> text)
    {
        using var capture = WriteCapture.Open();
        var answer = await write();

        // What changed nothing has nothing to tell.
        if (capture.WriteId is { } written)
        {
            ShowDone(written, text(answer));
        }

        return answer;
    }

    /// <summary>Takes the last change back, or does it again; nothing where none is offered. What the service refused is told.</summary>
    public async Task UndoAsync()
    {
        if (_isBusy || Offer is not { } offer)
        {
            return;
        }

        _isBusy = true;
        try
        {
            if (!await actions.TryAsync(() => UndoAsync(offer)))
            {
                Show(null);
            }
        }
        finally
        {
            _isBusy = false;
        }
    }

    /// <summary>Offers what this tab offered before it was loaded again, where it still stands.</summary>
    public async Task ResumeAsync(UndoOffer offer, CancellationToken cancellationToken)
    {
        if (Offer is null && await service.IsOpenAsync(offer.WriteId, cancellationToken))
        {
            Show(offer);
        }
    }

    /// <summary>Offers to undo what was written by a request of its own, such as an import.</summary>
    public void ShowDone(Guid writeId, string text) => Show(new UndoOffer(writeId, text, UndoStep.Done, UndoOffer.Lifetime));

    /// <inheritdoc cref="ShowDone"/>
    public async Task ShowDoneAsync(IVersioned written, string text)
    {
        if (await service.WriteOfAsync(written, CancellationToken.None) is { } writeId)
        {
            ShowDone(writeId, text);
        }
    }

    /// <summary>Shows another offer in place of the one that there is, or none.</summary>
    public void Show(UndoOffer? offer)
    {
        Offer = offer;
        if (offer is not null)
        {
            actions.Show(null);
        }

        Changed?.Invoke();
    }

    private async Task UndoAsync(UndoOffer offer)
    {
        using var capture = WriteCapture.Open();
        var undone = await service.UndoAsync(offer.WriteId, CancellationToken.None);
        Show(capture.WriteId is { } written ? NextOf(offer, written, undone) : null);
    }

    private static UndoOffer NextOf(UndoOffer offer, Guid written, UndoResult undone) => offer with
    {
        WriteId = written,
        Step = offer.Step == UndoStep.Undone ? UndoStep.Redone : UndoStep.Undone,
        Left = UndoOffer.Lifetime,
        Remarks = undone.Remarks.Count > 0 ? string.Join(' ', undone.Remarks) : null,
    };
}
