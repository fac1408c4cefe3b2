using System.Globalization;
using Budgeting.Core.Execution;
using Budgeting.Core.Kernel;

namespace Budgeting.Web.Wording.Execution;

/// <summary>What is said of budgets.</summary>
internal static class BudgetWords
{
    private const int MostNames = 5;

    public static string Year(ProposalDto proposal) => string.Create(CultureInfo.InvariantCulture, $"Fiscal year {proposal.FiscalYear}");

    /// <summary>The days of its fiscal year.</summary>
    public static string Days(ProposalDto proposal) => Days(new FiscalYear(proposal.FiscalYear, proposal.StartMonth));

    public static string Days(FiscalYear year) => DateWords.Long(year.Start, year.End);

    public static string Status(ProposalStatus status) => status switch
    {
        ProposalStatus.Draft => "Draft",
        ProposalStatus.Submitted => "Submitted",
        ProposalStatus.Approved => "Approved",
        ProposalStatus.Rejected => "Rejected",
        _ => "Closed",
    };

    public static string Category(BudgetCategory category) => category switch
    {
        BudgetCategory.Personnel => "Personnel",
        BudgetCategory.Operating => "Operating",
        _ => "Capital",
    };

    public static string Kind(JustificationKind kind) => kind switch
    {
        JustificationKind.Need => "Need",
        JustificationKind.Evidence => "Evidence",
        _ => "Expected result",
    };

    public static string Program(ProgramDto program) => $"{program.Code} {program.Name}";

    public static string Money(decimal amount, Currency currency) => MoneyFormat.For(CultureInfo.CurrentCulture, currency).Format(amount, withSymbol: true);

    /// <summary>Ends a sentence that says that somebody else approves it: with who can.</summary>
    public static string Approvers(IReadOnlyList<string> names) => names switch
    {
        [] => ". Nobody else here can: an admin makes somebody an approver in the settings.",
        [var one] => $": {one}.",
        var several => $": {string.Join(", ", several.SkipLast(several.Count > MostNames ? several.Count - MostNames : 1))} or {(several.Count > MostNames ? $"{several.Count - MostNames} more" : several[^1])}.",
    };

    /// <summary>How many percent more or less it is, with its sign; <c>null</c> where nothing is what it is compared with.</summary>
    public static string? Variance(decimal amount, decimal of) =>
        of == 0 ? null : ((amount - of) / of).ToString("+0.0 %;−0.0 %;0.0 %", CultureInfo.CurrentCulture);

    /// <summary>What to do, with the amounts as who looks writes them.</summary>
    public static string Missing(MissingPart part, Currency currency) => part is { LineItems: { } lineItems, Requested: { } requested }
        ? $"Line items come to {Money(lineItems, currency)}, and {Money(requested, currency)} is requested. Make them equal."
        : part.What;

    /// <summary>By how much line items differ from what is requested; <c>null</c>: they don't.</summary>
    public static string? Difference(decimal requested, decimal lineItems, Currency currency) => (requested - lineItems) switch
    {
        0 => null,
        > 0 and var open => $"{Money(open, currency)} not yet in line items",
        var over => $"{Money(-over, currency)} more than requested",
    };
}
