using Budgeting.Core.Execution;
using Budgeting.Web.Wording.Execution;
using PdfSharp.Drawing;

namespace Budgeting.Web.Paper.Execution;

/// <summary>An obligation on paper, to be signed: its request, or the certificate that its allotment covers it.</summary>
internal sealed class ObligationPdf
{
    private const double CodeSize = 96;

    private readonly ObligationPaper _said;
    private readonly ObligationPaperKind _kind;
    private readonly PdfPaper _paper;

    private ObligationPdf(ObligationPaper said, ObligationPaperKind kind, PdfPaper paper) => (_said, _kind, _paper) = (said, kind, paper);

    private ObligationDto Obligation => _said.Obligation;

    public static byte[] Of(ObligationPaper said, ObligationPaperKind kind)
    {
        var title = $"{PaperWords.Title(kind)} {said.Obligation.ReferenceNo}";
        return PdfPaper.ToFile(title, $"{said.OrganizationName} · {title}", said.At.UtcDateTime, paper => new ObligationPdf(said, kind, paper).Write());
    }

    private void Write()
    {
        _paper.Write(_said.OrganizationName, _paper.Bold, amount: Obligation.ReferenceNo);
        _paper.Gap(24);
        _paper.Write(PaperWords.Title(_kind), _paper.Large);
        _paper.Gap(6);
        _paper.Write(PaperWords.Sentence(_said, _kind), _paper.Text);
        _paper.Gap(16);
        WriteFields();
        _paper.Gap(16);
        WriteSums();
        _paper.WriteSignatures(PaperWords.Signatures(_said, _kind));
        WriteSeal();
    }

    private void WriteFields()
    {
        foreach (var (label, text) in PaperWords.Fields(_said))
        {
            _paper.WriteField(label, text);
        }
    }

    private void WriteSums()
    {
        _paper.Rule();
        foreach (var (label, amount) in PaperWords.Sums(_said))
        {
            _paper.Write(label, _paper.Text, amount: SpendingWords.Money(amount, _said.Currency));
            _paper.Gap(3);
        }

        _paper.Rule(1);
        _paper.Write("Left of the allotment", _paper.Bold, amount: SpendingWords.Money(_said.Allotment.Remaining, _said.Currency));
    }

    private void WriteSeal()
    {
        _paper.Gap(36);
        _paper.Need(CodeSize + 24);
        _paper.Squares(QrMatrix.Of(_said.Hash), CodeSize);
        _paper.Write("Audit entry", _paper.Bold, room: CodeSize);
        _paper.Write(_said.Hash, _paper.Small, room: CodeSize + 24);
        _paper.Gap(4);
        _paper.Write(PaperWords.Seal(_said), _paper.Small, room: CodeSize + 24, brush: XBrushes.DimGray);
    }
}
