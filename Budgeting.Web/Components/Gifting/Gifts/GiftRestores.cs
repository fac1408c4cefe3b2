using Budgeting.Core.Gifting;
using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Components.Gifting;

/// <summary>Brings an earlier version of a gift back, at once and with a way to undo it.</summary>
internal sealed class GiftRestores(GiftHistoryService history, Undos undos, Actions actions)
{
    public Task RestoreAsync(Guid id, long toVersion, long version) => actions.TryAsync(() => undos.DoAsync(
        () => history.RestoreAsync(id, toVersion, version, CancellationToken.None),
        restored => string.Join(' ', [$"“{restored.Gift.Name}” restored.", .. restored.Remarks])));
}
