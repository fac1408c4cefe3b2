using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>What the community pays, allocated, and what goes with it.</summary>
internal sealed class ExpenseRecords(PeriodContext period, RemovedReceipts receipts) : PeriodRecords<Expense, ExpenseInput, ExpenseDto>(period)
{
    private const string ReceiptIsGone = "Its receipt isn't kept any more.";

    // An import asks for the same ones again and again.
    private readonly Dictionary<Guid, BudgetItem?> _items = [];
    private readonly AllocationWriter _allocations = new(period.Repository, period.Currency, period.Time);
    private PaymentTypeList? _types;

    public static Expression<Func<Expense, ExpenseDto>> Projection { get; } =
        e => new ExpenseDto(e.Id, e.PeriodId, e.PaymentType, e.Amount, e.Date, e.Vendor, e.Description, e.PaidByOwnerId, e.BudgetItemId, e.Refund, e.Receipt, e.Version);

    protected override string Noun => "expense";

    protected override Role LeastRole => Role.Member;

    protected override Expression<Func<Expense, ExpenseDto>> Dto => Projection;

    protected override Task<Page<ExpenseDto>> PageInAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken) =>
        Repository.ByDayAsync(Projection, e => e.PeriodId == parentId, page, cancellationToken);

    public static Task<ListedRows<ExpenseDto>> LatestAsync(RecordRead read, CancellationToken cancellationToken) =>
        read.Repository.LatestAsync(Projection, read.Query, e => e.Amount, e => e.Refund, cancellationToken);

    public override Expense New(Guid id, Guid parentId) => new() { Id = id, OrganizationId = Work.OrganizationId, PeriodId = parentId, PaymentType = "" };

    public override async Task WriteAsync(Expense row, ExpenseInput input, CancellationToken cancellationToken)
    {
        var (period, check) = (await PeriodOfAsync(row, cancellationToken), new Check());
        await Period.Rules.CheckAmountAsync(check, RecordedSum.Expenses, period, row.Amount, input.Amount, cancellationToken);
        RecordRules.CheckDate(check, period, input.Date);
        await Period.Rules.CheckOwnerAsync(check, input.PaidByOwnerId, "paidByOwnerId", cancellationToken);
        var item = await ItemAsync(input.BudgetItemId, row.PeriodId, cancellationToken);
        check.That(input.BudgetItemId is null || item is not null, "budgetItemId", "There is no such budget item in this period.");
        var type = PaymentType.NameOf(check, input.PaymentType ?? item?.PaymentType, "paymentType", "a payment type");
        row.Vendor = check.Optional(input.Vendor, "vendor", 100);
        row.Description = check.Optional(input.Description, "description", 500);
        check.ThrowIfAny();
        await Period.Rules.RequireOwnAsync(input.PaidByOwnerId, cancellationToken);
        row.PaymentType = await PaymentTypeAsync(type, cancellationToken);
        (row.Amount, row.Date, row.Refund) = (input.Amount!.Value, input.Date!.Value, input.Refund);
        (row.PaidByOwnerId, row.BudgetItemId) = (input.PaidByOwnerId, input.BudgetItemId);
    }

    public override Task RequireMayAsync(Expense row, CancellationToken cancellationToken) => Period.Rules.RequireOwnAsync(row.PaidByOwnerId, cancellationToken);

    /// <summary>Allocates what was imported.</summary>
    public async Task AllocateAsync(IReadOnlyList<Expense> added, CancellationToken cancellationToken)
    {
        foreach (var some in added.Where(e => e.BudgetItemId is not null).GroupBy(e => (e.BudgetItemId, e.PeriodId)))
        {
            await _allocations.AddAsync(some, (await ItemAsync(some.Key.BudgetItemId, some.Key.PeriodId, cancellationToken))!, cancellationToken);
        }
    }

    /// <summary>Gives a budget item to all of its payment type that have none.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ShareByAsync(Guid itemId, CancellationToken cancellationToken)
    {
        var item = await Repository.ItemAsync(itemId, cancellationToken) ?? throw new NotFoundException("budget item");
        await RequireOpenAsync(item.PeriodId, cancellationToken);
        var expenses = (await Repository.UnallocatedAsync(item.PeriodId, cancellationToken))
            .Where(e => string.Equals(e.PaymentType, item.PaymentType, StringComparison.OrdinalIgnoreCase))
            .ToList();
        foreach (var expense in expenses)
        {
            expense.BudgetItemId = item.Id;
            Period.Touch(expense);
        }

        await FinishAsync(cancellationToken);
        return expenses.Count;
    }

    /// <summary>Keeps the receipt with the expense, in place of the one that it has, or takes that away.</summary>
    public async Task<Func<ExpenseDto>> SetReceiptAsync(Guid id, ReceiptInput receipt, long? version, CancellationToken cancellationToken)
    {
        var expense = await RequireEditableAsync(id, version, cancellationToken);
        await SetReceiptAsync(expense, receipt, cancellationToken);
        return () => DtoOf(expense);
    }

    protected override Task TouchAsync(Expense row, CancellationToken cancellationToken)
    {
        Period.Touch(row);
        return Task.CompletedTask;
    }

    // Of what is there, nothing changes with a new one.
    protected override Task AddedAsync(Expense row, CancellationToken cancellationToken) => AllocateAsync([row], cancellationToken);

    protected override Task RemovingAsync(Expense row, CancellationToken cancellationToken) => receipts.KeepAsync(Repository, row, cancellationToken);

    protected override async Task RestoreAsync(Expense row, RowState state, RowState last, CancellationToken cancellationToken)
    {
        row.ImportKey = await Period.FreeKeyAsync(row.ImportKey, row.PeriodId, state.Get<Guid?>("importKey"), cancellationToken);
        var hash = state.Get<string>("receipt");
        if (row.Receipt == hash)
        {
            return;
        }

        var receipt = hash is null ? ReceiptInput.None : receipts.Find(row.OrganizationId, hash);
        await SetReceiptAsync(row, receipt ?? ReceiptInput.None, cancellationToken);
        if (receipt is null)
        {
            Remarks.Add(ReceiptIsGone);
        }
    }

    private async Task SetReceiptAsync(Expense expense, ReceiptInput receipt, CancellationToken cancellationToken)
    {
        await receipts.KeepAsync(Repository, expense, cancellationToken);
        var kept = await Repository.ReceiptAsync(expense.Id, cancellationToken);
        expense.Receipt = receipt.Hash;
        if (receipt.ContentType is not { } contentType)
        {
            if (kept is not null)
            {
                Repository.Remove(kept);
            }
        }
        else if (kept is not null)
        {
            (kept.FileName, kept.ContentType, kept.Bytes) = (receipt.FileName, contentType, receipt.Bytes);
        }
        else
        {
            Repository.Add(new Receipt
            {
                Id = expense.Id,
                OrganizationId = expense.OrganizationId,
                PeriodId = expense.PeriodId,
                FileName = receipt.FileName,
                ContentType = contentType,
                Bytes = receipt.Bytes,
            });
        }
    }

    private async Task<BudgetItem?> ItemAsync(Guid? id, Guid periodId, CancellationToken cancellationToken)
    {
        if (id is not { } known)
        {
            return null;
        }

        if (!_items.TryGetValue(known, out var item))
        {
            _items[known] = item = await Repository.ItemAsync(known, cancellationToken);
        }

        return item?.PeriodId == periodId ? item : null;
    }

    private async Task<string> PaymentTypeAsync(string name, CancellationToken cancellationToken)
    {
        _types ??= await PaymentTypeList.ReadAsync(Repository, Work.OrganizationId, Period.Time, cancellationToken);
        return _types.Use(name);
    }
}
