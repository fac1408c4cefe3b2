using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Execution;

/// <summary>How it is read what is due since when.</summary>
internal static class AgeingReport
{
    public static async Task<AgeingDto> ReadAsync(UnitOfWork work, DateOnly day, CancellationToken cancellationToken)
    {
        var due = await DueAsync(new ExecutionRepository(work), proposalId: null, day, cancellationToken);
        return new AgeingDto(
            day,
            [.. due.Select(d => RowOf(d, day)).OrderBy(r => r.DueSince).ThenBy(r => r.ReferenceNo, StringComparer.Ordinal)],
            BucketsOf(due.SelectMany(d => d.Unpaid), day));
    }

    public static async Task<AgeingPage> ReadPageAsync(UnitOfWork work, OrganizationCard organization, AgeingPageQuery query, CancellationToken cancellationToken)
    {
        var all = await ReadAsync(work, query.AsOf, cancellationToken);
        return new AgeingPage(organization.Name, organization.Currency, all with { Rows = [.. all.Rows.Skip(query.First).Take(query.Most)] }, all.Rows.Count);
    }

    /// <summary>What is due, with what of it was accepted when.</summary>
    /// <param name="proposalId">Of one proposal; <c>null</c>: of all.</param>
    public static async Task<IReadOnlyList<DueObligation>> DueAsync(ExecutionRepository repository, Guid? proposalId, DateOnly day, CancellationToken cancellationToken)
    {
        var due = await repository.DueAsync(proposalId, day, cancellationToken);
        var ids = due.Select(d => d.ObligationId).ToList();
        var obligations = await repository.ObligationsAsync(ids, cancellationToken);
        var accepted = await repository.AcceptedAsync(ids, day, cancellationToken);
        return [.. due.Select(d => new DueObligation(d, obligations[d.ObligationId], Unpaid([.. accepted[d.ObligationId]], d.Amount)))];
    }

    private static AgeingRow RowOf(DueObligation due, DateOnly day) => new(
        due.Obligation.Id, due.Obligation.AllotmentId, due.Sum.BudgetId, due.Obligation.ProposalId, due.Obligation.ReferenceNo, due.Obligation.Payee,
        due.Obligation.Description, due.Sum.Amount, due.Since, day.DayNumber - due.Since.DayNumber);

    // Payments go to what was accepted first, so that what is due is the last of it.
    private static IReadOnlyList<(DateOnly Date, decimal Amount)> Unpaid(IReadOnlyList<(DateOnly Date, decimal Amount)> inOrder, decimal due)
    {
        var unpaid = new List<(DateOnly, decimal)>();
        for (var i = inOrder.Count - 1; i >= 0 && due > 0; i--)
        {
            var part = Math.Min(inOrder[i].Amount, due);
            if (part > 0)
            {
                unpaid.Insert(0, (inOrder[i].Date, part));
                due -= part;
            }
        }

        return unpaid;
    }

    private static IReadOnlyList<decimal> BucketsOf(IEnumerable<(DateOnly Date, decimal Amount)> unpaid, DateOnly day)
    {
        var buckets = new decimal[AgeingDto.LastDays.Count + 1];
        foreach (var (date, amount) in unpaid)
        {
            buckets[AgeingDto.LastDays.Count(last => day.DayNumber - date.DayNumber > last)] += amount;
        }

        return buckets;
    }
}

/// <param name="Unpaid">What was accepted of it and isn't paid, in order of days.</param>
internal sealed record DueObligation(DueSum Sum, Obligation Obligation, IReadOnlyList<(DateOnly Date, decimal Amount)> Unpaid)
{
    /// <summary>The first day of which something isn't paid.</summary>
    public DateOnly Since => Unpaid[0].Date;
}
