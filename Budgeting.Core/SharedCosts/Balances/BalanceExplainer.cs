using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.SharedCosts;

/// <summary>Says of every figure of a period where it comes from.</summary>
internal sealed class BalanceExplainer
{
    private readonly SharedCostsRepository _repository;
    private readonly PeriodDto _period;
    private readonly BalanceSheet _sheet;
    private readonly Func<IReadOnlyList<AllocationLine>, CancellationToken, Task<IReadOnlyList<AllocationDto>>> _dtosOf;

    private BalanceExplainer(
        SharedCostsRepository repository,
        PeriodDto period,
        BalanceSheet sheet,
        Func<IReadOnlyList<AllocationLine>, CancellationToken, Task<IReadOnlyList<AllocationDto>>> dtosOf) =>
        (_repository, _period, _sheet, _dtosOf) = (repository, period, sheet, dtosOf);

    /// <summary>For one owner of a sheet.</summary>
    public static async Task<BalanceExplanation> ExplainAsync(
        SharedCostsRepository repository, PeriodDto period, BalanceSheet sheet, Guid ownerId, Currency currency, CancellationToken cancellationToken)
    {
        var explainer = new BalanceExplainer(
            repository, period, sheet, (lines, token) => AllocationExplainer.DtosOfAsync(repository, period.Id, lines, currency, token));
        return await explainer.ExplainAsync(ownerId, cancellationToken);
    }

    /// <summary>For one after the other: what all have in common is read once.</summary>
    public static async Task<BalanceExplainer> OfAllAsync(
        SharedCostsRepository repository, PeriodChain chain, Period period, Currency currency, CancellationToken cancellationToken)
    {
        var sheet = await BalanceSheetReader.ReadAsync(repository, chain, period, cancellationToken);
        var explainer = await AllocationExplainer.OfPeriodAsync(repository, period.Id, currency, cancellationToken);
        return new BalanceExplainer(repository, chain.DtoOf(period), sheet, (lines, _) => Task.FromResult(explainer.DtosOf(lines)));
    }

    /// <exception cref="NotFoundException">No such owner here.</exception>
    public async Task<BalanceExplanation> ExplainAsync(Guid ownerId, CancellationToken cancellationToken)
    {
        var owner = await _repository.OwnerCardAsync(ownerId, cancellationToken) ?? throw new NotFoundException("owner");
        var lines = await _repository.LinesAsync(_period.Id, ownerId, after: null, int.MaxValue, cancellationToken);
        return new BalanceExplanation(
            _period,
            _sheet.Rows.SingleOrDefault(r => r.OwnerId == ownerId) ?? new BalanceRow(ownerId, owner.Name, 0, 0, 0, 0, 0, 0),
            await _repository.ByDayAsync(ContributionRecords.Projection, c => c.PeriodId == _period.Id && c.OwnerId == ownerId, cancellationToken),
            await _repository.ByDayAsync(ExpenseRecords.Projection, e => e.PeriodId == _period.Id && e.PaidByOwnerId == ownerId, cancellationToken),
            await _dtosOf(lines, cancellationToken),
            await _repository.ByDayAsync(ChargeRecords.Projection, c => c.PeriodId == _period.Id && c.OwnerId == ownerId, cancellationToken));
    }
}
