using Budgeting.Core.Kernel.Csv;

namespace Budgeting.Core.SharedCosts;

/// <summary>What the community paid, as a file.</summary>
internal sealed class ExpenseFile(RecordFileContext context, ExpenseRules rules) : RecordFile<Expense>(context, Columns, Fields)
{
    private const string PaymentType = "paymentType";
    private const string Amount = "amount";
    private const string Date = "date";
    private const string Vendor = "vendor";
    private const string Description = "description";
    private const string PaidBy = "paidBy";
    private const string BudgetItem = "budgetItem";
    private const string Refund = "refund";

    private static readonly CsvColumns Columns = new(
        [PaymentType, Amount, Date, Vendor, Description, PaidBy, BudgetItem, Refund], Required: [Amount, Date], Informative: []);

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal) { ["paidByOwnerId"] = PaidBy, ["budgetItemId"] = BudgetItem };

    public override async Task<CsvFile> WriteAsync(CancellationToken cancellationToken) => CsvFile.Write(
        $"{Context.Period.Name} expenses",
        Columns.Names,
        (await Context.Repository.ExpensesAsync(e => e.PeriodId == Context.Period.Id, cancellationToken)).Select(e => new object?[]
        {
            e.PaymentType,
            CsvFile.Amount(e.Amount, Context.Currency),
            e.Date,
            e.Vendor,
            e.Description,
            e.PaidByOwnerId is { } owner ? Context.Owners.NameOf(owner) : null,
            e.BudgetItemId is { } item ? Context.Items.NameOf(item) : null,
            e.Refund,
        }));

    protected override async Task<Expense> ReadAsync(CsvRow line, Guid id, CancellationToken cancellationToken)
    {
        var row = rules.New(id);
        var input = new ExpenseInput
        {
            PaymentType = line.Text(PaymentType),
            Amount = line.Amount(Amount, Context.Currency),
            Date = line.Date(Date),
            Vendor = line.Text(Vendor),
            Description = line.Text(Description),
            PaidByOwnerId = Context.Owners.Find(line, PaidBy),
            BudgetItemId = Context.Items.Find(line, BudgetItem),
            Refund = line.Flag(Refund),
        };
        await CheckAsync(line, () => rules.ApplyAsync(row, input, cancellationToken));
        return row;
    }

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

    protected override Task AddAsync(IReadOnlyList<Expense> rows, CancellationToken cancellationToken) => rules.AddAsync(rows, cancellationToken);

    protected override ImportedRecord Told(int line, Expense row) => new(
        line, row.PaymentType, row.Date, row.Signed, row is { Vendor: { } vendor, Description: { } description } ? $"{vendor} · {description}" : row.Vendor ?? row.Description);

    protected override void SetKey(Expense row, Guid key) => row.ImportKey = key;

    protected override decimal TotalOf(Expense row) => row.Signed;

    protected override bool IsWithoutItem(Expense row) => row.BudgetItemId is null;
}
