using System.Globalization;
using System.Text;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Budgeting.Web.Paper;

/// <summary>Sheets of A4 that are written from top to bottom; where one is full, the next begins.</summary>
internal sealed class PdfPaper : IDisposable
{
    public const string ContentType = "application/pdf";

    private const double Margin = 56;
    private const double Foot = 40;
    private const double LineHeight = 1.35;
    private const double LabelWidth = 150;

    // PDFsharp keeps what it knows of fonts for the whole process.
    private static readonly Lock OneAtATime = new();

    private readonly PdfDocument _document = new();
    private XGraphics _page = null!;
    private double _y;

    private PdfPaper(string title, DateTime created)
    {
        (_document.Info.Title, _document.Info.Creator, _document.Info.CreationDate, _document.Language) = (title, "Budgeting", created, "en");
        Begin();
    }

    public double Width { get; private set; }

    public XFont Large { get; } = PaperFonts.Bold(16);

    public XFont Bold { get; } = PaperFonts.Bold(10);

    public XFont Text { get; } = PaperFonts.Regular(10);

    public XFont Small { get; } = PaperFonts.Regular(8.5);

    /// <summary>A file as it is written by <paramref name="write"/>, with the number of each sheet at its foot.</summary>
    /// <param name="title">What the file is called.</param>
    /// <param name="foot">What stands at the foot of each sheet.</param>
    /// <param name="created">When what it says came to be, in UTC.</param>
    /// <param name="write">Writes from top to bottom.</param>
    public static byte[] ToFile(string title, string foot, DateTime created, Action<PdfPaper> write)
    {
        lock (OneAtATime)
        {
            using var paper = new PdfPaper(title, created);
            write(paper);
            return paper.ToBytes(foot);
        }
    }

    /// <summary>A text over as many lines as it needs, with an amount on its first line at the right edge.</summary>
    /// <param name="room">What is left free at the right.</param>
    public void Write(string text, XFont font, double indent = 0, string? amount = null, double room = 0, XBrush? brush = null)
    {
        var width = Width - indent - room - (amount is null ? 0 : _page.MeasureString(amount, font).Width + 16);
        foreach (var (line, index) in Wrapped(text, font, width).Select((line, index) => (line, index)))
        {
            Need(font.Size * LineHeight);
            _y += font.Size * LineHeight;
            _page.DrawString(line, font, brush ?? XBrushes.Black, new XPoint(Margin + indent, _y));
            if (index == 0 && amount is not null)
            {
                _page.DrawString(amount, font, XBrushes.Black, new XPoint(Margin + Width, _y), XStringFormats.BaseLineRight);
            }
        }
    }

    /// <summary>What something is called at the left, and what it is beside it.</summary>
    public void WriteField(string label, string text, double room = 0)
    {
        var height = Text.Size * LineHeight;
        Need(height);
        _page.DrawString(label, Text, XBrushes.DimGray, new XPoint(Margin, _y + height));
        Write(text, Text, LabelWidth, room: room);
        Gap(2);
    }

    /// <summary>Lines to sign on, side by side, each with who signs it below.</summary>
    public void WriteSignatures(params IReadOnlyList<string> captions)
    {
        const double Between = 24, Space = 48;
        Need(Space + (4 * Small.Size * LineHeight));
        var (line, end, width) = (_y + Space, _y, (Width - (Between * (captions.Count - 1))) / captions.Count);
        for (var i = 0; i < captions.Count; i++)
        {
            var left = i * (width + Between);
            _page.DrawLine(new XPen(XColors.Black, 0.5), Margin + left, line, Margin + left + width, line);
            _y = line;
            Write(captions[i], Small, left, room: Width - left - width);
            end = Math.Max(end, _y);
        }

        _y = end;
    }

    public void Gap(double height) => _y += height;

    /// <summary>A line over the whole width.</summary>
    public void Rule(double thickness = 0.5)
    {
        _y += 5;
        _page.DrawLine(new XPen(XColors.Black, thickness), Margin, _y, Margin + Width, _y);
        _y += 2;
    }

    /// <summary>Begins a new sheet unless so much fits on this one.</summary>
    public void Need(double height)
    {
        if (_y + height > _page.PageSize.Height - Margin - Foot)
        {
            Begin();
        }
    }

    /// <summary>Dark squares of a code, at the right edge beside what is written next.</summary>
    public void Squares(IReadOnlyList<System.Collections.BitArray> rows, double size)
    {
        var (left, square) = (Margin + Width - size, size / rows.Count);
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                // A run at a time: seams between squares disturb scanners.
                var run = 0;
                while (x + run < rows.Count && rows[y][x + run])
                {
                    run++;
                }

                if (run > 0)
                {
                    _page.DrawRectangle(XBrushes.Black, left + (x * square), _y + (y * square), run * square, square);
                    x += run;
                }
            }
        }
    }

    private byte[] ToBytes(string foot)
    {
        _page.Dispose();
        var font = PaperFonts.Regular(8);
        for (var i = 0; i < _document.PageCount; i++)
        {
            using var page = XGraphics.FromPdfPage(_document.Pages[i], XGraphicsPdfPageOptions.Append);
            var y = page.PageSize.Height - Foot;
            page.DrawString(foot, font, XBrushes.DimGray, new XPoint(Margin, y));
            page.DrawString(string.Create(CultureInfo.CurrentCulture, $"Page {i + 1} of {_document.PageCount}"), font, XBrushes.DimGray, new XPoint(Margin + Width, y), XStringFormats.BaseLineRight);
        }

        using var bytes = new MemoryStream();
        _document.Save(bytes, closeStream: false);
        return bytes.ToArray();
    }

    public void Dispose()
    {
        _page.Dispose();
        _document.Dispose();
    }

    private void Begin()
    {
        _page?.Dispose();
        var page = _document.AddPage();
        page.Size = PageSize.A4;
        _page = XGraphics.FromPdfPage(page);
        (Width, _y) = (_page.PageSize.Width - (2 * Margin), Margin);
    }

    private List<string> Wrapped(string text, XFont font, double width)
    {
        var (lines, line) = (new List<string>(), new StringBuilder());
        foreach (var word in text.Split((char[]?)[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, font, width)))
        {
            if (line.Length > 0 && _page.MeasureString($"{line} {word}", font).Width > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }

    // A word that is wider than the paper is cut where it has to be.
    private IEnumerable<string> Pieces(string word, XFont font, double width)
    {
        var piece = new StringBuilder();
        foreach (var rune in word.EnumerateRunes().Where(r => !Rune.IsControl(r)))
        {
            if (piece.Length > 0 && _page.MeasureString(piece.ToString() + rune, font).Width > width)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune.ToString());
        }

        yield return piece.ToString();
    }
}
