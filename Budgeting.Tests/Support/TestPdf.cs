using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Budgeting.Tests.Support;

/// <summary>PDF files as who opens them reads them.</summary>
internal static class TestPdf
{
    /// <summary>What is written for a reader of American English.</summary>
    public static PdfDocument Open(Func<byte[]> write)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        try
        {
            return PdfDocument.Open(write());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Words of one height, from left to right.</summary>
    public static List<string> Lines(this Page page) => page.GetWords()
        .GroupBy(w => Math.Round(w.Letters[0].StartBaseLine.Y))
        .OrderByDescending(g => g.Key)
        .Select(g => string.Join(' ', g.OrderBy(w => w.BoundingBox.Left).Select(w => w.Text)))
        .ToList();
}
