using Budgeting.Web.Components.Keyboard;
using Budgeting.Web.Components.Layout;
using Microsoft.AspNetCore.Components.Routing;

namespace Budgeting.Web.Modules;

/// <summary>The page that one comes to first, made of what the other modules put on it.</summary>
internal sealed class HomeModule : WebModule
{
    private static readonly Shortcut GoHome = new("g h", "Go to Home");

    public override int Order => 0;

    public override IReadOnlyList<NavItem> Navigation => [new("/", "home", "Home", NavLinkMatch.All, GoHome)];

    public override IReadOnlyList<ShortcutGroup> Shortcuts => [new(ShortcutGroup.Anywhere, [GoHome])];
}
