using System.Numerics;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// Finds payments that clear balances. Whoever settles among themselves needs one payment less than they are; so the fewest payments come
/// of the most groups that add up to 0 each. Up to <see cref="MostExact"/> parties those groups are found by trying every set of
/// parties; beyond, debts are matched with claims of the same amount first and then the largest with the largest.
/// </summary>
internal static class SettleUpPlan
{
    /// <summary>With so many parties every set of them is tried: 2¹⁶ sets.</summary>
    public const int MostExact = 16;

    /// <param name="balances">By owner, positive: is owed something. <see cref="Guid.Empty"/> stands for the fund, which has what is left.</param>
    public static SettleUp Of(IReadOnlyDictionary<Guid, decimal> balances)
    {
        var parties = balances.Select(b => (b.Key, b.Value))
            .Append((Key: Guid.Empty, Value: -balances.Values.Sum()))
            .Where(p => p.Value != 0)
            .OrderBy(p => p.Key)
            .ToArray();
        if (parties.Length > MostExact)
        {
            return new SettleUp(PairsFirst(parties), Minimal: false);
        }

        return new SettleUp(GroupsOf(parties).SelectMany(Settle).ToList(), Minimal: true);
    }

    /// <summary>
    /// Says which payments can be made now: owners pay whenever they like, the fund as far as its cash reaches. Its payments come last,
    /// the smallest first, so that it pays as many as it can.
    /// </summary>
    /// <param name="cash">What the fund holds; it may be negative.</param>
    public static SettleUp WithinCash(SettleUp plan, decimal cash)
    {
        var transfers = plan.Transfers.Where(t => t.FromOwnerId is not null).ToList();
        foreach (var payment in plan.Transfers.Where(t => t.FromOwnerId is null).OrderBy(t => t.Amount).ThenBy(t => t.ToOwnerId))
        {
            transfers.Add(payment with { Covered = payment.Amount <= cash });
            cash -= payment.Amount;
        }

        return plan with { Transfers = transfers };
    }

    // groups[set]: into how many groups that add up to 0 the parties of the set can be divided, those left over not counting.
    private static IEnumerable<IReadOnlyList<(Guid Key, decimal Value)>> GroupsOf((Guid Key, decimal Value)[] parties)
    {
        var sums = new decimal[1 << parties.Length];
        var groups = new int[sums.Length];
        var last = new int[sums.Length];
        for (var set = 1; set < sums.Length; set++)
        {
            var lowest = BitOperations.TrailingZeroCount(set);
            sums[set] = sums[set & (set - 1)] + parties[lowest].Value;
            for (var i = 0; i < parties.Length; i++)
            {
                if ((set & (1 << i)) != 0 && groups[set ^ (1 << i)] is var before && (before > groups[set] || last[set] == 0))
                {
                    (groups[set], last[set]) = (before, 1 << i);
                }
            }

            groups[set] += sums[set] == 0 ? 1 : 0;
        }

        // Taking parties away in that order, each time the rest adds up to 0 a group is complete.
        var group = new List<(Guid Key, decimal Value)>();
        for (var set = sums.Length - 1; set > 0; set ^= last[set])
        {
            if (sums[set] == 0 && group.Count > 0)
            {
                yield return group;
                group = [];
            }

            group.Add(parties[BitOperations.TrailingZeroCount(last[set])]);
        }

        yield return group;
    }

    private static IReadOnlyList<Transfer> PairsFirst((Guid Key, decimal Value)[] parties)
    {
        var (transfers, open) = (new List<Transfer>(), parties.ToList());
        var claims = parties.Where(p => p.Value > 0).ToLookup(p => p.Value).ToDictionary(g => g.Key, g => new Queue<(Guid Key, decimal Value)>(g));
        foreach (var debtor in parties.Where(p => p.Value < 0))
        {
            if (claims.TryGetValue(-debtor.Value, out var same) && same.TryDequeue(out var creditor))
            {
                transfers.Add(TransferOf(debtor.Key, creditor.Key, creditor.Value));
                open.RemoveAll(p => p.Key == debtor.Key || p.Key == creditor.Key);
            }
        }

        transfers.AddRange(Settle(open));
        return transfers;
    }

    // Each payment clears at least one, and the last one both.
    private static IEnumerable<Transfer> Settle(IReadOnlyList<(Guid Key, decimal Value)> parties)
    {
        var debtors = new Stack<(Guid Key, decimal Value)>(parties.Where(p => p.Value < 0).OrderByDescending(p => p.Value).ThenByDescending(p => p.Key));
        var creditors = new Stack<(Guid Key, decimal Value)>(parties.Where(p => p.Value > 0).OrderBy(p => p.Value).ThenByDescending(p => p.Key));
        while (debtors.TryPop(out var debtor) && creditors.TryPop(out var creditor))
        {
            var amount = Math.Min(-debtor.Value, creditor.Value);
            yield return TransferOf(debtor.Key, creditor.Key, amount);
            if (debtor.Value + amount < 0)
            {
                debtors.Push((debtor.Key, debtor.Value + amount));
            }

            if (creditor.Value > amount)
            {
                creditors.Push((creditor.Key, creditor.Value - amount));
            }
        }
    }

    private static Transfer TransferOf(Guid from, Guid to, decimal amount) => new(OwnerOf(from), OwnerOf(to), amount);

    private static Guid? OwnerOf(Guid key) => key == Guid.Empty ? null : key;
}
