using System.Globalization;
using Budgeting.Core.Execution;

namespace Budgeting.Web.Wording.Execution;

/// <summary>What is said of an obligation on paper.</summary>
internal static class PaperWords
{
    public static string Title(ObligationPaperKind kind) => kind == ObligationPaperKind.Request ? "Obligation request" : "Certificate of available allotment";

    public static string Sentence(ObligationPaper said, ObligationPaperKind kind) => kind == ObligationPaperKind.Request
        ? $"It is requested to obligate {Money(said, said.Obligation.Amount)} for {said.Obligation.Payee}."
        : $"It is certified that {Money(said, said.Obligation.Used)} of the allotment named below is obligated for {said.Obligation.Payee} and available for nothing else.";

    public static IEnumerable<(string Label, string Text)> Fields(ObligationPaper said)
    {
        var obligation = said.Obligation;
        (string Label, string? Text)[] fields =
        [
            ("Payee", obligation.Payee),
            ("For", obligation.Description),
            ("Kind", SpendingWords.Of(obligation.Kind)),
            ("Date", SpendingWords.Day(obligation.Date)),
            ("Program", $"{said.ProgramCode} {said.ProgramName}"),
            ("Category", BudgetWords.Category(obligation.Category)),
            ("Object code", obligation.ObjectCode),
            ("Fund source", said.FundSource),
            ("Fiscal year", said.FiscalYear.ToString(CultureInfo.InvariantCulture)),
            ("Allotment", SpendingWords.NameOf(said.Allotment)),
            ("Requested by", said.RequestedBy),
            ("Approved by", said.ApprovedBy),
        ];
        return fields.Where(f => !string.IsNullOrEmpty(f.Text)).Select(f => (f.Label, f.Text!));
    }

    /// <summary>How the allotment comes to what is left of it.</summary>
    public static IEnumerable<(string Label, decimal Amount)> Sums(ObligationPaper said) =>
    [
        ($"Allotted, as of {SpendingWords.Day(said.AsOf)}", said.Allotment.Amount),
        ("Used by other obligations", said.UsedByOthers),
        ("Available for this one", said.Available),
        ("This obligation", said.Obligation.Used),
    ];

    public static IReadOnlyList<string> Signatures(ObligationPaper said, ObligationPaperKind kind) => kind == ObligationPaperKind.Request
        ? [$"Requested by{Name(said.RequestedBy)}, date", "Approved by, date"]
        : ["Certified by, date", "Approved by, date"];

    public static string Seal(ObligationPaper said) => string.Create(
        CultureInfo.CurrentCulture,
        $"Written on {said.At.UtcDateTime:d} at {said.At.UtcDateTime:t} UTC. The code is this entry's hash, by which it is found in the exported audit trail.");

    private static string Money(ObligationPaper said, decimal amount) => SpendingWords.Money(amount, said.Currency);

    private static string Name(string? name) => name is null ? "" : $" {name}";
}
