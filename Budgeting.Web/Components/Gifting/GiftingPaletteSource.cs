using System.Globalization;
using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Keyboard;
using Budgeting.Web.Components.Ui;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Gifting;

/// <summary>Occasions and people, in the palette, what may be added, and gifts by name.</summary>
internal sealed class GiftingPaletteSource(
    OccasionsService occasions, PeopleService people, GiftsService gifts, NavigationManager navigation, Dialogs dialogs, Actions actions, TimeProvider time) : IPaletteSource
{
    private Uri Here => new(navigation.Uri);

    public async Task<IReadOnlyList<PaletteEntry>> LoadAsync(Role role, CancellationToken cancellationToken)
    {
        var all = await occasions.ListAsync(DateOnly.FromDateTime(time.GetLocalNow().Date), cancellationToken);
        var everybody = await people.ListAsync(cancellationToken);
        return
        [
            .. all.Select(o => navigation.EntryTo(AddressOf(o), PaletteGroup.Records, o.Name, o.Archived ? "archive" : "gift", HintOf(o))),
            .. everybody.Select(p => navigation.EntryTo($"/people/{p.Id}", PaletteGroup.Records, p.Name, "user", "Person")),
            .. role >= Role.Member ? Additions(all.Where(o => !o.Archived)) : [],
        ];
    }

    public async Task<IReadOnlyList<PaletteEntry>> FindAsync(string typed, Role role, CancellationToken cancellationToken) =>
        [.. (await gifts.FindAsync(typed, IPaletteSource.MostFound, cancellationToken)).Select(g => new PaletteEntry(PaletteGroup.Records, g.Name, "gift", $"Gift, {g.Occasion}", () => ShowAsync(g, role)))];

    private Task ShowAsync(FoundGift found, Role role) => actions.TryAsync(async () =>
    {
        var gift = await gifts.GetAsync(found.Id, CancellationToken.None);
        await (role >= Role.Member ? GiftForm.ShowAsync(dialogs, gift.OccasionId, gift) : GiftDetails.ShowAsync(dialogs, gift));
    });

    private IEnumerable<PaletteEntry> Additions(IEnumerable<OccasionDto> open) =>
    [
        new(PaletteGroup.Additions, "Add occasion", "plus", "", () => OccasionForm.ShowAsync(dialogs), Also: PaletteEntry.Adding),
        navigation.EntryTo("/people?add=person", PaletteGroup.Additions, "Add person", "plus"),
        .. open.Select(AddGiftTo),
    ];

    private PaletteEntry AddGiftTo(OccasionDto occasion)
    {
        var text = $"Add gift to {occasion.Name}";
        return Here.AbsolutePath == AddressOf(occasion)
            ? navigation.EntryTo(navigation.GetUriWithQueryParameter("add", "gift"), PaletteGroup.ThisPage, text, "plus", "This page", OccasionDetails.IsOfWishes(Here) ? null : Shortcuts.Add, PaletteEntry.Adding)
            : navigation.EntryTo(AddressOf(occasion) + "?add=gift", PaletteGroup.AdditionsElsewhere, text, "plus", HintOf(occasion));
    }

    private static string AddressOf(OccasionDto occasion) => $"/occasions/{occasion.Id}";

    private static string HintOf(OccasionDto occasion)
    {
        var date = occasion.Date.ToString("d", CultureInfo.CurrentCulture);
        return occasion.Archived ? $"Archived, {date}" : date;
    }
}
