using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Keyboard;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Budgeting.Web.Components.Layout;

/// <summary>A page that the navigation leads to; a part of another one is found by the search only.</summary>
/// <param name="Also">Other words that the search finds it by.</param>
/// <param name="Beside">The addresses of pages that belong to it without lying below it.</param>
/// <param name="Least">The least role that it is for.</param>
internal sealed record NavItem(string Href, string Icon, string Text, NavLinkMatch Match = NavLinkMatch.Prefix, Shortcut? Shortcut = null, bool IsPart = false, string Also = "", IReadOnlyList<string>? Beside = null, Role Least = Role.Viewer)
{
    /// <summary>Whether the page that is shown is it, or lies below it.</summary>
    public bool IsAt(NavigationManager navigation)
    {
        var path = "/" + navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0];
        return path == Href || Beside?.Contains(path, StringComparer.Ordinal) == true || (Match == NavLinkMatch.Prefix && path.StartsWith($"{Href}/", StringComparison.Ordinal));
    }

    public static NavItem Part(string href, string icon, string text, string also = "", Role least = Role.Viewer) => new(href, icon, text, IsPart: true, Also: also, Least: least);
}

/// <summary>The pages of all modules, in the order in which they are shown.</summary>
internal sealed record SiteMap(IReadOnlyList<NavItem> Items)
{
    // What a thumb finds; the last place leads to the rest, where there are more.
    private const int MostOnPhones = 5;

    public IEnumerable<NavItem> Main => Items.Where(i => !i.IsPart);

    /// <summary>Those in a phone's bar, in their order.</summary>
    public IEnumerable<NavItem> OnPhones => Main.Count() > MostOnPhones ? Main.Take(MostOnPhones - 1) : Main;

    /// <summary>Those for which a phone's bar has no room.</summary>
    public IEnumerable<NavItem> Beyond => Main.Except(OnPhones);
}
