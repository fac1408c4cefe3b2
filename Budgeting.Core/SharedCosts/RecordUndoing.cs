using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Kernel.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>Puts the records of one write back, each by the rules of its kind, and then allocates again what hangs on them, once.</summary>
internal sealed class RecordUndoing(UnitOfWork work, CurrentMember current, RemovedReceipts receipts, Currency currency, TimeProvider time)
{
    private const string ReceiptIsGone = "Its receipt isn't kept any more.";

    private readonly SharedCostsRepository _repository = new(work);
    private readonly RecordRules _rules = new(work, new SharedCostsRepository(work), current);
    private readonly HashSet<Guid> _items = [];
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
        var items = new List<BudgetItem>();
        foreach (var id in _items)
        {
            if (await _repository.ItemAsync(id, cancellationToken) is { } item)
            {
                items.Add(item);
            }
        }

        foreach (var some in items.GroupBy(i => i.PeriodId))
        {
            await new AllocationWriter(_repository, currency, time).RewriteAsync([.. some], _expenses, cancellationToken);
        }
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
        var input = new ContributionInput
        {
            OwnerId = state.Get<Guid>("ownerId"),
            Amount = state.Get<decimal>("amount"),
            Payout = state.Get<bool>("payout"),
            Date = state.Get<DateOnly>("date"),
            Comment = state.Get<string>("comment"),
        };
        await ContributionsService.ApplyAsync(_rules, period, contribution, input, cancellationToken);
        contribution.ImportKey = await FreeKeyAsync(contribution.ImportKey, period.Id, state, cancellationToken);
        AddAgain(contribution, there);
    }

    private async Task UndoExpenseAsync(Guid id, RowVersion newest, CancellationToken cancellationToken)
    {
        var there = newest.State is null ? null : await _repository.ExpenseAsync(id, cancellationToken) ?? throw new NotFoundException("expense");
        var period = await RequireOpenAsync(newest, cancellationToken);
        await RequireOwnAsync(there?.PaidByOwnerId, newest.Before?.Get<Guid?>("paidByOwnerId"), there is null, cancellationToken);
        _expenses.Add(id);
        Touch(there?.BudgetItemId);
        if (newest.Before is not { } state)
        {
            await receipts.KeepAsync(_repository, there!, cancellationToken);
            _repository.Remove(there!);
            return;
        }

        var rules = new ExpenseRules(_rules, _repository, period, currency, time);
        var expense = there ?? new Expense { Id = id, OrganizationId = work.OrganizationId, PeriodId = period.Id, PaymentType = "", Version = newest.Number };
        await rules.ApplyAsync(expense, InputOf(state), cancellationToken);
        expense.ImportKey = await FreeKeyAsync(expense.ImportKey, period.Id, state, cancellationToken);
        AddAgain(expense, there);
        Touch(expense.BudgetItemId);
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
        var input = new BudgetItemInput
        {
            PaymentType = state.Get<string>("paymentType"),
            BudgetedCost = state.Get<decimal>("budgetedCost"),
            Strategy = state.Get<AllocationStrategy>("strategy"),
            UnitPrice = state.Get<decimal?>("unitPrice"),
        };
        await BudgetItemsService.ApplyAsync(_repository, item, input, currency, time, cancellationToken);
        AddAgain(item, there);
        Touch(id);
    }

    private async Task UndoReadingAsync(Guid id, RowVersion newest, CancellationToken cancellationToken)
    {
        await current.RequireAsync(Role.Admin, cancellationToken);
        var there = newest.State is null ? null : await _repository.ReadingAsync(id, cancellationToken) ?? throw new NotFoundException("reading");
        var period = await RequireOpenAsync(newest, cancellationToken);
        Touch(there?.BudgetItemId);
        if (newest.Before is not { } state)
        {
            _repository.Remove(there!);
            return;
        }

        var reading = there ?? new UtilityReading
        {
            Id = id, OrganizationId = work.OrganizationId, PeriodId = period.Id, BudgetItemId = default, PropertyId = default, MeterSerial = "", Version = newest.Number,
        };
        var input = new ReadingInput
        {
            BudgetItemId = state.Get<Guid>("budgetItemId"),
            PropertyId = state.Get<Guid>("propertyId"),
            MeterSerial = state.Get<string>("meterSerial"),
            StartReading = state.Get<decimal>("startReading"),
            EndReading = state.Get<decimal>("endReading"),
            Capacity = state.Get<decimal?>("capacity"),
            Estimated = state.Get<bool>("estimated"),
        };
        await ReadingsService.ApplyAsync(_repository, reading, input, cancellationToken);
        AddAgain(reading, there);
        Touch(reading.BudgetItemId);
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
        var input = new ChargeInput
        {
            OwnerId = state.Get<Guid>("ownerId"), Description = state.Get<string>("description"), Amount = state.Get<decimal>("amount"), Date = state.Get<DateOnly>("date"),
        };
        await ChargesService.ApplyAsync(_rules, period, charge, input, cancellationToken);
        AddAgain(charge, there);
    }

    private static ExpenseInput InputOf(RowState state) => new()
    {
        PaymentType = state.Get<string>("paymentType"),
        Amount = state.Get<decimal>("amount"),
        Date = state.Get<DateOnly>("date"),
        Vendor = state.Get<string>("vendor"),
        Description = state.Get<string>("description"),
        PaidByOwnerId = state.Get<Guid?>("paidByOwnerId"),
        BudgetItemId = state.Get<Guid?>("budgetItemId"),
        Refund = state.Get<bool>("refund"),
    };

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

    private void AddAgain<T>(T record, T? there)
        where T : class, IAudited
    {
        if (there is null)
        {
            _repository.Add(record);
        }
    }

    private void Touch(Guid? itemId)
    {
        if (itemId is { } id)
        {
            _items.Add(id);
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
