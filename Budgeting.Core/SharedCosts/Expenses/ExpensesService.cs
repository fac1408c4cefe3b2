using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// What the community pays. Members record what they paid from their pocket, admins everything. Each is shared as its budget item says;
/// with nothing to go by yet, it stays with the fund until there is.
/// </summary>
public sealed class ExpensesService(UnitOfWorkFactory units, CurrentMember current, RemovedReceipts receipts, TimeProvider time)
    : PeriodRecordService<ExpenseInput, ExpenseDto>(units, current, time, Role.Member)
{
    /// <summary>In the order of their days.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="InvalidException">The cursor is of another list.</exception>
    public async Task<Page<ExpenseDto>> ListAsync(Guid periodId, Payer? paidBy, PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RecordRules.RequirePeriodAsync(repository, periodId, cancellationToken);
        Expression<Func<Expense, bool>> which =
            paidBy is { OwnerId: var payer } ? e => e.PeriodId == periodId && e.PaidByOwnerId == payer : e => e.PeriodId == periodId;
        return await repository.ByDayAsync(ExpenseRecords.Projection, which, page, cancellationToken);
    }

    /// <summary>The latest expenses of all periods whose vendor, description or payment type is something like it.</summary>
    /// <param name="typed">A part of these texts, or words of them in any order; nothing finds nothing.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<FoundExpense>> FindAsync(string typed, int most, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        return LooseText.WordsOf(typed) is { Length: > 0 } words ? await new SharedCostsRepository(work).FindExpensesAsync(words, most, cancellationToken) : [];
    }

    /// <exception cref="NotFoundException">No such expense here, or it has no receipt.</exception>
    public async Task<ReceiptDto> ReceiptAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        var expense = await repository.ExpenseAsync(id, cancellationToken) ?? throw new NotFoundException("expense");
        return await repository.ReceiptAsync(id, cancellationToken) is { } kept
            ? new ReceiptDto(kept.ContentType, ReceiptInput.NameOf(kept.FileName, kept.ContentType), expense.Receipt!, kept.Bytes)
            : throw new NotFoundException("receipt");
    }

    /// <summary>Keeps the receipt with the expense, in place of the one that it has, or takes that away.</summary>
    /// <inheritdoc cref="RecordService{TInput,TDto}.UpdateAsync"/>
    public async Task<ExpenseDto> SetReceiptAsync(Guid id, ReceiptInput receipt, long? version, CancellationToken cancellationToken)
    {
        await using var work = await Units.WriteAsync(Role.Member, cancellationToken);
        var answer = await In(await PeriodAsync(work, cancellationToken)).SetReceiptAsync(id, receipt, version, cancellationToken);
        return await work.CommitAsync(answer, cancellationToken);
    }

    /// <summary>Gives a budget item to all expenses of its payment type that have none, in one write.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="NotFoundException">No such budget item here.</exception>
    /// <exception cref="ConflictException">The period is closed: <c>period.closed</c>.</exception>
    public async Task<int> ShareByAsync(Guid itemId, CancellationToken cancellationToken)
    {
        await using var work = await Units.WriteAsync(Role.Admin, cancellationToken);
        var count = await In(await PeriodAsync(work, cancellationToken)).ShareByAsync(itemId, cancellationToken);
        return await work.CommitAsync(() => count, cancellationToken);
    }

    private protected override PeriodRows<ExpenseDto> Rows => ExpenseRecords.LatestAsync;

    private protected override ExpenseRecords In(PeriodContext period) => new(period, receipts);
}
