using Budgeting.Web.Components.Keyboard;
using Microsoft.AspNetCore.Components.Routing;

namespace Budgeting.Web.Components.Layout;

/// <summary>A page that the navigation or the palette leads to.</summary>
internal sealed record Place(string Href, string Icon, string Text, NavLinkMatch Match = NavLinkMatch.Prefix, Shortcut? Shortcut = null)
{
    /// <summary>Those of the navigation.</summary>
    public static IReadOnlyList<Place> Main { get; } =
    [
        new("/", "home", "Home", NavLinkMatch.All, Shortcuts.Home),
        new("/occasions", "gift", "Occasions", Shortcut: Shortcuts.Occasions),
        new("/people", "people", "People", Shortcut: Shortcuts.People),
        new("/costs", "costs", "Costs", Shortcut: Shortcuts.Costs),
        new("/settings", "settings", "Settings"),
    ];

    /// <summary>Those that are parts of another one.</summary>
    public static IReadOnlyList<Place> Parts { get; } =
    [
        new("/purchases", "cart", "My purchases"),
        new("/costs/mine", "scale", "My balance"),
        new("/costs/owners", "people", "Owners and properties"),
        new("/settings/members", "people", "Members"),
        new("/settings/tokens", "key", "Tokens"),
        new("/account", "user", "Account"),
        new("/occasions?archived=true", "archive", "Archived occasions"),
    ];
}
