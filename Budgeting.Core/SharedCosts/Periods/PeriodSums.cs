using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.SharedCosts;

/// <summary>What is added up in a period.</summary>
internal enum RecordedSum
{
    Contributions,
    Expenses,
    Charges,
    Budget,
    Tariffs,
}

/// <summary>
/// Keeps what is recorded in a period within what can be added up: at most <see cref="Amounts.Max"/> of each kind. Only large amounts are
/// checked; of others no period has as many as it would take.
/// </summary>
internal sealed class PeriodSums(SharedCostsRepository repository)
{
    private const decimal Large = 1_000_000;
    private const string TooMuch = $"{Amounts.MaxText}: too much to be added up";

    private readonly Dictionary<(Guid, RecordedSum), decimal> _sums = [];

    /// <param name="before">What the record had before; 0: it is new.</param>
    /// <param name="amount">What it is to have.</param>
    public async Task CheckAsync(
        Check check, string field, RecordedSum of, Period period, decimal before, decimal? amount, CancellationToken cancellationToken)
    {
        if (amount is not (> Large and <= Amounts.Max))
        {
            return;
        }

        // What one write adds, such as the lines of a file, counts together.
        var sum = _sums.TryGetValue((period.Id, of), out var known) ? known : await repository.RoughSumAsync(of, period.Id, cancellationToken);
        _sums[(period.Id, of)] = sum += amount.Value - before;
        check.That(sum <= Amounts.Max, field, $"With what is recorded in {period.Name} already, that is more than {TooMuch}.");
    }

    /// <param name="tariff">What an item is charged by its unit price, as it is stored.</param>
    /// <exception cref="InvalidException">With those of other items, it is too much.</exception>
    public async Task RequireTariffsAsync(Guid periodId, decimal tariff, CancellationToken cancellationToken)
    {
        if (tariff > Large && await repository.RoughSumAsync(RecordedSum.Tariffs, periodId, cancellationToken) > Amounts.Max)
        {
            throw new InvalidException("unitPrice", $"All that is charged by unit prices in this period would be more than {TooMuch}. Lower the price, or the consumption.");
        }
    }
}
