using System.Globalization;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Components.Admin;
using Budgeting.Web.Components.Gifting;
using Budgeting.Web.Components.Layout;
using Budgeting.Web.Components.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace Budgeting.Web.Components.Keyboard;

/// <summary>What the palette has for who looks: pages, occasions, people and periods, and what their role may add. No gifts.</summary>
internal sealed class PaletteEntries(
    OccasionsService occasions,
    PeopleService people,
    PeriodsService periods,
    CurrentMember current,
    NavigationManager navigation,
    DialogService dialogs,
    BrowserScript script,
    TimeProvider time)
{
    private Uri Here => new(navigation.Uri);

    /// <summary>Everything, in the order in which it is shown while nothing is typed.</summary>
    /// <exception cref="UnauthenticatedException">The membership has ended.</exception>
    public async Task<IReadOnlyList<PaletteEntry>> LoadAsync(CancellationToken cancellationToken)
    {
        var role = await current.RoleAsync(cancellationToken);
        var mayWrite = role >= Role.Member;
        var all = await occasions.ListAsync(DateOnly.FromDateTime(time.GetLocalNow().Date), cancellationToken);
        var everybody = await people.ListAsync(cancellationToken);
        var spans = await periods.ListAsync(cancellationToken);
        var open = all.Where(o => mayWrite && !o.Archived).ToList();
        return
        [
            .. open.Where(IsHere).Select(o => GoTo($"Add gift to {o.Name}", "plus", "This page", navigation.GetUriWithQueryParameter("add", "gift"), Shortcuts.AddGift)),
            .. Place.Main.Select(PageEntry),
            .. all.Select(o => GoTo(o.Name, o.Archived ? "archive" : "gift", HintOf(o), AddressOf(o))),
            .. everybody.Select(p => GoTo(p.Name, "user", "Person", $"/people/{p.Id}")),
            .. spans.Select(p => GoTo(p.Name, "costs", p.Status == PeriodStatus.Open ? "Period" : "Closed period", $"/costs/periods/{p.Id}")),
            .. Place.Parts.Select(PageEntry),
            .. mayWrite ? Additions() : [],
            .. role == Role.Admin ? [GoTo("Add period", "plus", "", "/costs?add=period")] : Array.Empty<PaletteEntry>(),
            .. open.Where(o => !IsHere(o)).Select(o => GoTo($"Add gift to {o.Name}", "plus", HintOf(o), AddressOf(o) + "?add=gift")),
            .. ThemeSwitch.Themes.Select(t => new PaletteEntry($"Theme: {t.Text}", t.Icon, "This browser", () => script.SetThemeAsync(t.Value))),
            new("Keyboard shortcuts", "keyboard", "Help", () => script.OpenDialogAsync("shortcuts"), Shortcuts.Sheet),
        ];
    }

    private PaletteEntry[] Additions() =>
    [
        new("Add occasion", "plus", "", () => OccasionForm.ShowAsync(dialogs)),
        GoTo("Add person", "plus", "", "/people?add=person"),
    ];

    private PaletteEntry PageEntry(Place place) => GoTo(place.Text, place.Icon, "Page", place.Href, place.Shortcut);

    private PaletteEntry GoTo(string text, string icon, string hint, string address, Shortcut? shortcut = null) => new(text, icon, hint, () => Go(address), shortcut);

    private Task Go(string address)
    {
        navigation.NavigateTo(address);
        return Task.CompletedTask;
    }

    private bool IsHere(OccasionDto occasion) => Here.AbsolutePath == AddressOf(occasion);

    private static string AddressOf(OccasionDto occasion) => $"/occasions/{occasion.Id}";

    private static string HintOf(OccasionDto occasion)
    {
        var date = occasion.Date.ToString("d", CultureInfo.CurrentCulture);
        return occasion.Archived ? $"Archived, {date}" : date;
    }
}
