using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace Budgeting.Web.Statements;

/// <summary>The font of statements, which comes with the program: the machine needs none.</summary>
internal sealed class StatementFonts : IFontResolver
{
    private const string Family = "Inter";
    private const string RegularFace = "Inter-Regular.ttf";
    private const string BoldFace = "Inter-SemiBold.ttf";

    static StatementFonts() => GlobalFontSettings.FontResolver = new StatementFonts();

    public static XFont Regular(double size) => new(Family, size, XFontStyleEx.Regular);

    public static XFont Bold(double size) => new(Family, size, XFontStyleEx.Bold);

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? BoldFace : RegularFace);

    public byte[] GetFont(string faceName)
    {
        using var file = typeof(StatementFonts).Assembly.GetManifestResourceStream(faceName)!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
