using System.Globalization;
using System.Text.Json;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Components.Gifting;

/// <summary>What gifts were, and the way back.</summary>
internal sealed class GiftHistory(GiftsService gifts, PeopleService people, OrganizationsService organizations, CurrentMember current, Dialogs dialogs)
{
    private const string Gone = "somebody who left";

    public async Task ShowHistoryAsync(GiftDto gift) =>
        await dialogs.ShowHistoryAsync($"History of {gift.Name}", await OfAsync(gift.OccasionId), gift.Id);

    public async Task ShowDeletedAsync(OccasionDto occasion) =>
        await dialogs.ShowDeletedAsync($"Deleted gifts of {occasion.Name}", await OfAsync(occasion.Id), occasion.Id, DeletedViewAsync);

    public async Task<HistoryView<GiftInput, GiftDto>> OfAsync(Guid occasionId) =>
        new(gifts, [GiftingTopics.Occasion(occasionId), GiftingTopics.People, OrganizationTopics.Members], gift => $"“{gift.Name}”", WordsAsync)
        {
            MayRestore = await current.RoleAsync() >= Role.Member,
            Otherwise = "moved it",
        };

    private async Task<HistoryWords> WordsAsync(CancellationToken cancellationToken)
    {
        var currency = await current.CurrencyAsync(cancellationToken);
        var names = (await people.ListAsync(cancellationToken)).ToDictionary(p => p.Id, p => p.Name);
        var members = (await organizations.MembersAsync(cancellationToken)).ToDictionary(m => m.Id, m => m.Name);
        return HistoryWords.Of(GiftInput.Fields, currency, (noun, id) => (noun == "person" ? names : members).GetValueOrDefault(id, Gone))
            .Empty("recipientId", "nobody in particular")
            .Empty("buyerId", "nobody yet")
            .With("givers", "Given by", value => GiversText(value, members, currency))
            .With("picture", "Picture", value => value is null ? "nothing" : "a picture")
            .With("noLongerWished", "No longer wished for", HistoryWords.YesOrNo);
    }

    /// <summary>How deleted gifts are shown.</summary>
    public async Task<DeletedView<GiftInput>> DeletedViewAsync(CancellationToken cancellationToken)
    {
        var all = await people.ListAsync(cancellationToken);
        return new DeletedView<GiftInput>(
            "gifts",
            "gift",
            await current.CurrencyAsync(cancellationToken),
            gift => gift.Name!,
            gift => gift.Status + (all.FirstOrDefault(p => p.Id == gift.RecipientId) is { } person ? $", for {person.Name}" : ""),
            gift => GiftPrice.Of(gift) is { Each: not null } price ? price.Total : null)
        {
            Note = all.Any(p => p.MemberId is not null && p.MemberId == current.MemberId)
                ? "While surprises are kept from you somewhere, you find here only what you deleted yourself: what others delete would tell you what else they plan."
                : null,
        };
    }

    private static string GiversText(string? value, Dictionary<Guid, string> members, Currency currency)
    {
        var givers = value is null ? [] : JsonSerializer.Deserialize<Giver[]>(value, JsonFormat.Options)!;
        return givers.Length == 0 ? "nothing" : string.Join(", ", givers.Select(TextOf));

        string TextOf(Giver giver) => members.GetValueOrDefault(giver.MemberId, Gone) +
            (giver.Amount is { } amount ? $" ({MoneyFormat.For(CultureInfo.CurrentCulture, currency).Format(amount, withSymbol: true)})" : null);
    }
}
