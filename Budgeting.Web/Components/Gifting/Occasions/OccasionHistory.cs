using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Components.Gifting;

/// <summary>What an occasion was, and the way back.</summary>
internal static class OccasionHistory
{
    public static HistoryView<OccasionInput, OccasionDto> Of(OccasionsService occasions, CurrentMember current, Guid id, bool mayRestore) =>
        new(occasions, [GiftingTopics.Occasion(id), OrganizationTopics.Members], occasion => occasion.Name, token => WordsAsync(current, token)) { MayRestore = mayRestore };

    private static async Task<HistoryWords> WordsAsync(CurrentMember current, CancellationToken cancellationToken) =>
        HistoryWords.Of(OccasionInput.Fields, await current.CurrencyAsync(cancellationToken)).Empty("revealOn", "never");
}
