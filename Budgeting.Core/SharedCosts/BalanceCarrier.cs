using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// Writes what periods close with, and carries it on: every later opening, and every later closing that follows from it, in date order
/// and in the transaction of the first.
/// </summary>
internal sealed class BalanceCarrier(SharedCostsRepository repository, TimeProvider time)
{
    private readonly List<(ServicePeriod Period, Guid OwnerId, bool IsOpening, decimal? Before, decimal? After)> _written = [];

    /// <summary>Keeps what the open period closes with.</summary>
    public async Task CloseAsync(ServicePeriod period, CancellationToken cancellationToken)
    {
        var sheet = await SheetReader.ReadAsync(repository, new PeriodChain(await repository.PeriodsAsync(cancellationToken)), period, cancellationToken);
        var known = (await repository.ClosingsAsync(period.Id, cancellationToken)).ToDictionary(c => c.OwnerId);
        foreach (var row in sheet.Rows)
        {
            var closing = known.GetValueOrDefault(row.OwnerId);
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
    public async Task CarryOnAsync(ServicePeriod from, CancellationToken cancellationToken) =>
        await CarryOnAsync(new PeriodChain(await repository.PeriodsAsync(cancellationToken)), p => p == from, _ => false, cancellationToken);

    /// <summary>Makes every opening again, after periods were added, moved or deleted.</summary>
    /// <param name="derivedBefore">The periods whose openings followed from others before; those of the rest were typed in.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ConflictException">A period would come before one whose openings were typed in: <c>opening.typed</c>.</exception>
    public async Task CarryAllAsync(IReadOnlySet<Guid> derivedBefore, CancellationToken cancellationToken)
    {
        var chain = new PeriodChain(await repository.PeriodsAsync(cancellationToken));
        foreach (var period in chain.InOrder.Where(p => chain.SourcesOf(p).Any() && !derivedBefore.Contains(p.Id)))
        {
            if ((await repository.OpeningsAsync(period.Id, cancellationToken)).Count > 0)
            {
                throw new ConflictException(
                    "opening.typed", $"{period.Name} begins with balances that were typed in, which a period before it would replace. Set them to 0 first.");
            }
        }

        // What some opened with follows from nothing any more.
        await CarryOnAsync(chain, _ => true, p => derivedBefore.Contains(p.Id) && !chain.SourcesOf(p).Any(), cancellationToken);
    }

    /// <summary>What was written, by period and owner, as far as it changed.</summary>
    public async Task<IReadOnlyList<BalanceChange>> ChangesAsync(CancellationToken cancellationToken)
    {
        var names = (await repository.OwnerCardsAsync(cancellationToken)).ToDictionary(o => o.Id, o => o.Name);
        return _written
            .GroupBy(w => (w.Period, w.OwnerId))
            .Select(g => (g.Key, Opening: g.FirstOrDefault(w => w.IsOpening), Closing: g.FirstOrDefault(w => !w.IsOpening)))
            .OrderBy(c => c.Key.Period.StartDate).ThenBy(c => names[c.Key.OwnerId], StringComparer.Ordinal)
            .Select(c => new BalanceChange(
                c.Key.Period.Id, c.Key.Period.Name, c.Key.OwnerId, names[c.Key.OwnerId],
                c.Opening.Before, c.Opening.After, c.Closing.Before, c.Closing.After))
            .ToList();
    }

    private async Task CarryOnAsync(
        PeriodChain chain, Func<ServicePeriod, bool> isFirst, Func<ServicePeriod, bool> isLeftBehind, CancellationToken cancellationToken)
    {
        var changed = chain.InOrder.Where(isFirst).ToHashSet();
        foreach (var period in chain.InOrder)
        {
            var sources = chain.SourcesOf(period).ToList();

            // A closed period keeps its figures, stale, until one that came in before it closes for the first time.
            if ((!sources.Any(changed.Contains) && !isLeftBehind(period)) || (period.Status == PeriodStatus.Closed && sources.Any(s => s is { Status: PeriodStatus.Open, Frozen: false })))
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

    private Task UnlockAsync(ServicePeriod period, bool locked, CancellationToken cancellationToken) =>
        locked ? repository.RecomputeAsync([period.Id], recomputing: true, cancellationToken) : Task.CompletedTask;

    private Task LockAsync(ServicePeriod period, bool locked, CancellationToken cancellationToken) =>
        locked ? repository.RecomputeAsync([period.Id], recomputing: false, cancellationToken) : Task.CompletedTask;

    // What an open source closed with the last time still counts until it closes again.
    private async Task<bool> OpenAsync(ServicePeriod period, IReadOnlyList<ServicePeriod> sources, CancellationToken cancellationToken)
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
    private bool Write(ServicePeriod period, OpeningBalance? opening, decimal amount, Guid ownerId = default)
    {
        if (opening?.Amount == amount)
        {
            return false;
        }

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

    private void Note(ServicePeriod period, Guid ownerId, bool isOpening, decimal? before, decimal? after)
    {
        if (before != after)
        {
            _written.Add((period, ownerId, isOpening, before, after));
        }
    }

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
