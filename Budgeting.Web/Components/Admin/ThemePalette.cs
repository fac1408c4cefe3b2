using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Keyboard;
using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Components.Admin;

/// <summary>Light or dark, in the palette.</summary>
internal sealed class ThemePalette(BrowserScript script) : IPaletteSource
{
    public Task<IReadOnlyList<PaletteEntry>> LoadAsync(Role role, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PaletteEntry>>(
        [.. Themes.All.Select(t => new PaletteEntry(PaletteGroup.Settings, $"Theme: {t.Text}", t.Icon, "This browser", () => script.SetThemeAsync(t.Value), Also: "appearance mode"))]);
}
