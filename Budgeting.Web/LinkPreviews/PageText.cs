using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Parser.Tokens;

namespace Budgeting.Web.LinkPreviews;

/// <summary>The text of a page, in the encoding that its first bytes, the answer's header or the page itself names; else UTF-8.</summary>
internal static class PageText
{
    // As far as browsers look, and a little further.
    private const int Head = 4096;

    public static string Of(ReadOnlyMemory<byte> html, string? charset)
    {
        using var reader = new StreamReader(
            new MemoryStream(html.ToArray()), Named(charset) ?? DeclaredIn(html.Span) ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static Encoding? DeclaredIn(ReadOnlySpan<byte> html)
    {
        var declared = HtmlTokens.Of(Encoding.Latin1.GetString(html[..Math.Min(Head, html.Length)]))
            .OfType<HtmlTagToken>()
            .Where(tag => tag.Name == "meta")
            .Select(meta => Named(meta.GetAttribute("charset")) ?? Named(MediaTypeHeaderValue.TryParse(meta.GetAttribute("content"), out var type) ? type.CharSet : null))
            .FirstOrDefault(encoding => encoding is not null);

        // A page that could be read this far isn't what it says.
        return declared is UnicodeEncoding or UTF32Encoding ? Encoding.UTF8 : declared;
    }

    private static Encoding? Named(string? charset)
    {
        try
        {
            return string.IsNullOrWhiteSpace(charset) ? null : Encoding.GetEncoding(charset.Trim('"', '\'', ' '));
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
