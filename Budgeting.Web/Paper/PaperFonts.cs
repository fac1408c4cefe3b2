using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace Budgeting.Web.Paper;

/// <summary>The font of papers, which comes with the program: the machine needs none.</summary>
internal sealed class PaperFonts : IFontResolver
{
    private const string Family = "Inter";
    private const string RegularFace = "Inter-Regular.ttf";
    private const string BoldFace = "Inter-SemiBold.ttf";

    static PaperFonts() => GlobalFontSettings.FontResolver = new PaperFonts();

    public static XFont Regular(double size) => new(Family, size, XFontStyleEx.Regular);

    public static XFont Bold(double size) => new(Family, size, XFontStyleEx.Bold);

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? BoldFace : RegularFace);

    public byte[] GetFont(string faceName)
    {
        using var file = typeof(PaperFonts).Assembly.GetManifestResourceStream(faceName)!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
