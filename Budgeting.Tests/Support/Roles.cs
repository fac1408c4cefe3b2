namespace Budgeting.Tests.Support;

/// <summary>Which elements have a role, by themselves or because they say so.</summary>
internal static class Roles
{
    private static readonly Dictionary<AriaRole, string> Selectors = new()
    {
        [AriaRole.Alert] = "[role=alert]",
        [AriaRole.Article] = "article",
        [AriaRole.Button] = "button, [role=button]",
        [AriaRole.Cell] = "td",
        [AriaRole.Columnheader] = "th[scope=col], thead th",
        [AriaRole.Combobox] = "select, [role=combobox]",
        [AriaRole.Definition] = "dd",
        [AriaRole.Dialog] = "dialog, [role=dialog]",
        [AriaRole.Figure] = "figure",
        [AriaRole.Group] = "details, fieldset, [role=group]",
        [AriaRole.Heading] = "h1, h2, h3, h4, h5, h6",
        [AriaRole.Img] = "img:not([alt='']), [role=img]",
        [AriaRole.Link] = "a[href]",
        [AriaRole.List] = "ul, ol, [role=list]",
        [AriaRole.Listitem] = "li, [role=listitem]",
        [AriaRole.Meter] = "[role=meter]",
        [AriaRole.Navigation] = "nav",
        [AriaRole.Option] = "option, [role=option]",
        [AriaRole.Paragraph] = "p",
        [AriaRole.Radio] = "input[type=radio]",
        [AriaRole.Region] = "section[aria-label], section[aria-labelledby], [role=region]",
        [AriaRole.Status] = "[role=status]",
    };

    public static string SelectorOf(AriaRole role) => Selectors[role];
}
