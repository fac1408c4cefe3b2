using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.SharedCosts;

/// <summary>What the community paid, as a file.</summary>
internal sealed class ExpenseFile(RecordFileContext context, ExpenseRecords records)
    : RecordFile<Expense, ExpenseInput, ExpenseDto>(context, records, Fields, "expenses")
{
    private static readonly CsvFields<ExpenseInput, ExpenseDto> Fields = new(ExpenseInput.Fields);

    protected override Task<IReadOnlyList<ExpenseDto>> AllAsync(CancellationToken cancellationToken) =>
        Context.Repository.ExpensesAsync(e => e.PeriodId == Context.Period.Id, cancellationToken);

    protected override IEnumerable<object?> ContentOf(Expense row) =>
    [
        row.PaymentType.ToUpperInvariant(), row.Amount, row.Date, row.Vendor?.ReplaceLineEndings("\n"), row.Description?.ReplaceLineEndings("\n"), row.PaidByOwnerId,
        row.BudgetItemId, row.Refund,
    ];

    protected override Task<IReadOnlySet<Guid>> ImportedAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) =>
        Context.Repository.ImportedExpensesAsync(Context.Period.Id, keys, cancellationToken);

    protected override async Task<IReadOnlyList<Expense>> OthersAsync(IReadOnlyCollection<Expense> rows, CancellationToken cancellationToken) =>
        rows.Count == 0
            ? []
            : await Context.Repository.ExpensesByHandAsync(Context.Period.Id, rows.Min(r => r.Date), rows.Max(r => r.Date), cancellationToken);

    protected override Task AddedAsync(IReadOnlyList<Expense> rows, CancellationToken cancellationToken) => records.AllocateAsync(rows, cancellationToken);

    protected override ImportedRecord ImportedOf(int line, Expense row) => new(
        line, row.PaymentType, row.Date, row.Signed, row is { Vendor: { } vendor, Description: { } description } ? $"{vendor} · {description}" : row.Vendor ?? row.Description);

    protected override void SetKey(Expense row, Guid key) => row.ImportKey = key;

    protected override decimal TotalOf(Expense row) => row.Signed;

    protected override bool IsWithoutItem(Expense row) => row.BudgetItemId is null;
}
