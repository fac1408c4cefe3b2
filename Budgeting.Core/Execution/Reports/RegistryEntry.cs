namespace Budgeting.Core.Execution;

/// <summary>One transaction of a program budget, as it moves the sums at its level.</summary>
internal sealed record RegistryEntry(
    DateOnly Date, RegistryKind Kind, Guid RecordId, string Reference, string? Payee, string? Description, decimal Amount)
{
    private int Level => Kind switch
    {
        RegistryKind.Approval or RegistryKind.Adjustment => 0,
        RegistryKind.Allotment or RegistryKind.AllotmentCancelled => 1,
        RegistryKind.Obligation or RegistryKind.ObligationCancelled or RegistryKind.Liquidation => 2,
        _ => 3,
    };

    /// <summary>The lines in order of days, each with the balances behind it; of a day, what gives comes before what takes from it.</summary>
    public static IReadOnlyList<RegistryLine> ToLines(IEnumerable<RegistryEntry> entries)
    {
        var sums = new decimal[4];
        var lines = new List<RegistryLine>();
        foreach (var e in entries.OrderBy(e => e.Date).ThenBy(e => e.Kind).ThenBy(e => e.RecordId))
        {
            sums[e.Level] += e.Amount;
            lines.Add(new RegistryLine(
                e.Date, e.Kind, e.RecordId, e.Reference, e.Payee, e.Description, e.Amount, new RegistryBalance(sums[0] - sums[1], sums[1] - sums[2], sums[2] - sums[3])));
        }

        return lines;
    }
}
