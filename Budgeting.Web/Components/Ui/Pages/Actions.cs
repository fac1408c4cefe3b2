using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Web.Components.Ui;

/// <summary>Does what a button says and tells how it went: the one place where a refused action becomes a sentence.</summary>
public sealed class Actions(Dialogs dialogs)
{
    /// <summary>Called when there is another message, or none any more.</summary>
    public event Action? Changed;

    /// <summary>What was told last, as long as it is shown.</summary>
    public Message? Message { get; private set; }

    /// <summary>Whether it was done. What the service refused is told in its own words.</summary>
    public async Task<bool> TryAsync(Func<Task> action, string? done = null)
    {
        try
        {
            await action();
        }
        catch (DomainException refused)
        {
            Show(new Message(refused.Message, IsError: true));
            return false;
        }

        if (done is not null)
        {
            Tell(done);
        }

        return true;
    }

    /// <summary>Tells something that went well.</summary>
    public void Tell(string text) => Show(new Message(text, IsError: false));

    /// <summary>Asks before something that can't be taken back.</summary>
    public Task<bool> ConfirmAsync(string question, string title, string yes) => dialogs.AskAsync(question, title, yes);

    /// <summary>Shows a message in place of the one that there is, or none.</summary>
    public void Show(Message? message)
    {
        Message = message;
        Changed?.Invoke();
    }
}
