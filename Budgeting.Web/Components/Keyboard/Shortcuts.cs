namespace Budgeting.Web.Components.Keyboard;

/// <param name="Keys">One key, several one after the other (<c>g h</c>), or several at once (<c>Control+k</c>).</param>
/// <param name="Text">What they do.</param>
public sealed record Shortcut(string Keys, string Text);

/// <param name="Title">Where they work.</param>
/// <param name="Shortcuts">In the order in which they are shown.</param>
public sealed record ShortcutGroup(string Title, IReadOnlyList<Shortcut> Shortcuts);

/// <summary>
/// Everything that can be done by keys. The sheet shows it; the first group's are also put on what they press, as
/// <c>data-keys</c>, where js/keys.js finds them.
/// </summary>
public static class Shortcuts
{
    public static Shortcut Search { get; } = new("Control+k", "Go anywhere or add something, by its name");

    public static Shortcut Sheet { get; } = new("?", "Show the shortcuts");

    public static Shortcut Undo { get; } = new("Control+z", "Undo the last change, as long as it says so, or do it again");

    public static Shortcut AddGift { get; } = new("n", "Add a gift, on the page of an occasion");

    public static Shortcut Home { get; } = new("g h", "Go to Home");

    public static Shortcut Occasions { get; } = new("g o", "Go to Occasions");

    public static Shortcut People { get; } = new("g p", "Go to People");

    public static Shortcut Costs { get; } = new("g c", "Go to Costs");

    public static IReadOnlyList<ShortcutGroup> Groups { get; } =
    [
        new("Anywhere", [Search, Sheet, Undo, AddGift, Home, Occasions, People, Costs]),
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
        new("Prices in the list",
        [
            new("Enter", "Save"),
            new("Tab", "Save, and go on"),
            new("Escape", "Take back what you typed"),
        ]),
        new("Meter",
        [
            new("Tab", "Go to an amount, and see its gifts"),
            new("Enter", "Show only its gifts, or all again"),
            new("Escape", "Close its list of gifts"),
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
}
