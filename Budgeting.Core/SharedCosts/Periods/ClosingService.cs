using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>Closes periods, and reopens them for a correction.</summary>
public sealed class ClosingService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    /// <summary>What stands in the way of closing, or should be known before.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public async Task<ClosingCheck> CheckAsync(Guid periodId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        var chain = await repository.PeriodChainAsync(cancellationToken);
        return await CheckAsync(repository, chain, chain.Require(periodId), cancellationToken);
    }

    /// <summary>
    /// Closes the period: keeps its balances and what they came from, opens the next period with them, and makes every later opening and
    /// closing that follows again, in date order.
    /// </summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="ConflictException">
    /// It is closed: <c>period.closed</c>. Something is to be shared and there is nothing to go by: <c>allocation.no-basis</c>. Expenses have
    /// no budget item and that isn't confirmed: <c>expense.unallocated</c>. Properties weren't read and that isn't confirmed:
    /// <c>reading.missing</c>. An owner's balance would be more than can be added up: <c>balance.too-large</c>.
    /// </exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<ClosedPeriodDto> CloseAsync(Guid periodId, CloseInput input, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var period = await RequireAsync(work, repository, periodId, version, cancellationToken);
        if (period.Status == PeriodStatus.Closed)
        {
            throw new ConflictException("period.closed", $"{period.Name} is closed already.");
        }

        await new AllocationWriter(repository, await current.CurrencyAsync(cancellationToken), time).RewriteAsync(periodId, cancellationToken);
        var chain = await repository.PeriodChainAsync(cancellationToken);
        Require(await CheckAsync(repository, chain, period, cancellationToken), input);
        var carrier = new BalanceCarryForward(repository, time);
        await carrier.CloseAsync(period, cancellationToken);
        (period.Status, period.Frozen) = (PeriodStatus.Closed, true);
        await repository.SaveAsync(cancellationToken);
        await carrier.CarryOnAsync(period, cancellationToken);
        return await AnswerAsync(work, repository, period, await carrier.ChangesAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Reopens the period for a correction. Later ones that are closed stay so, and follow when it is closed again.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="InvalidException">There is no reason.</exception>
    /// <exception cref="ConflictException">It is open: <c>period.not-closed</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<PeriodDto> ReopenAsync(Guid periodId, string? reason, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var period = await RequireAsync(work, repository, periodId, version, cancellationToken);
        if (period.Status == PeriodStatus.Open)
        {
            throw new ConflictException("period.not-closed", $"{period.Name} is open already.");
        }

        var check = new Check();
        period.ReopenReason = check.Required(reason, "reason", "the reason", 500);
        check.ThrowIfAny();
        period.Status = PeriodStatus.Open;
        return (await AnswerAsync(work, repository, period, [], cancellationToken)).Period;
    }

    /// <summary>
    /// Has an open period that was closed before take over the properties as they are now: weights, who is active, and who owned what on
    /// which days.
    /// </summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="ConflictException">
    /// It is closed: <c>period.closed</c>; or a property that was read in it would have no part any more: <c>reading.without-part</c>.
    /// </exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<PeriodDto> TakeOverPropertiesAsync(Guid periodId, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var period = await RequireAsync(work, repository, periodId, version, cancellationToken);
        if (period.Status == PeriodStatus.Closed)
        {
            throw RecordRules.Closed(period);
        }

        // The period's history then says when it took them over.
        period.Frozen = false;
        await repository.SaveAsync(cancellationToken);
        await new PeriodBasis(repository, await current.CurrencyAsync(cancellationToken), time).FollowPropertiesAsync(period, cancellationToken);
        return (await AnswerAsync(work, repository, period, [], cancellationToken)).Period;
    }

    internal static async Task<ClosingCheck> CheckAsync(
        SharedCostsRepository repository, PeriodChain chain, Period period, CancellationToken cancellationToken) => new(
            await repository.ByDayAsync(ExpenseRecords.Projection, e => e.PeriodId == period.Id && e.BudgetItemId == null, cancellationToken),
            await repository.ItemsWithoutBasisAsync(period.Id, cancellationToken),
            await repository.MissingReadingsAsync(period.Id, cancellationToken),
            chain.OpenBefore(period) is { } before ? chain.DtoOf(before) : null);

    // All that is in the way is said at once; the code is the first one's.
    private static void Require(ClosingCheck check, CloseInput input)
    {
        var inTheWay = new List<(string Code, string Sentence)>();
        if (check.WithoutBasis.Count > 0)
        {
            var names = string.Join(", ", check.WithoutBasis.Select(i => i.PaymentType));
            inTheWay.Add(("allocation.no-basis", $"The costs of {names} can't be shared yet: give properties a share, or enter readings."));
        }

        if (check.Unallocated.Count > 0 && !input.ConfirmUnallocated)
        {
            inTheWay.Add((
                "expense.unallocated",
                check.Unallocated.Count == 1
                    ? "1 expense has no budget item and would stay with the fund. Confirm that, or give it one."
                    : $"{check.Unallocated.Count} expenses have no budget item and would stay with the fund. Confirm that, or give them one."));
        }

        if (check.MissingReadings.Count > 0 && !input.ConfirmMissingReadings)
        {
            var names = string.Join("; ", check.MissingReadings.Select(m => $"{m.Item.PaymentType}: {Named.Of(m.Properties.Select(p => p.Name).ToList())}"));
            inTheWay.Add(("reading.missing", $"Some properties have no reading and would pay nothing ({names}). Confirm that, or enter readings."));
        }

        if (inTheWay.Count > 0)
        {
            throw new ConflictException(inTheWay[0].Code, string.Join(' ', inTheWay.Select(i => i.Sentence)));
        }
    }

    private static async Task<ClosedPeriodDto> AnswerAsync(
        UnitOfWork work, SharedCostsRepository repository, Period period, IReadOnlyList<BalanceChange> changes, CancellationToken cancellationToken)
    {
        var chain = await repository.PeriodChainAsync(cancellationToken);
        work.Touch(SharedCostsTopics.Periods);
        return await work.CommitAsync(() => new ClosedPeriodDto(chain.DtoOf(period), changes), cancellationToken);
    }

    private static async Task<Period> RequireAsync(
        UnitOfWork work, SharedCostsRepository repository, Guid id, long? version, CancellationToken cancellationToken)
    {
        var period = await RecordRules.RequirePeriodAsync(repository, id, cancellationToken);
        await new AuditRepository(work).RequireVersionAsync(period, version, "period", cancellationToken);
        return period;
    }
}
