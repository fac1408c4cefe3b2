using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Budgeting.Web.LinkPreviews;

/// <summary>
/// A page as its tags and texts, in order. No tree is made of them: HTML's rules for trees take minutes for a mebibyte that somebody
/// wrote to that end.
/// </summary>
internal static class HtmlTokens
{
    public static IEnumerable<HtmlToken> Of(string html)
    {
        using var source = new TextSource(html);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            yield return token;
            if (token.Type == HtmlTokenType.StartTag)
            {
                tokenizer.State = ContentOf(token.Name);
            }
        }
    }

    // In these, what looks like a tag is none.
    private static HtmlParseMode ContentOf(string tag) => tag switch
    {
        "title" or "textarea" => HtmlParseMode.RCData,
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };
}
