using System.Globalization;
using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Wording.SharedCosts;
using PdfSharp.Drawing;

namespace Budgeting.Web.Paper.SharedCosts;

/// <summary>A statement on paper: the same sum and lines as on screen, and the code to pay by.</summary>
internal sealed class StatementPdf
{
    private const double CodeSize = 120;

    private readonly StatementDto _statement;
    private readonly StatementContent _said;
    private readonly Currency _currency;
    private readonly PdfPaper _paper;

    private StatementPdf(StatementDto statement, PdfPaper paper) =>
        (_statement, _said, _currency, _paper) = (statement, statement.Content, StatementWords.CurrencyOf(statement), paper);

    public static byte[] Of(StatementDto statement)
    {
        var title = $"{StatementWords.Title(statement.Number)}, {statement.Content.Row.Name}";
        return PdfPaper.ToFile(
            title, $"{statement.Content.OrganizationName} · {title}", statement.IssuedAt.UtcDateTime, paper => new StatementPdf(statement, paper).Write());
    }

    private void Write()
    {
        _paper.Write(_said.OrganizationName, _paper.Bold, amount: StatementWords.Title(_statement.Number));
        _paper.Gap(24);
        _paper.Write(StatementWords.Sentence(_said), _paper.Large);
        _paper.Gap(8);
        _paper.Write($"{_said.PeriodName}, {BalanceWords.Days(_said.StartDate, _said.EndDate)}", _paper.Text);
        _paper.Write($"Issued on {_statement.IssuedAt.UtcDateTime.ToString("d", CultureInfo.CurrentCulture)}. All amounts in {_said.Currency}.", _paper.Text);
        if (_statement.BalanceBefore is not null)
        {
            _paper.Gap(6);
            _paper.Write(StatementWords.Correction(_statement), _paper.Bold);
        }

        _paper.Gap(14);
        foreach (var part in BalanceParts.Of(_said))
        {
            WritePart(part);
        }

        _paper.Rule(1);
        _paper.Write(BalanceWords.Total(_said.Row.Balance), _paper.Bold, amount: BalanceWords.Format(Math.Abs(_said.Row.Balance), _currency));
        if (StatementWords.WithoutAccount(_statement) is { } lacking)
        {
            _paper.Gap(8);
            _paper.Write(lacking, _paper.Text);
        }

        if (_statement.Payment is { } payment)
        {
            WritePayment(payment);
        }
    }

    private void WritePart(BalancePart part)
    {
        _paper.Need(48);
        _paper.Rule();
        _paper.Write(part.Text, _paper.Bold, amount: Amount(part.Amount));
        foreach (var line in part.Lines)
        {
            _paper.Need(30);
            _paper.Gap(3);
            _paper.Write(line.Text, _paper.Text, indent: 12, amount: Amount(line.Amount));
            if (line.Hint is { } hint)
            {
                _paper.Write(hint, _paper.Small, indent: 12, brush: XBrushes.DimGray);
            }
        }

        _paper.Gap(4);
    }

    private void WritePayment(PaymentRequest payment)
    {
        _paper.Gap(24);
        _paper.Need(CodeSize + 24);
        if (payment.Code(_currency) is { } code)
        {
            _paper.Squares(QrMatrix.Of(code), CodeSize);
        }

        _paper.Write(StatementWords.PaymentTitle(_statement), _paper.Bold, room: CodeSize);
        _paper.Gap(4);
        _paper.Write(payment.Account.Name, _paper.Text, room: CodeSize);
        _paper.Write(Iban.Grouped(payment.Account.Iban), _paper.Text);
        _paper.Write(BalanceWords.Format(payment.Amount, _currency), _paper.Text);
        _paper.Write(payment.Text, _paper.Text, room: CodeSize);
        if (payment.Code(_currency) is not null)
        {
            _paper.Gap(4);
            _paper.Write("Scan the code with your bank's app.", _paper.Small, brush: XBrushes.DimGray);
        }
    }

    private string Amount(decimal amount) => MoneyFormat.For(CultureInfo.CurrentCulture, _currency).Format(amount, withSymbol: false);
}
