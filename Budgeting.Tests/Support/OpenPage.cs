using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Tests.Support;

/// <summary>A page as its reader uses it: waits for what should appear, and presses what is named.</summary>
public sealed class OpenPage(IRenderedComponent<IComponent> page)
{
    public string Markup => page.Markup;

    public string Text => string.Join(' ', page.Nodes.Select(n => n.Words()));

    /// <summary>The names of the buttons that can be pressed.</summary>
    public IEnumerable<string> Buttons => AllButtons().Select(b => b.AccessibleName());

    /// <summary>What is wrong, field by field as they follow each other.</summary>
    public IEnumerable<string> Errors => page.FindAll("[aria-invalid=true]").Select(f => f.Error());

    public IReadOnlyList<IElement> All(string selector) => [.. page.FindAll(selector)];

    /// <summary>The element, as soon as it is there.</summary>
    public IElement Find(string selector) => page.WaitForElement(selector);

    public IElement ByRole(AriaRole role, string? name = null) => page.ByRole(role, name);

    public IReadOnlyList<IElement> AllByRole(AriaRole role, string? name = null) => page.AllByRole(role, name);

    public IEnumerable<string> WordsOf(AriaRole role) => page.WordsOf(role);

    public IReadOnlyList<IElement> Items(string list) => page.Items(list);

    public IReadOnlyList<IElement> Rows() => page.Rows();

    public IElement Row(string name) => page.Row(name);

    public IElement Cell(string row, string column) => page.Cell(row, column);

    public IElement Field(string label) => page.Field(label);

    /// <summary>The dialog in front, as soon as there is one.</summary>
    public IElement Dialog()
    {
        page.WaitForState(() => page.AllByRole(AriaRole.Dialog).Count > 0);
        return page.AllByRole(AriaRole.Dialog)[^1];
    }

    public void Sees(string text) => page.WaitForAssertion(() => Text.Should().Contain(text));

    public void NoLongerSees(string text) => page.WaitForAssertion(() => Text.Should().NotContain(text));

    public void WaitFor(Action assertion) => page.WaitForAssertion(assertion);

    /// <summary>Presses the first button of that name, once it is there; in the list item that says <paramref name="within"/>.</summary>
    public void Press(string name, string? within = null)
    {
        IElement? Button() => AllButtons()
            .FirstOrDefault(b => b.AccessibleName() == name && (within is null || b.Closest("li")?.TextContent.Contains(within, StringComparison.Ordinal) == true));
        page.WaitForState(() => Button() is not null);
        Button()!.Click();
    }

    /// <summary>Answers the question that is asked.</summary>
    public void Answer(string name)
    {
        page.WaitForState(() => page.AllByRole(AriaRole.Dialog).LastOrDefault()?.AllByRole(AriaRole.Button, name).Count == 1);
        Dialog().ByRole(AriaRole.Button, name).Click();
    }

    /// <summary>Sends the form: that of the dialog in front, if there is one.</summary>
    public void Submit()
    {
        Find("form");
        (page.AllByRole(AriaRole.Dialog).LastOrDefault()?.QuerySelector("form") ?? All("form").First(f => !f.IsHidden())).Submit();
    }

    public void Type(string label, string text) => Field(label).Change(text);

    public void Choose(string label, string option) => Field(label).Change(OptionOf(label, o => o.TextContent == option).GetAttribute("value")!);

    /// <summary>What there is to choose from.</summary>
    public IEnumerable<string> OptionsOf(string label) => Field(label).AllByRole(AriaRole.Option).Select(o => o.TextContent);

    public string ChosenOf(string label) => OptionOf(label, o => o.GetAttribute("value") == Field(label).GetAttribute("value")).TextContent;

    private IElement OptionOf(string label, Func<IElement, bool> isIt) => Field(label).AllByRole(AriaRole.Option).Single(isIt);

    // Those in menus, too, which are rendered when they are opened.
    private IReadOnlyList<IElement> AllButtons()
    {
        foreach (var menu in page.FindAll("[popover]").Where(m => m.ChildElementCount == 0))
        {
            menu.Toggle();
        }

        return page.AllByRole(AriaRole.Button);
    }
}
