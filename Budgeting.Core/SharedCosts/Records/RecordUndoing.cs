using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>Puts the records of one write back, each by the rules of its kind, and then allocates again what hangs on them, once.</summary>
internal sealed class RecordUndoing(UnitOfWork work, CurrentMember current, RemovedReceipts receipts, Currency currency, TimeProvider time)
{
    private const string ReceiptIsGone = "Its receipt isn't kept any more.";

    private readonly SharedCostsRepository _repository = new(work);
    private readonly RecordRules _rules = new(work, new SharedCostsRepository(work), current);
    private readonly HashSet<Guid> _items = [];
    private readonly HashSet<Guid> _itemsOfExpenses = [];
    private readonly List<Guid> _expenses = [];

    /// <summary>What couldn't be brought back, in sentences.</summary>
    public List<string> Remarks { get; } = [];

    public static string NounOf(string entity) => entity switch
    {
        nameof(Contribution) => "contribution",
        nameof(Expense) => "expense",
        nameof(BudgetItem) => "budget item",
        nameof(UtilityReading) => "reading",
        _ => "charge",
    };

    /// <summary>Loads what a file can have many of, before they are put back one by one.</summary>
    public Task LoadAsync(string entity, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => entity switch
    {
        nameof(Contribution) => _repository.LoadAsync<Contribution>(ids, cancellationToken),
        nameof(Expense) => _repository.LoadAsync<Expense>(ids, cancellationToken),
        nameof(UtilityReading) => _repository.LoadAsync<UtilityReading>(ids, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <param name="row">What the write did.</param>
    /// <param name="newest">The newest version of the record.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    public async Task UndoAsync(WrittenRow row, RowVersion newest, CancellationToken cancellationToken)
    {
        newest.RequireNumber(row.Version, NounOf(row.Entity));
        await (row.Entity switch
        {
            nameof(Contribution) => UndoContributionAsync(row.Id, newest, cancellationToken),
            nameof(Expense) => UndoExpenseAsync(row.Id, newest, cancellationToken),
            nameof(BudgetItem) => UndoItemAsync(row.Id, newest, cancellationToken),
            nameof(UtilityReading) => UndoReadingAsync(row.Id, newest, cancellationToken),
            _ => UndoChargeAsync(row.Id, newest, cancellationToken),
        });
    }

    /// <summary>Call once all are put back.</summary>
    public async Task ReallocateAsync(CancellationToken cancellationToken)
    {
        await _repository.SaveAsync(cancellationToken);
        var allocations = new AllocationWriter(_repository, currency, time);
        foreach (var some in (await _repository.ItemsAsync(_items, cancellationToken)).GroupBy(i => i.PeriodId))
        {
            await allocations.RewriteAsync([.. some], cancellationToken);
        }

        await allocations.RewriteAsync(_expenses, await _repository.ItemsAsync(_itemsOfExpenses, cancellationToken), cancellationToken);
    }

    private async Task UndoContributionAsync(Guid id, RowVersion newest, CancellationToken cancellationToken)
    {
        var there = newest.State is null ? null : await _repository.ContributionAsync(id, cancellationToken) ?? throw new NotFoundException("contribution");
        var period = await RequireOpenAsync(newest, cancellationToken);
        await RequireOwnAsync(there?.OwnerId, newest.Before?.Get<Guid?>("ownerId"), there is null, cancellationToken);
        if (newest.Before is not { } state)
        {
            _repository.Remove(there!);
            return;
        }

        var contribution = there ?? new Contribution { Id = id, OrganizationId = work.OrganizationId, PeriodId = period.Id, OwnerId = default, Version = newest.Number };
        await ContributionsService.ApplyAsync(_rules, period, contribution, RecordStates.Contribution(state), cancellationToken);
        contribution.ImportKey = await FreeKeyAsync(contribution.ImportKey, period.Id, state, cancellationToken);
        _repository.AddAgain(contribution, there);
    }

    private async Task UndoExpenseAsync(Guid id, RowVersion newest, CancellationToken cancellationToken)
    {
        var there = newest.State is null ? null : await _repository.ExpenseAsync(id, cancellationToken) ?? throw new NotFoundException("expense");
        var period = await RequireOpenAsync(newest, cancellationToken);
        await RequireOwnAsync(there?.PaidByOwnerId, newest.Before?.Get<Guid?>("paidByOwnerId"), there is null, cancellationToken);
        _expenses.Add(id);
        Touch(_itemsOfExpenses, there?.BudgetItemId);
        if (newest.Before is not { } state)
        {
            await receipts.KeepAsync(_repository, there!, cancellationToken);
            _repository.Remove(there!);
            return;
        }

        var rules = new ExpenseRules(_rules, _repository, period, currency, time);
        var expense = there ?? new Expense { Id = id, OrganizationId = work.OrganizationId, PeriodId = period.Id, PaymentType = "", Version = newest.Number };
        await rules.ApplyAsync(expense, RecordStates.Expense(state), cancellationToken);
        expense.ImportKey = await FreeKeyAsync(expense.ImportKey, period.Id, state, cancellationToken);
        _repository.AddAgain(expense, there);
        Touch(_itemsOfExpenses, expense.BudgetItemId);
        await SetReceiptAsync(rules, expense, state.Get<string>("attachment"), cancellationToken);
    }

    private async Task UndoItemAsync(Guid id, RowVersion newest, CancellationToken cancellationToken)
    {
        await current.RequireAsync(Role.Admin, cancellationToken);
        var there = newest.State is null ? null : await _repository.ItemAsync(id, cancellationToken) ?? throw new NotFoundException("budget item");
        var period = await RequireOpenAsync(newest, cancellationToken);
        if (newest.Before is not { } state)
        {
            await BudgetItemsService.RequireUnusedAsync(_repository, there!, cancellationToken);
            _repository.Remove(there!);
            return;
        }

        var item = there ?? new BudgetItem { Id = id, OrganizationId = work.OrganizationId, PeriodId = period.Id, PaymentType = "", Version = newest.Number };
        await BudgetItemsService.ApplyAsync(_repository, item, RecordStates.BudgetItem(state), currency, time, cancellationToken);
        _repository.AddAgain(item, there);
        _items.Add(id);
    }

    private async Task UndoReadingAsync(Guid id, RowVersion newest, CancellationToken cancellationToken)
    {
        await current.RequireAsync(Role.Admin, cancellationToken);
        var there = newest.State is null ? null : await _repository.ReadingAsync(id, cancellationToken) ?? throw new NotFoundException("reading");
        var period = await RequireOpenAsync(newest, cancellationToken);
        Touch(_items, there?.BudgetItemId);
        if (newest.Before is not { } state)
        {
            _repository.Remove(there!);
            return;
        }

        var reading = there ?? new UtilityReading
        {
            Id = id, OrganizationId = work.OrganizationId, PeriodId = period.Id, BudgetItemId = default, PropertyId = default, MeterSerial = "", Version = newest.Number,
        };
        await ReadingsService.ApplyAsync(_repository, reading, RecordStates.Reading(state), cancellationToken);
        _repository.AddAgain(reading, there);
        _items.Add(reading.BudgetItemId);
    }

    private async Task UndoChargeAsync(Guid id, RowVersion newest, CancellationToken cancellationToken)
    {
        await current.RequireAsync(Role.Admin, cancellationToken);
        var there = newest.State is null ? null : await _repository.ChargeAsync(id, cancellationToken) ?? throw new NotFoundException("charge");
        var period = await RequireOpenAsync(newest, cancellationToken);
        if (newest.Before is not { } state)
        {
            _repository.Remove(there!);
            return;
        }

        var charge = there ?? new ServiceCharge { Id = id, OrganizationId = work.OrganizationId, PeriodId = period.Id, OwnerId = default, Description = "", Version = newest.Number };
        await ChargesService.ApplyAsync(_rules, period, charge, RecordStates.Charge(state), cancellationToken);
        _repository.AddAgain(charge, there);
    }

    private Task<ServicePeriod> RequireOpenAsync(RowVersion newest, CancellationToken cancellationToken) =>
        _rules.RequireOpenAsync((newest.State ?? newest.Before!).Get<Guid>("periodId"), cancellationToken);

    // Of whoever it is of now, and was of before.
    private async Task RequireOwnAsync(Guid? now, Guid? before, bool isGone, CancellationToken cancellationToken)
    {
        if (!isGone)
        {
            await _rules.RequireOwnAsync(now, cancellationToken);
        }

        if (isGone || before is not null)
        {
            await _rules.RequireOwnAsync(before, cancellationToken);
        }
    }

    private static void Touch(HashSet<Guid> items, Guid? itemId)
    {
        if (itemId is { } id)
        {
            items.Add(id);
        }
    }

    // What was imported again meanwhile is another record, which has the key.
    private async Task<Guid?> FreeKeyAsync(Guid? has, Guid periodId, RowState state, CancellationToken cancellationToken) =>
        state.Get<Guid?>("importKey") is { } key && (key == has || !await _repository.IsImportedAsync(periodId, key, cancellationToken)) ? key : null;

    private async Task SetReceiptAsync(ExpenseRules rules, Expense expense, string? hash, CancellationToken cancellationToken)
    {
        if (expense.Attachment == hash)
        {
            return;
        }

        var receipt = hash is null ? AttachmentInput.None : receipts.Find(expense.OrganizationId, hash);
        await receipts.KeepAsync(_repository, expense, cancellationToken);
        await rules.SetAttachmentAsync(expense, receipt ?? AttachmentInput.None, cancellationToken);
        if (receipt is null)
        {
            Remarks.Add(ReceiptIsGone);
        }
    }
}
