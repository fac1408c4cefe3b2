using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Budgeting.Tests.Support;

/// <summary>What a screen reader calls an element and says of it, as far as the product's markup needs it. What style alone hides counts as shown.</summary>
internal static partial class AccessibleNames
{
    private const string NamedByContents = "button, a, h1, h2, h3, h4, h5, h6, td, th, option, [role=button], [role=option]";
    private const string Blocks = "address, article, dd, div, dl, dt, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, li, nav, ol, p, section, summary, table, td, th, tr, ul";

    public static string AccessibleName(this IElement element) =>
        Said(element, "aria-labelledby") ?? Given(element.GetAttribute("aria-label")) ?? Given(LabelOf(element)) ??
        (element.Matches(NamedByContents) ? Given(element.Words()) : null) ?? Given(element.GetAttribute("title")) ?? "";

    /// <summary>What is said of it besides: a field's hint and what is wrong with it, or a tooltip.</summary>
    public static string Description(this IElement element) =>
        Said(element, "aria-describedby") ?? Given(element.GetAttribute("title")) ?? "";

    /// <summary>What is wrong with a field, which is the last thing said of it.</summary>
    public static string Error(this IElement field) => Referenced(field, "aria-describedby").LastOrDefault() ?? "";

    /// <summary>The text as it is read out: without what is hidden, with single spaces, blocks apart.</summary>
    public static string Words(this INode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return Spaces().Replace(text.ToString(), " ").Trim();
    }

    public static bool IsHidden(this IElement element) => element.Closest("[hidden], [inert], [aria-hidden=true]") is not null;

    private static void Append(StringBuilder text, INode node)
    {
        var space = node is IElement block && block.Matches(Blocks) ? " " : "";
        text.Append(space).Append(node is IText ? node.TextContent : "");
        foreach (var child in node.ChildNodes.Where(c => c is not IElement element || !element.Matches("[hidden], [aria-hidden=true], script, style")))
        {
            Append(text, child);
        }

        text.Append(space);
    }

    private static string? LabelOf(IElement element) => element.LocalName switch
    {
        "input" or "select" or "textarea" => (element.Closest("label") ?? Root(element).QuerySelector($"label[for='{element.Id}']"))?.Words(),
        "img" => element.GetAttribute("alt"),
        "table" => element.QuerySelector("caption")?.Words(),
        "fieldset" => element.QuerySelector("legend")?.Words(),
        "details" => element.QuerySelector("summary")?.Words(),
        _ => null,
    };

    private static string? Said(IElement element, string ids) => Given(string.Join(' ', Referenced(element, ids)));

    // What the elements say whose ids it has.
    private static IEnumerable<string> Referenced(IElement element, string ids) => (element.GetAttribute(ids) ?? "")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Root(element).QuerySelector($"[id='{id}']")?.Words()).OfType<string>().Where(words => words.Length > 0);

    private static IParentNode Root(IElement element) => (IParentNode)(element.GetAncestors().LastOrDefault() ?? element);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    [GeneratedRegex("[ \t\r\n]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
