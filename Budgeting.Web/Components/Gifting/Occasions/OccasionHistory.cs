using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Components.Gifting;

/// <summary>What an occasion was, and the way back.</summary>
internal static class OccasionHistory
{
    public static HistoryView<OccasionInput, OccasionDto> Of(OccasionsService occasions, CurrentMember current, Guid id, bool mayRestore) =>
        Of(occasions, current, GiftingTopics.Occasion(id), mayRestore);

    /// <summary>The same of any, for who may restore them.</summary>
    public static HistoryView<OccasionInput, OccasionDto> OfAll(OccasionsService occasions, CurrentMember current) =>
        Of(occasions, current, GiftingTopics.Occasions, mayRestore: true);

    private static HistoryView<OccasionInput, OccasionDto> Of(OccasionsService occasions, CurrentMember current, Topic topic, bool mayRestore) =>
        new(occasions, [topic, OrganizationTopics.Members], occasion => occasion.Name, token => WordsAsync(current, token)) { MayRestore = mayRestore };

    private static async Task<HistoryWords> WordsAsync(CurrentMember current, CancellationToken cancellationToken) =>
        HistoryWords.Of(OccasionInput.Fields, await current.CurrencyAsync(cancellationToken)).Empty("revealOn", "never");
}
