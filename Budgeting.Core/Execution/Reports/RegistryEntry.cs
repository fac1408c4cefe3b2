using System.Buffers.Binary;

namespace Budgeting.Core.Execution;

internal enum RegistryLevel
{
    Approved,
    Allotted,
    Obligated,
    Paid,
    Due,
}

/// <summary>One transaction of a program budget, as it moves the sums at its level.</summary>
/// <param name="AllotmentId">Where it belongs, as far as it does.</param>
/// <param name="ObligationId">Likewise.</param>
internal sealed record RegistryEntry(
    DateOnly Date, RegistryKind Kind, Guid RecordId, string Reference, string? Payee, string? Description, decimal Amount, Guid? AllotmentId = null, Guid? ObligationId = null)
{
    public RegistryLevel Level => Kind switch
    {
        RegistryKind.Approval or RegistryKind.Adjustment => RegistryLevel.Approved,
        RegistryKind.Allotment or RegistryKind.AllotmentCancelled => RegistryLevel.Allotted,
        RegistryKind.Obligation or RegistryKind.ObligationCancelled or RegistryKind.Liquidation => RegistryLevel.Obligated,
        RegistryKind.Due => RegistryLevel.Due,
        _ => RegistryLevel.Paid,
    };

    // An id begins with the millisecond in which it was made (UUID version 7, RFC 9562).
    private long MadeAt => BinaryPrimitives.ReadInt64BigEndian(RecordId.ToByteArray(bigEndian: true)) >> 16;

    /// <summary>
    /// The lines that a filter asks for in order of days, each with the balances behind it; of a day, as records were made, each with how
    /// it went on, and liquidations last, which follow the payments. Balances count what the filter leaves out as well.
    /// </summary>
    public static IReadOnlyList<RegistryLine> ToLines(IEnumerable<RegistryEntry> entries, RegistryFilter filter, FiscalYear year)
    {
        var sums = new decimal[5];
        var lines = new List<RegistryLine>();
        foreach (var e in entries.OrderBy(e => e.Date).ThenBy(e => e.Kind == RegistryKind.Liquidation).ThenBy(e => e.MadeAt).ThenBy(e => e.Kind).ThenBy(e => e.RecordId))
        {
            sums[(int)e.Level] += e.Amount;
            if (filter.Has(e, year))
            {
                var balance = new RegistryBalance(sums[0] - sums[1], sums[1] - sums[2], sums[2] - sums[3]);
                lines.Add(new RegistryLine(
                    e.Date, e.Kind, e.RecordId, e.Reference, e.Payee, e.Description, filter.SignOf(e) * e.Amount, balance, e.AllotmentId, e.ObligationId));
            }
        }

        return lines;
    }
}
