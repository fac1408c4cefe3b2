using System.Globalization;
using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Keyboard;
using Budgeting.Web.Components.Ui;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Gifting;

/// <summary>Occasions and people, in the palette, and what may be added. No gifts.</summary>
internal sealed class GiftingPaletteSource(
    OccasionsService occasions, PeopleService people, NavigationManager navigation, Dialogs dialogs, TimeProvider time) : IPaletteSource
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
            ? navigation.EntryTo(navigation.GetUriWithQueryParameter("add", "gift"), PaletteGroup.ThisPage, text, "plus", "This page", Shortcuts.Add, PaletteEntry.Adding)
            : navigation.EntryTo(AddressOf(occasion) + "?add=gift", PaletteGroup.AdditionsElsewhere, text, "plus", HintOf(occasion));
    }

    private static string AddressOf(OccasionDto occasion) => $"/occasions/{occasion.Id}";

    private static string HintOf(OccasionDto occasion)
    {
        var date = occasion.Date.ToString("d", CultureInfo.CurrentCulture);
        return occasion.Archived ? $"Archived, {date}" : date;
    }
}
