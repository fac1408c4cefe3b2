namespace Budgeting.Web.Components.Keyboard;

/// <summary>One thing that the palette goes to or does.</summary>
/// <param name="Text">What is typed to find it.</param>
/// <param name="Icon">One of <c>Icon</c>'s names.</param>
/// <param name="Hint">Tells it from others of that name.</param>
/// <param name="ChooseAsync">Done when it is chosen.</param>
/// <param name="Shortcut">The keys that do the same.</param>
public sealed record PaletteEntry(string Text, string Icon, string Hint, Func<Task> ChooseAsync, Shortcut? Shortcut = null);
