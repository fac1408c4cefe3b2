using System.Text.Json;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>What owners are told of a closed period. A statement is never changed; a correction issues another one beside it.</summary>
public sealed class StatementsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    /// <summary>Those of a period, in the order in which they were issued.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public async Task<IReadOnlyList<StatementSummary>> ListAsync(Guid periodId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        var period = await RecordRules.RequirePeriodAsync(repository, periodId, cancellationToken);
        return await StatementValidity.ReadAsync(repository, period, ownerId: null, cancellationToken);
    }

    /// <summary>One with all that it says; an owner's account for them and admins alone.</summary>
    /// <exception cref="NotFoundException">No such statement here.</exception>
    public async Task<StatementDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        var statement = await repository.StatementAsync(id, cancellationToken) ?? throw new NotFoundException("statement");
        var corrected = statement.CorrectsId is { } corrects ? await repository.StatementAsync(corrects, cancellationToken) : null;
        var (said, before) = (ContentOf(statement), corrected is null ? null : ContentOf(corrected));
        if (said.Row.Balance > 0 && !await SeesAccountAsync(repository, statement.OwnerId, cancellationToken))
        {
            said = said with { Account = null };
        }

        var period = await RecordRules.RequirePeriodAsync(repository, statement.PeriodId, cancellationToken);
        var all = await StatementValidity.ReadAsync(repository, period, statement.OwnerId, cancellationToken);
        var state = all.Single(s => s.Id == id);
        var chain = await repository.PeriodChainAsync(cancellationToken);
        return new StatementDto(
            statement.Id, statement.PeriodId, statement.OwnerId, statement.Number, statement.CorrectsId,
            corrected?.Number, before?.Row.Balance, statement.IssuedAt,
            state.CorrectedById, all.SingleOrDefault(s => s.Id == state.CorrectedById)?.Number, state.Outdated,
            said, said.Payment(statement.Number, before), chain.NextOf(period) is null ? null : chain.DtoOf(chain.InOrder[^1]), statement.Version);
    }

    /// <summary>
    /// Issues a statement to each owner of a closed period who has none, and a correcting one to whoever's says something else than it would now.
    /// </summary>
    /// <param name="periodId">Which.</param>
    /// <param name="ownerId">One of them; <c>null</c>: all.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such period or owner here.</exception>
    /// <exception cref="ConflictException">
    /// The period is open: <c>period.not-closed</c>. Or an earlier one is, whose closing this one's figures will follow: <c>period.stale</c>.
    /// </exception>
    public async Task<IssuedStatements> IssueAsync(Guid periodId, Guid? ownerId, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var period = await RecordRules.RequirePeriodAsync(repository, periodId, cancellationToken);
        if (period.Status == PeriodStatus.Open)
        {
            throw new ConflictException("period.not-closed", $"{period.Name} is open: what it says may still change. Close it first.");
        }

        var chain = await repository.PeriodChainAsync(cancellationToken);
        if (chain.OpenBefore(period) is { } before)
        {
            throw new ConflictException("period.stale", $"{before.Name} is open, and what {period.Name} says follows from it. Close {before.Name} first.");
        }

        var owners = await OwnersAsync(repository, period, ownerId, cancellationToken);
        var explainer = await BalanceExplainer.OfAllAsync(repository, chain, period, await current.CurrencyAsync(cancellationToken), cancellationToken);
        var last = (await repository.StatementsAsync(periodId, cancellationToken)).GroupBy(s => s.OwnerId).ToDictionary(g => g.Key, g => g.Last());
        var number = await repository.LastStatementNumberAsync(cancellationToken);
        var issued = new List<Statement>();
        foreach (var owner in owners)
        {
            var content = await ContentAsync(repository, explainer, owner, cancellationToken);
            var told = last.GetValueOrDefault(owner);
            if (told is null || !ContentOf(told).SaysTheSame(content))
            {
                issued.Add(New(period, owner, ++number, told?.Id, JsonSerializer.Serialize(content, JsonFormat.Options)));
                repository.Add(issued[^1]);
            }
        }

        return await work.CommitAsync(() => new IssuedStatements(issued.Select(SummaryOf).ToList(), owners.Count - issued.Count), cancellationToken);
    }

    private async Task<bool> SeesAccountAsync(SharedCostsRepository repository, Guid ownerId, CancellationToken cancellationToken) =>
        (await AccountReader.OfAsync(current, cancellationToken)).Sees((await repository.OwnerCardAsync(ownerId, cancellationToken))?.MemberId);

    private static async Task<IReadOnlyList<Guid>> OwnersAsync(
        SharedCostsRepository repository, Period period, Guid? ownerId, CancellationToken cancellationToken)
    {
        var owners = (await repository.ClosingsAsync(period.Id, cancellationToken)).Select(c => c.OwnerId).Order().ToList();
        return ownerId is not { } one ? owners : owners.Contains(one) ? [one] : throw new NotFoundException("owner");
    }

    private async Task<StatementContent> ContentAsync(
        SharedCostsRepository repository, BalanceExplainer explainer, Guid ownerId, CancellationToken cancellationToken)
    {
        var organization = await current.OrganizationAsync(cancellationToken);
        var said = await explainer.ExplainAsync(ownerId, cancellationToken);
        return new StatementContent(
            organization.Name, organization.Currency.Code, said.Period.Name, said.Period.StartDate, said.Period.EndDate,
            said.Row, said.Contributions, said.Paid, said.Allocated, said.Charges,
            await PaymentAccounts.ForAsync(repository, said.Row, cancellationToken));
    }

    private Statement New(Period period, Guid ownerId, long number, Guid? correctsId, string content) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OrganizationId = current.OrganizationId,
        PeriodId = period.Id,
        OwnerId = ownerId,
        Number = number,
        CorrectsId = correctsId,
        IssuedAt = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()),
        Content = content,
    };

    private static StatementContent ContentOf(Statement statement) =>
        JsonSerializer.Deserialize<StatementContent>(statement.Content, JsonFormat.Options)!;

    private static StatementSummary SummaryOf(Statement s) => new(s.Id, s.PeriodId, s.OwnerId, s.Number, s.CorrectsId, s.IssuedAt, CorrectedById: null, Outdated: false);
}
