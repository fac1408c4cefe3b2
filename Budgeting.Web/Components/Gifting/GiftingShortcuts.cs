using Budgeting.Web.Components.Keyboard;

namespace Budgeting.Web.Components.Gifting;

internal static class GiftingShortcuts
{
    public static Shortcut Occasions { get; } = new("g o", "Go to Occasions");

    public static Shortcut People { get; } = new("g p", "Go to People");

    public static IReadOnlyList<ShortcutGroup> Groups { get; } =
    [
        new(ShortcutGroup.Anywhere, [Occasions, People]),
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
    ];
}
