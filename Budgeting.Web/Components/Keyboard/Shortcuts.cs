using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Components.Keyboard;

/// <summary>
/// Everything that can be done by keys, those of the modules included. The sheet shows it; those that work anywhere are also put on what
/// they press, as <c>data-keys</c>, where js/keys.js finds them.
/// </summary>
internal sealed class Shortcuts(IEnumerable<ShortcutGroup> ofModules)
{
    public static Shortcut Search { get; } = new("Control+k", "Go anywhere or add something, by its name");

    public static Shortcut Sheet { get; } = new("?", "Show the shortcuts");

    public static Shortcut Undo { get; } = new("Control+z", "Undo the last change, as long as it says so, or do it again");

    public static Shortcut Add { get; } = new(MainAction.Key, "Add what the page is of: an occasion, a gift, a person, an expense");

    private static readonly ShortcutGroup[] Common =
    [
        new(ShortcutGroup.Anywhere, [Search, Sheet, Undo, Add]),
        new("Search",
        [
            new("Arrows", "Go through what was found"),
            new("Enter", "Choose it"),
            new("Escape", "Close"),
        ]),
        new("Board",
        [
            new("Arrows", "Go from card to card; carry a lifted one"),
            new("Enter", "Open the card"),
            new("Space", "Lift the card, or put it down"),
            new("Escape", "Put a lifted card back"),
        ]),
        new("Menus",
        [
            new("Arrows", "Go through the menu"),
            new("Escape", "Close"),
        ]),
        new("Forms",
        [
            new("Enter", "Save, from a field of one line"),
            new("Escape", "Close; asks first if something would be lost"),
        ]),
    ];

    /// <summary>Those that work anywhere first.</summary>
    public IReadOnlyList<ShortcutGroup> Groups { get; } =
        [.. Common.Concat(ofModules).GroupBy(g => g.Title, (title, groups) => new ShortcutGroup(title, [.. groups.SelectMany(g => g.Shortcuts)]), StringComparer.Ordinal)];
}
