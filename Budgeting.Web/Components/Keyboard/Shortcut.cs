namespace Budgeting.Web.Components.Keyboard;

/// <param name="Keys">One key, several one after the other (<c>g h</c>), or several at once (<c>Control+k</c>).</param>
/// <param name="Text">What they do.</param>
public sealed record Shortcut(string Keys, string Text);

/// <param name="Title">Where they work.</param>
/// <param name="Shortcuts">In the order in which they are shown.</param>
public sealed record ShortcutGroup(string Title, IReadOnlyList<Shortcut> Shortcuts)
{
    public const string Anywhere = "Anywhere";
}
