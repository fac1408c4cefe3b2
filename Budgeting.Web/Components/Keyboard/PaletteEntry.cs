using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Keyboard;

/// <summary>What belongs together, in the order in which it is shown while nothing is typed.</summary>
internal enum PaletteGroup
{
    ThisPage,
    Pages,
    Records,
    Parts,
    Additions,
    AdditionsElsewhere,
    Settings,
}

/// <summary>One thing that the palette goes to or does.</summary>
/// <param name="Group">Where it stands.</param>
/// <param name="Text">What is typed to find it.</param>
/// <param name="Icon">One of <c>Icon</c>'s names.</param>
/// <param name="Hint">Tells it from others of that name.</param>
/// <param name="ChooseAsync">Done when it is chosen.</param>
/// <param name="Shortcut">The keys that do the same.</param>
/// <param name="Also">Other words that people try for it, not shown.</param>
internal sealed record PaletteEntry(PaletteGroup Group, string Text, string Icon, string Hint, Func<Task> ChooseAsync, Shortcut? Shortcut = null, string Also = "")
{
    /// <summary>The other words for whatever adds something.</summary>
    public const string Adding = "new create make";
}

internal static class PaletteNavigation
{
    /// <summary>An entry that goes to an address.</summary>
    public static PaletteEntry EntryTo(
        this NavigationManager navigation, string address, PaletteGroup group, string text, string icon, string hint = "", Shortcut? shortcut = null, string also = "") =>
        new(group, text, icon, hint, () => Go(navigation, address), shortcut, also.Length > 0 || group is not (PaletteGroup.Additions or PaletteGroup.AdditionsElsewhere) ? also : PaletteEntry.Adding);

    private static Task Go(NavigationManager navigation, string address)
    {
        navigation.NavigateTo(address);
        return Task.CompletedTask;
    }
}
