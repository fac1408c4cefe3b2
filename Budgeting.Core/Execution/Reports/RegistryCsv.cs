using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.Execution;

/// <summary>A registry as lines for spreadsheets.</summary>
internal static class RegistryCsv
{
    private static readonly string[] Header = ["date", "kind", "reference", "payee", "description", "amount", "unallotted", "unobligated", "unpaid"];

    public static CsvFile Write(RegistryDto registry, Currency currency)
    {
        return CsvFile.Write($"Registry of {registry.ProgramCode} {registry.ProgramName}", Header, registry.Lines.Select(Line));

        IReadOnlyList<object?> Line(RegistryLine line) =>
        [
            line.Date, line.Kind.ToString(), line.Reference, line.Payee, line.Description,
            .. ((decimal[])[line.Amount, line.Balance.Unallotted, line.Balance.Unobligated, line.Balance.Unpaid]).Select(a => CsvFile.Amount(a, currency)),
        ];
    }
}
