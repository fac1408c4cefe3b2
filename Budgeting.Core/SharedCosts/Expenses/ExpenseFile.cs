using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.SharedCosts;

/// <summary>What the community paid, as a file.</summary>
internal sealed class ExpenseFile(RecordFileContext context, ExpenseRecords records)
    : ImportedFile<Expense, ExpenseInput, ExpenseDto>(context, records, ExpenseRecords.Projection, Fields, "expenses")
{
    private static readonly CsvFields<ExpenseInput, ExpenseDto> Fields = new(ExpenseInput.Fields);

    protected override IEnumerable<object?> ContentOf(Expense row) =>
    [
        row.PaymentType.ToUpperInvariant(), row.Amount, row.Date, row.Vendor?.ReplaceLineEndings("\n"), row.Description?.ReplaceLineEndings("\n"), row.PaidByOwnerId,
        row.BudgetItemId, row.Refund,
    ];

    protected override Task AddedAsync(IReadOnlyList<Expense> rows, CancellationToken cancellationToken) => records.AllocateAsync(rows, cancellationToken);

    protected override ImportedRecord ImportedOf(int line, Expense row) => new(
        line, row.PaymentType, row.Date, row.Signed, row is { Vendor: { } vendor, Description: { } description } ? $"{vendor} · {description}" : row.Vendor ?? row.Description);

    protected override decimal TotalOf(Expense row) => row.Signed;

    protected override bool IsWithoutItem(Expense row) => row.BudgetItemId is null;
}
