using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.SharedCosts;

/// <summary>Computes anew what was computed once, and compares.</summary>
internal sealed class SharedCostsVerification(SharedCostsRepository repository)
{
    /// <summary>What isn't as it would be computed now, each in a sentence.</summary>
    public async Task<IReadOnlyList<string>> BrokenRulesAsync(CancellationToken cancellationToken)
    {
        var broken = new List<string>();
        foreach (var (period, expense) in await repository.WronglySharedAsync(cancellationToken))
        {
            broken.Add($"The parts of expense {expense} in {period} don't add up to it.");
        }

        var chain = await repository.PeriodChainAsync(cancellationToken);
        foreach (var period in chain.InOrder)
        {
            broken.AddRange(await BrokenInAsync(chain, period, cancellationToken));
        }

        return broken;
    }

    private async Task<IReadOnlyList<string>> BrokenInAsync(PeriodChain chain, Period period, CancellationToken cancellationToken)
    {
        try
        {
            var sheet = await BalanceSheetReader.ReadAsync(repository, chain, period, cancellationToken);
            return
            [
                .. period.Status == PeriodStatus.Closed ? await WrongClosingsAsync(period, sheet, cancellationToken) : [],
                .. await WrongOpeningsAsync(chain, period, cancellationToken),
            ];
        }
        catch (ConflictException wrong)
        {
            return [$"{period.Name}: {wrong.Message}"];
        }
    }

    private async Task<IEnumerable<string>> WrongClosingsAsync(Period period, BalanceSheet sheet, CancellationToken cancellationToken)
    {
        var closings = (await repository.ClosingsAsync(period.Id, cancellationToken)).ToDictionary(
            c => c.OwnerId, c => (c.Opening, c.Contributions, c.Paid, c.Allocated, c.Charges, c.Balance));
        return sheet.Rows
            .Where(r => closings.GetValueOrDefault(r.OwnerId) != (r.Opening, r.Contributions, r.Paid, r.Allocated, r.Charges, r.Balance))
            .Select(r => $"{period.Name} was closed with another balance of {r.Name} than its records come to.");
    }

    // Until each period before it is closed, a period's opening is still to follow.
    private async Task<IEnumerable<string>> WrongOpeningsAsync(PeriodChain chain, Period period, CancellationToken cancellationToken)
    {
        var sources = chain.SourcesOf(period).ToList();
        if (sources.Count == 0 || chain.OpenBefore(period) is not null)
        {
            return [];
        }

        var carried = new Dictionary<Guid, decimal>();
        foreach (var source in sources)
        {
            foreach (var closing in await repository.ClosingsAsync(source.Id, cancellationToken))
            {
                carried[closing.OwnerId] = carried.GetValueOrDefault(closing.OwnerId) + closing.Balance;
            }
        }

        var openings = (await repository.OpeningsAsync(period.Id, cancellationToken)).ToDictionary(o => o.OwnerId, o => o.Amount);
        return carried.Keys.Union(openings.Keys).Any(owner => carried.GetValueOrDefault(owner) != openings.GetValueOrDefault(owner))
            ? [$"{period.Name} doesn't open with what the period before closed with."]
            : [];
    }
}
