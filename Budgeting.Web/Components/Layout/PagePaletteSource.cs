using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Keyboard;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Layout;

/// <summary>The pages, in the palette.</summary>
internal sealed class PagePaletteSource(SiteMap map, NavigationManager navigation) : IPaletteSource
{
    public Task<IReadOnlyList<PaletteEntry>> LoadAsync(Role role, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PaletteEntry>>([.. map.Items.Where(i => i.Least <= role).Select(Entry)]);

    private PaletteEntry Entry(NavItem item) =>
        navigation.EntryTo(item.Href, item.IsPart ? PaletteGroup.Parts : PaletteGroup.Pages, item.Text, item.Icon, "Page", item.Shortcut, item.Also);
}
