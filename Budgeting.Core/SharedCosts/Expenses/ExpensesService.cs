using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>What the community pays. Members record what they paid from their pocket, admins everything.</summary>
public sealed class ExpensesService(UnitOfWorkFactory units, CurrentMember current, RemovedReceipts receipts, TimeProvider time)
{
    /// <summary>In the order of their days.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public async Task<Page<ExpenseDto>> ListAsync(Guid periodId, Payer? paidBy, PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RecordRules.RequirePeriodAsync(repository, periodId, cancellationToken);
        return await repository.ExpensesAsync(periodId, paidBy, page, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such expense here.</exception>
    public async Task<ExpenseDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return ExpenseRules.DtoOf(await RequireAsync(new SharedCostsRepository(work), id, cancellationToken));
    }

    /// <summary>What happened to it, newest first.</summary>
    /// <exception cref="NotFoundException">No such expense here, or it was deleted.</exception>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RequireAsync(repository, id, cancellationToken);
        return await repository.HistoryAsync<Expense>(id, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such expense here, or it has no receipt.</exception>
    public async Task<AttachmentDto> AttachmentAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        var expense = await RequireAsync(repository, id, cancellationToken);
        return await repository.AttachmentAsync(id, cancellationToken) is { } kept
            ? new AttachmentDto(kept.ContentType, kept.FileName, expense.Attachment!, kept.Bytes)
            : throw new NotFoundException("receipt");
    }

    /// <summary>Records it and shares it as its budget item says. With nothing to go by yet, it stays with the fund until there is.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="ForbiddenException">Somebody else paid, and who acts is no admin.</exception>
    /// <exception cref="ConflictException">The period is closed: <c>period.closed</c>.</exception>
    public async Task<ExpenseDto> AddAsync(Guid periodId, ExpenseInput input, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var rules = await RulesAsync(work, periodId, cancellationToken);
        var expense = rules.New();
        await rules.ApplyAsync(expense, input, cancellationToken);
        await rules.AddAsync(expense, cancellationToken);
        return await work.CommitAsync(() => ExpenseRules.DtoOf(expense), cancellationToken);
    }

    /// <param name="id">Which.</param>
    /// <param name="input">Everything that can be written; what is left out is emptied.</param>
    /// <param name="version">The version the edit was made on; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such expense here.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="ForbiddenException">Somebody else paid, and who acts is no admin.</exception>
    /// <exception cref="ConflictException">The period is closed: <c>period.closed</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<ExpenseDto> UpdateAsync(Guid id, ExpenseInput input, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var (rules, expense) = await EditAsync(work, id, version, cancellationToken);
        var before = expense.BudgetItemId;
        await rules.ApplyAsync(expense, input, cancellationToken);
        await rules.ReallocateAsync(expense, before, cancellationToken);
        return await work.CommitAsync(() => ExpenseRules.DtoOf(expense), cancellationToken);
    }

    /// <summary>Keeps the receipt with the expense, in place of the one that it has, or takes that away.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public async Task<ExpenseDto> SetAttachmentAsync(Guid id, AttachmentInput attachment, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var (rules, expense) = await EditAsync(work, id, version, cancellationToken);
        await receipts.KeepAsync(rules.Repository, expense, cancellationToken);
        await rules.SetAttachmentAsync(expense, attachment, cancellationToken);
        return await work.CommitAsync(() => ExpenseRules.DtoOf(expense), cancellationToken);
    }

    /// <inheritdoc cref="UpdateAsync"/>
    public async Task DeleteAsync(Guid id, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var (rules, expense) = await EditAsync(work, id, version, cancellationToken);
        await receipts.KeepAsync(rules.Repository, expense, cancellationToken);
        rules.Repository.Remove(expense);
        await rules.ReallocateAsync(expense, expense.BudgetItemId, cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    private async Task<ExpenseRules> RulesAsync(UnitOfWork work, Guid periodId, CancellationToken cancellationToken)
    {
        var repository = new SharedCostsRepository(work);
        var records = new RecordRules(work, repository, current);
        var period = await records.RequireOpenAsync(periodId, cancellationToken);
        return new ExpenseRules(records, repository, period, await current.CurrencyAsync(cancellationToken), time);
    }

    private async Task<(ExpenseRules Rules, Expense Expense)> EditAsync(UnitOfWork work, Guid id, long? version, CancellationToken cancellationToken)
    {
        var repository = new SharedCostsRepository(work);
        var records = new RecordRules(work, repository, current);
        var expense = await RequireAsync(repository, id, cancellationToken);
        await records.RequireOwnAsync(expense.PaidByOwnerId, cancellationToken);
        var period = await records.RequireEditableAsync(expense, expense.PeriodId, version, "expense", cancellationToken);
        return (new ExpenseRules(records, repository, period, await current.CurrencyAsync(cancellationToken), time), expense);
    }

    private static async Task<Expense> RequireAsync(SharedCostsRepository repository, Guid id, CancellationToken cancellationToken) =>
        await repository.ExpenseAsync(id, cancellationToken) ?? throw new NotFoundException("expense");
}
