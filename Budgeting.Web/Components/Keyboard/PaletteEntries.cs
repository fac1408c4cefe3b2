using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Components.Keyboard;

/// <summary>What the palette has for who looks.</summary>
internal sealed class PaletteEntries(IEnumerable<IPaletteSource> sources, CurrentMember current, BrowserScript script)
{
    /// <summary>Everything, in the order in which it is shown while nothing is typed.</summary>
    /// <exception cref="UnauthenticatedException">The membership has ended.</exception>
    public async Task<IReadOnlyList<PaletteEntry>> LoadAsync(CancellationToken cancellationToken)
    {
        var role = await current.RoleAsync(cancellationToken);
        var entries = new List<PaletteEntry>();
        foreach (var source in sources)
        {
            entries.AddRange(await source.LoadAsync(role, cancellationToken));
        }

        entries.Add(new(PaletteGroup.Settings, "Keyboard shortcuts", "keyboard", "Help", () => script.OpenDialogAsync("shortcuts"), Shortcuts.Sheet));
        return [.. entries.OrderBy(e => e.Group)];
    }

    /// <summary>The records that are called something like what is typed.</summary>
    /// <inheritdoc cref="LoadAsync"/>
    public async Task<IReadOnlyList<PaletteEntry>> FindAsync(string typed, CancellationToken cancellationToken)
    {
        var role = await current.RoleAsync(cancellationToken);
        var found = new List<PaletteEntry>();
        foreach (var source in sources)
        {
            found.AddRange(await source.FindAsync(typed, role, cancellationToken));
        }

        return found;
    }
}
