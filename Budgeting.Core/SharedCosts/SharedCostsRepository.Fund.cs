using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.SharedCosts;

/// <summary>What was budgeted, spent and paid in periods, and what of it is in the fund.</summary>
internal sealed partial class SharedCostsRepository
{
    /// <summary>What was budgeted, spent and paid in these periods, by payment type, and what they began and ended with.</summary>
    public async Task<ILookup<Guid, SpendingRow>> SpendingAsync(IReadOnlyCollection<Guid> periodIds, CancellationToken cancellationToken)
    {
        var rows = await Db.Expenses.Where(e => periodIds.Contains(e.PeriodId))
            .GroupBy(e => new { e.PeriodId, ByFund = e.PaidByOwnerId == null, e.PaymentType, e.Refund })
            .Select(g => new SpendingRow
            {
                PeriodId = g.Key.PeriodId, PaymentType = g.Key.PaymentType, Kind = g.Key.Refund ? Spending.GotBack : Spending.Spent, IsOfFund = g.Key.ByFund, Amount = g.Sum(e => e.Amount),
            })
            .Concat(Db.BudgetItems.Where(i => periodIds.Contains(i.PeriodId))
                .GroupBy(i => new { i.PeriodId, i.PaymentType })
                .Select(g => new SpendingRow { PeriodId = g.Key.PeriodId, PaymentType = g.Key.PaymentType, Kind = Spending.Budgeted, IsOfFund = false, Amount = g.Sum(i => i.BudgetedCost) }))
            .Concat(Db.Contributions.Where(c => periodIds.Contains(c.PeriodId))
                .GroupBy(c => new { c.PeriodId, c.Payout })
                .Select(g => new SpendingRow { PeriodId = g.Key.PeriodId, PaymentType = "", Kind = g.Key.Payout ? Spending.PaidOut : Spending.PaidIn, IsOfFund = true, Amount = g.Sum(c => c.Amount) }))
            .Concat(Db.OpeningBalances.Where(b => periodIds.Contains(b.PeriodId))
                .GroupBy(b => b.PeriodId)
                .Select(g => new SpendingRow { PeriodId = g.Key, PaymentType = "", Kind = Spending.Opening, IsOfFund = true, Amount = g.Sum(b => b.Amount) }))
            .Concat(Db.ClosingBalances.Where(b => periodIds.Contains(b.PeriodId))
                .GroupBy(b => b.PeriodId)
                .Select(g => new SpendingRow { PeriodId = g.Key, PaymentType = "", Kind = Spending.Closing, IsOfFund = false, Amount = g.Sum(b => b.Balance) }))
            .ToListAsync(cancellationToken);
        return rows.ToLookup(r => r.PeriodId);
    }
}

internal enum Spending
{
    Budgeted,
    Spent,
    GotBack,
    PaidIn,
    PaidOut,

    /// <summary>What owners' balances began with.</summary>
    Opening,

    /// <summary>The balances that the period was closed with.</summary>
    Closing,
}

/// <summary>A sum of one kind.</summary>
internal sealed class SpendingRow
{
    public Guid PeriodId { get; set; }

    /// <summary>Of a budget and of expenses; otherwise empty.</summary>
    public string PaymentType { get; set; } = "";

    public Spending Kind { get; set; }

    /// <summary>Whether the fund has it, or paid it.</summary>
    public bool IsOfFund { get; set; }

    public decimal Amount { get; set; }

    /// <summary>What it puts into the fund; less than 0: takes out.</summary>
    public decimal Cash => !IsOfFund ? 0 : Kind is Spending.Spent or Spending.PaidOut ? -Amount : Amount;
}
