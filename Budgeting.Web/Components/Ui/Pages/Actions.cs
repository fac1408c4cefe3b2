using Budgeting.Core.Kernel.Errors;
using Radzen;

namespace Budgeting.Web.Components.Ui;

/// <summary>Does what a button says and tells how it went: the one place where a refused action becomes a sentence.</summary>
public sealed class Actions(NotificationService notifications, DialogService dialogs)
{
    private const double ShownFor = 6000;

    /// <summary>Whether it was done. What the service refused is told in its own words.</summary>
    public async Task<bool> TryAsync(Func<Task> action, string? done = null)
    {
        try
        {
            await action();
        }
        catch (DomainException refused)
        {
            Say(NotificationSeverity.Error, refused.Message);
            return false;
        }

        if (done is not null)
        {
            Say(NotificationSeverity.Success, done);
        }

        return true;
    }

    /// <summary>Tells something that went well.</summary>
    public void Tell(string text) => Say(NotificationSeverity.Success, text);

    /// <summary>Asks before something that can't be taken back.</summary>
    public Task<bool> ConfirmAsync(string question, string title, string yes) => dialogs.AskAsync(question, title, yes);

    private void Say(NotificationSeverity severity, string text) =>
        notifications.Notify(new NotificationMessage { Severity = severity, Summary = text, Duration = ShownFor, CloseOnClick = true });
}
