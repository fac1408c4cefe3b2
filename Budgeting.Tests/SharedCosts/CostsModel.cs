using Budgeting.Core.SharedCosts;

namespace Budgeting.Tests.SharedCosts;

/// <summary>
/// Shared costs in the plainest way: every balance is computed from all facts each time, and allocation is written again, by the words
/// of its rule.
/// </summary>
internal sealed class CostsModel(int periods)
{
    public List<(Guid Property, Guid Owner, decimal Weight)> Properties { get; } = [];

    public Dictionary<Guid, decimal> FirstOpening { get; } = [];

    public Dictionary<(int Period, Guid Id), (Guid Owner, decimal Amount)> Contributions { get; } = [];

    public Dictionary<(int Period, Guid Id), (Guid Owner, decimal Amount)> Charges { get; } = [];

    public Dictionary<(int Period, Guid Id), (Guid? PaidBy, decimal Amount, AllocationStrategy Strategy)> Expenses { get; } = [];

    /// <summary>Of each period, each owner's opening and balance.</summary>
    public IReadOnlyList<IReadOnlyList<(Guid OwnerId, decimal Opening, decimal Balance)>> Balances()
    {
        var balances = Properties.Select(p => p.Owner).Distinct().ToDictionary(o => o, o => FirstOpening.GetValueOrDefault(o));
        var all = new List<IReadOnlyList<(Guid, decimal, decimal)>>();
        for (var period = 0; period < periods; period++)
        {
            var opening = balances;
            balances = opening.ToDictionary(b => b.Key, b => b.Value + Change(period, b.Key));
            all.Add(opening.Select(o => (o.Key, o.Value, balances[o.Key])).ToList());
        }

        return all;
    }

    private decimal Change(int period, Guid owner) =>
        Contributions.Where(c => c.Key.Period == period && c.Value.Owner == owner).Sum(c => c.Value.Amount)
        - Charges.Where(c => c.Key.Period == period && c.Value.Owner == owner).Sum(c => c.Value.Amount)
        + Expenses.Where(e => e.Key.Period == period && e.Value.PaidBy == owner).Sum(e => e.Value.Amount)
        - Expenses.Where(e => e.Key.Period == period).Sum(e => ShareOf(owner, e.Value.Amount, e.Value.Strategy));

    private decimal ShareOf(Guid owner, decimal amount, AllocationStrategy strategy) =>
        strategy == AllocationStrategy.None
            ? 0
            : Allocate(amount, Properties.Select(p => (p.Property, strategy == AllocationStrategy.FixedFee ? 1 : p.Weight)).ToList())
                .Where(s => Properties.Single(p => p.Property == s.Key).Owner == owner)
                .Sum(s => s.Value);

    // Cent by cent: who is to give or to get the next one is asked anew each time.
    private static Dictionary<Guid, decimal> Allocate(decimal amount, List<(Guid Id, decimal Weight)> parties)
    {
        var total = parties.Sum(p => p.Weight);
        var rounded = parties.ToDictionary(p => p.Id, p => Math.Round(amount * p.Weight / total, 2, MidpointRounding.AwayFromZero));
        var settled = new HashSet<Guid>();
        while (rounded.Values.Sum() is var sum && sum != amount)
        {
            var cent = sum < amount ? 0.01m : -0.01m;
            var next = parties
                .Where(p => !settled.Contains(p.Id) && Math.Sign((amount * p.Weight) - (rounded[p.Id] * total)) == Math.Sign(cent))
                .OrderByDescending(p => p.Weight).ThenBy(p => p.Id.ToString(), StringComparer.Ordinal)
                .First();
            rounded[next.Id] += cent;
            settled.Add(next.Id);
        }

        return rounded;
    }
}
