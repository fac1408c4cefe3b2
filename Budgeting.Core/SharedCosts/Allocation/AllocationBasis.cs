using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.SharedCosts;

/// <summary>What the expenses of an item are shared by: each property of each owner who takes part, with a weight.</summary>
internal sealed class AllocationBasis
{
    private readonly BudgetItem _item;
    private readonly IReadOnlyList<(PeriodShare Share, decimal Weight)> _parts;
    private readonly IReadOnlyList<AllocationWeight<(Guid, Guid)>> _weights;

    private AllocationBasis(BudgetItem item, IReadOnlyList<(PeriodShare Share, decimal Weight)> parts)
    {
        (_item, _parts) = (item, parts);
        _weights = parts.Select(p => new AllocationWeight<(Guid, Guid)>((p.Share.PropertyId, p.Share.OwnerId), p.Weight * p.Share.Days)).ToList();
        Exists = _weights.Any(w => w.Weight > 0);
    }

    /// <summary>Whether there is something to go by.</summary>
    public bool Exists { get; }

    /// <summary>How many take part.</summary>
    public int Count => _parts.Count;

    /// <param name="readings">Of the item.</param>
    public static AllocationBasis Of(BudgetItem item, IEnumerable<PeriodShare> shares, IEnumerable<Reading> readings)
    {
        var consumption = readings.GroupBy(r => r.PropertyId).ToDictionary(g => g.Key, g => g.Sum(Consumption.Of));
        return new AllocationBasis(item, item.Strategy switch
        {
            AllocationStrategy.Proportional => shares.Where(s => s.Active).Select(s => (s, s.ShareWeight)).ToList(),
            AllocationStrategy.FixedFee => shares.Where(s => s.Active).Select(s => (s, 1m)).ToList(),
            AllocationStrategy.UsageBased => shares.Where(s => consumption.ContainsKey(s.PropertyId)).Select(s => (s, consumption[s.PropertyId])).ToList(),
            _ => [],
        });
    }

    /// <summary>
    /// What is charged while there is no expense: consumption × unit price, rounded to the minor unit in all, then shared as an
    /// expense would be.
    /// </summary>
    public decimal TariffOf(Currency currency)
    {
        // Each property's consumption counts once, whoever owned it on how many days.
        var consumption = _parts.GroupBy(p => p.Share.PropertyId).Sum(g => g.First().Weight);
        var tariff = _item is { Strategy: AllocationStrategy.UsageBased, UnitPrice: { } price }
            ? decimal.Round(consumption * price, currency.MinorUnits, MidpointRounding.AwayFromZero)
            : 0;
        return tariff <= RecordRules.MaxAmount ? tariff : throw new InvalidException("unitPrice", "Consumption times unit price is more than can be charged. Lower one of them.");
    }

    /// <param name="sourceId">The expense; or the item itself, of a tariff.</param>
    /// <param name="amount">In whole minor units; negative for a refund.</param>
    /// <returns>A line for each that takes part; none where there is nothing to go by.</returns>
    public IReadOnlyList<AllocationLine> LinesOf(Guid sourceId, decimal amount, Currency currency, Func<Guid> newId)
    {
        if (!Exists || amount == 0)
        {
            return [];
        }

        var shares = Allocation.Of(amount, currency.MinorUnits, _weights);
        return _parts.Zip(shares, (part, share) => new AllocationLine
        {
            Id = newId(),
            OrganizationId = _item.OrganizationId,
            PeriodId = _item.PeriodId,
            SourceId = sourceId,
            BudgetItemId = _item.Id,
            PropertyId = part.Share.PropertyId,
            OwnerId = part.Share.OwnerId,
            IsTariff = sourceId == _item.Id,
            Weight = part.Weight,
            Days = part.Share.Days,
            Amount = share.Amount,
            Adjustment = share.Adjustment,
        }).ToList();
    }
}

/// <summary>What a meter counted.</summary>
internal static class Consumption
{
    public static decimal Of(Reading reading) =>
        reading.EndReading - reading.StartReading + (reading.EndReading < reading.StartReading ? reading.Capacity ?? 0 : 0);
}
