using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// Writes what periods close with, and carries it on: every later opening, and every later closing that follows from it, in date order
/// and in the transaction of the first.
/// </summary>
internal sealed class BalanceCarryForward(SharedCostsRepository repository, TimeProvider time)
{
    private readonly List<(Period Period, Guid OwnerId, bool IsOpening, decimal? Before, decimal? After)> _written = [];

    /// <summary>Keeps what the open period closes with.</summary>
    /// <exception cref="ConflictException">A balance would be more than can be added up: <c>balance.too-large</c>.</exception>
    public async Task CloseAsync(Period period, CancellationToken cancellationToken)
    {
        var sheet = await BalanceSheetReader.ReadAsync(repository, await repository.PeriodChainAsync(cancellationToken), period, cancellationToken);
        var known = (await repository.ClosingsAsync(period.Id, cancellationToken)).ToDictionary(c => c.OwnerId);
        foreach (var row in sheet.Rows)
        {
            var closing = known.GetValueOrDefault(row.OwnerId);
            Require(period, row.Balance);
            Note(period, row.OwnerId, isOpening: false, closing?.Balance, row.Balance);
            if (closing is null)
            {
                repository.Add(closing = new ClosingBalance { Id = NewId(), OrganizationId = period.OrganizationId, PeriodId = period.Id, OwnerId = row.OwnerId });
            }

            (closing.Opening, closing.Contributions, closing.Paid) = (row.Opening, row.Contributions, row.Paid);
            (closing.Allocated, closing.Charges, closing.Balance) = (row.Allocated, row.Charges, row.Balance);
        }

        await repository.SaveAsync(cancellationToken);
    }

    /// <summary>Carries the closing of a period on as far as something changes.</summary>
    /// <exception cref="ConflictException">A balance would be more than can be added up: <c>balance.too-large</c>.</exception>
    public async Task CarryOnAsync(Period from, CancellationToken cancellationToken)
    {
        var chain = await repository.PeriodChainAsync(cancellationToken);
        var changed = new HashSet<Period> { from };
        foreach (var period in chain.InOrder)
        {
            var sources = chain.SourcesOf(period).ToList();
            if (!sources.Exists(changed.Contains) || Waits(period, sources))
            {
                continue;
            }

            var locked = period.Status == PeriodStatus.Closed;
            await UnlockAsync(period, locked, cancellationToken);
            var isChanged = await OpenAsync(period, sources, cancellationToken);
            await repository.SaveAsync(cancellationToken);
            if (locked && isChanged)
            {
                await CloseAsync(period, cancellationToken);
                changed.Add(period);
            }

            await LockAsync(period, locked, cancellationToken);
        }
    }

    /// <summary>Opens periods again that others come before than did, after periods were added, moved or deleted.</summary>
    /// <param name="before">The <see cref="PeriodChain.Sources"/> until then; openings of periods without any were typed in.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ConflictException">
    /// A period would come before one whose openings were typed in: <c>opening.typed</c>; or figures of a closed one would change:
    /// <c>period.followed</c>.
    /// </exception>
    public async Task CarryAllAsync(ILookup<Guid, Guid> before, CancellationToken cancellationToken)
    {
        var chain = await repository.PeriodChainAsync(cancellationToken);
        var now = chain.Sources;
        foreach (var period in chain.InOrder.Where(p => !before[p.Id].ToHashSet().SetEquals(now[p.Id])))
        {
            if (!before.Contains(period.Id) && (await repository.OpeningsAsync(period.Id, cancellationToken)).Count > 0)
            {
                throw new ConflictException(
                    "opening.typed", $"{period.Name} begins with balances that were typed in, which a period before it would replace. Set them to 0 first.");
            }

            var sources = chain.SourcesOf(period).ToList();
            if (!Waits(period, sources) && await OpenAsync(period, sources, cancellationToken) && period.Status == PeriodStatus.Closed)
            {
                throw new ConflictException("period.followed", $"{period.Name} is closed, and would open with other balances than it was closed with. Reopen {period.Name} first.");
            }
        }

        await repository.SaveAsync(cancellationToken);
    }

    /// <summary>What was written, by period and owner, as far as it changed.</summary>
    public async Task<IReadOnlyList<BalanceChange>> ChangesAsync(CancellationToken cancellationToken)
    {
        var names = (await repository.OwnerCardsAsync(cancellationToken)).ToDictionary(o => o.Id, o => o.Name);
        return _written
            .GroupBy(w => (w.Period, w.OwnerId))
            .Select(g => (g.Key, Opening: g.FirstOrDefault(w => w.IsOpening), Closing: g.FirstOrDefault(w => !w.IsOpening)))
            .OrderBy(c => c.Key.Period.StartDate).ThenBy(c => names[c.Key.OwnerId], StringComparer.CurrentCultureIgnoreCase)
            .Select(c => new BalanceChange(
                c.Key.Period.Id, c.Key.Period.Name, c.Key.OwnerId, names[c.Key.OwnerId],
                c.Opening.Before, c.Opening.After, c.Closing.Before, c.Closing.After))
            .ToList();
    }

    // A closed period keeps its figures, stale, until one that came in before it closes for the first time.
    private static bool Waits(Period period, List<Period> sources) => period.Status == PeriodStatus.Closed && sources.Exists(s => s.IsNew);

    private Task UnlockAsync(Period period, bool locked, CancellationToken cancellationToken) =>
        locked ? repository.RecomputeAsync([period.Id], recomputing: true, cancellationToken) : Task.CompletedTask;

    private Task LockAsync(Period period, bool locked, CancellationToken cancellationToken) =>
        locked ? repository.RecomputeAsync([period.Id], recomputing: false, cancellationToken) : Task.CompletedTask;

    // What an open source closed with the last time still counts until it closes again.
    private async Task<bool> OpenAsync(Period period, IReadOnlyList<Period> sources, CancellationToken cancellationToken)
    {
        var amounts = new Dictionary<Guid, decimal>();
        foreach (var source in sources)
        {
            foreach (var closing in await repository.ClosingsAsync(source.Id, cancellationToken))
            {
                amounts[closing.OwnerId] = amounts.GetValueOrDefault(closing.OwnerId) + closing.Balance;
            }
        }

        var isChanged = false;
        foreach (var opening in await repository.OpeningsAsync(period.Id, cancellationToken))
        {
            amounts.Remove(opening.OwnerId, out var amount);
            isChanged |= Write(period, opening, amount);
        }

        foreach (var (ownerId, amount) in amounts.Where(a => a.Value != 0))
        {
            isChanged |= Write(period, opening: null, amount, ownerId);
        }

        return isChanged;
    }

    // Nothing carried over is no row.
    private bool Write(Period period, OpeningBalance? opening, decimal amount, Guid ownerId = default)
    {
        if (opening?.Amount == amount)
        {
            return false;
        }

        Require(period, amount);
        Note(period, opening?.OwnerId ?? ownerId, isOpening: true, opening?.Amount, amount);
        if (opening is null)
        {
            repository.Add(new OpeningBalance { Id = NewId(), OrganizationId = period.OrganizationId, PeriodId = period.Id, OwnerId = ownerId, Amount = amount });
        }
        else if (amount == 0)
        {
            repository.Remove(opening);
        }
        else
        {
            opening.Amount = amount;
        }

        return true;
    }

    private static void Require(Period period, decimal balance)
    {
        if (Math.Abs(balance) > Amounts.Max)
        {
            throw new ConflictException("balance.too-large", $"An owner's balance in {period.Name} would be more than {Amounts.MaxText}: too much to be added up. Pay it out first.");
        }
    }

    private void Note(Period period, Guid ownerId, bool isOpening, decimal? before, decimal? after)
    {
        if (before != after)
        {
            _written.Add((period, ownerId, isOpening, before, after));
        }
    }

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
