using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>A journal to be downloaded.</summary>
/// <param name="Name">Safe to be saved under on every system.</param>
/// <param name="WriteAsync">Writes it as it is then, a little at a time.</param>
public sealed record JournalFile(string Name, Func<TextWriter, CancellationToken, Task> WriteAsync);

/// <summary>
/// Everything that was recorded, and each share of it, as plain-text double entry that hledger and ledger read: a second opinion on every
/// balance.
/// </summary>
public sealed class JournalService(UnitOfWorkFactory units, CurrentMember current)
{
    /// <param name="periodId">The period; <c>null</c>: all, in the order of their starts.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public async Task<JournalFile> FileAsync(Guid? periodId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        var period = periodId is { } id ? await RecordRules.RequirePeriodAsync(repository, id, cancellationToken) : null;
        var about = period?.Name ?? (await current.OrganizationAsync(cancellationToken)).Name;
        return new JournalFile(FileName.Of($"{about} costs", ".journal"), (output, token) => WriteAsync(periodId, output, token));
    }

    private async Task WriteAsync(Guid? periodId, TextWriter output, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        await work.HoldStillAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        var chain = await repository.PeriodChainAsync(cancellationToken);
        var text = new JournalText(output, await current.CurrencyAsync(cancellationToken));
        var writer = new JournalWriter(
            repository,
            text,
            JournalNames.Accounts("liabilities:owners", (await repository.OwnerCardsAsync(cancellationToken)).Select(o => (o.Id, o.Name))),
            (await repository.PropertyNamesAsync(cancellationToken)).ToDictionary(p => p.Key, p => JournalNames.Plain(p.Value)));
        await writer.BeginAsync((await current.OrganizationAsync(cancellationToken)).Name, cancellationToken);
        foreach (var period in chain.InOrder.Where(p => periodId is null || p.Id == periodId))
        {
            await writer.WriteAsync(period, isFirst: chain.PreviousOf(period) is null, cancellationToken);
        }

        await text.FlushAsync(cancellationToken);
    }
}
