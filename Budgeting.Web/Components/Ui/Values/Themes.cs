namespace Budgeting.Web.Components.Ui;

/// <summary>How the app may look in a browser.</summary>
internal static class Themes
{
    public static IReadOnlyList<(string Value, string Icon, string Text)> All { get; } =
    [
        ("light", "sun", "Light"),
        ("dark", "moon", "Dark"),
        ("system", "system", "As this device"),
    ];
}
