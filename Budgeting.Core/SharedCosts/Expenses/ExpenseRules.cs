using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.SharedCosts;

/// <summary>How an expense of an open period is filled in, allocated, and what goes with it.</summary>
internal sealed class ExpenseRules(RecordRules records, SharedCostsRepository repository, ServicePeriod period, Currency currency, TimeProvider time)
{
    private readonly AllocationWriter _allocations = new(repository, currency, time);

    // An import asks for the same ones again and again.
    private readonly Dictionary<Guid, BudgetItem?> _items = [];
    private PaymentTypeList? _types;

    public SharedCostsRepository Repository => repository;

    public Expense New() => New(Guid.CreateVersion7(time.GetUtcNow()));

    public Expense New(Guid id) => new() { Id = id, OrganizationId = period.OrganizationId, PeriodId = period.Id, PaymentType = "" };

    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="ForbiddenException">Somebody else paid, and who acts is no admin.</exception>
    public async Task ApplyAsync(Expense expense, ExpenseInput input, CancellationToken cancellationToken)
    {
        var check = new Check();
        await records.CheckAmountAsync(check, RecordedSum.Expenses, period, expense.Amount, input.Amount, cancellationToken);
        RecordRules.CheckDate(check, period, input.Date);
        await records.CheckOwnerAsync(check, input.PaidByOwnerId, "paidByOwnerId", cancellationToken);
        var item = await ItemAsync(input.BudgetItemId, cancellationToken);
        check.That(input.BudgetItemId is null || item is not null, "budgetItemId", "There is no such budget item in this period.");
        var type = check.Required(input.PaymentType ?? item?.PaymentType, "paymentType", "a payment type", 60);
        expense.Vendor = check.Optional(input.Vendor, "vendor", 100);
        expense.Description = check.Optional(input.Description, "description", 500);
        check.ThrowIfAny();
        await records.RequireOwnAsync(input.PaidByOwnerId, cancellationToken);
        expense.PaymentType = await PaymentTypeAsync(type, cancellationToken);
        (expense.Amount, expense.Date, expense.Refund) = (input.Amount!.Value, input.Date!.Value, input.Refund);
        (expense.PaidByOwnerId, expense.BudgetItemId) = (input.PaidByOwnerId, input.BudgetItemId);
    }

    /// <summary>Adds a new one with its lines.</summary>
    public async Task AddAsync(Expense expense, CancellationToken cancellationToken)
    {
        repository.Add(expense);
        if (await ItemAsync(expense.BudgetItemId, cancellationToken) is { } item)
        {
            await _allocations.AddAsync([expense], item, cancellationToken);
        }
    }

    /// <summary>Adds what is imported, with its lines.</summary>
    public async Task AddAsync(IReadOnlyList<Expense> expenses, CancellationToken cancellationToken)
    {
        await repository.AddAsync(expenses, cancellationToken);
        foreach (var some in expenses.Where(e => e.BudgetItemId is not null).GroupBy(e => e.BudgetItemId))
        {
            await _allocations.AddAsync(some, (await ItemAsync(some.Key, cancellationToken))!, cancellationToken);
        }
    }

    /// <summary>Allocates again what an edit or deletion changed.</summary>
    /// <param name="before">The item that it was of before.</param>
    public async Task ReallocateAsync(Expense expense, Guid? before, CancellationToken cancellationToken)
    {
        var items = new[] { before, expense.BudgetItemId }.OfType<Guid>().Distinct().ToList();
        await _allocations.RewriteAsync([expense.Id], await repository.ItemsAsync(items, cancellationToken), cancellationToken);
    }

    public async Task SetAttachmentAsync(Expense expense, AttachmentInput attachment, CancellationToken cancellationToken)
    {
        if (await repository.AttachmentAsync(expense.Id, cancellationToken) is { } kept)
        {
            repository.Remove(kept);
            await repository.SaveAsync(cancellationToken);
        }

        expense.Attachment = attachment.Hash;
        if (attachment.ContentType is { } contentType)
        {
            repository.Add(new ExpenseAttachment
            {
                Id = expense.Id,
                OrganizationId = expense.OrganizationId,
                PeriodId = expense.PeriodId,
                FileName = attachment.FileName,
                ContentType = contentType,
                Bytes = attachment.Bytes,
            });
        }
    }

    internal static ExpenseDto DtoOf(Expense e) => new(
        e.Id, e.PeriodId, e.PaymentType, e.Amount, e.Date, e.Vendor, e.Description, e.PaidByOwnerId, e.BudgetItemId, e.Refund, e.Attachment, e.Version);

    private async Task<BudgetItem?> ItemAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (id is not { } known)
        {
            return null;
        }

        if (!_items.TryGetValue(known, out var item))
        {
            item = await repository.ItemAsync(known, cancellationToken);
            _items[known] = item = item?.PeriodId == period.Id ? item : null;
        }

        return item;
    }

    private async Task<string> PaymentTypeAsync(string name, CancellationToken cancellationToken)
    {
        _types ??= await PaymentTypeList.ReadAsync(repository, period.OrganizationId, time, cancellationToken);
        return _types.Use(name);
    }
}
