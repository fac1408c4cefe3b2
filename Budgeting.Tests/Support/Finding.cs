using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Tests.Support;

/// <summary>Finds things as somebody with a screen reader does: by role and name.</summary>
internal static class Finding
{
    /// <summary>The one of that role and name, as soon as it is there.</summary>
    public static IElement ByRole(this IRenderedComponent<IComponent> page, AriaRole role, string? name = null)
    {
        IElement found = null!;
        page.WaitForAssertion(() => found = One(page.AllByRole(role), role, name));
        return found;
    }

    public static IReadOnlyList<IElement> AllByRole(this IRenderedComponent<IComponent> page, AriaRole role, string? name = null) =>
        Of(page.FindAll(Roles.SelectorOf(role)), name);

    public static IElement ByRole(this IElement within, AriaRole role, string? name = null) =>
        One(within.AllByRole(role), role, name);

    public static IReadOnlyList<IElement> AllByRole(this IElement within, AriaRole role, string? name = null) =>
        Of(within.QuerySelectorAll(Roles.SelectorOf(role)), name);

    /// <summary>What is typed into or chosen from, by its label, as soon as it is there.</summary>
    public static IElement Field(this IRenderedComponent<IComponent> page, string label)
    {
        IElement? Found() => page.FindAll("input, select, textarea").FirstOrDefault(f => !f.IsHidden() && f.AccessibleName() == label);
        page.WaitForState(() => Found() is not null);
        return Found()!;
    }

    /// <summary>Chooses one of a field's options, counted from 0.</summary>
    public static void ChooseOption(this IRenderedComponent<IComponent> page, string label, int option)
    {
        var field = page.Field(label);
        field.Change(field.QuerySelectorAll("option")[option].GetAttribute("value")!);
    }

    /// <summary>What the lists of that name have, line by line; those of a dialog, too.</summary>
    public static IReadOnlyList<IElement> Items(this IRenderedComponent<IComponent> page, string list) =>
        [.. page.AllByRole(AriaRole.List, list).SelectMany(l => l.Children)];

    /// <summary>The lines of a table between its head and its sums.</summary>
    public static IReadOnlyList<IElement> Rows(this IRenderedComponent<IComponent> page) => page.FindAll("tbody > tr");

    /// <summary>The line of a table that begins with that name.</summary>
    public static IElement Row(this IRenderedComponent<IComponent> page, string name) =>
        page.Rows().Single(r => r.Children[0].Words().StartsWith(name, StringComparison.Ordinal));

    /// <summary>Where the line of that name and the column of that name meet.</summary>
    public static IElement Cell(this IRenderedComponent<IComponent> page, string row, string column)
    {
        var found = page.Row(row);
        return found.Children[found.Closest("table")!.AllByRole(AriaRole.Columnheader).Select(h => h.AccessibleName()).ToList().IndexOf(column)];
    }

    /// <summary>The texts of all of that role.</summary>
    public static IEnumerable<string> WordsOf(this IRenderedComponent<IComponent> page, AriaRole role) => page.AllByRole(role).Select(e => e.Words());

    private static IElement One(IReadOnlyList<IElement> all, AriaRole role, string? name)
    {
        var found = Of(all, name);
        found.Count.Should().Be(1, $"one {role} is called “{name}”, of “{string.Join("”, “", all.Select(e => e.AccessibleName()))}”");
        return found[0];
    }

    private static IReadOnlyList<IElement> Of(IEnumerable<IElement> elements, string? name) =>
        [.. elements.Where(e => !e.IsHidden() && (name is null || e.AccessibleName() == name))];
}
