using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>One owner's balance in one period, and what somebody who looks at it may want to know besides.</summary>
/// <param name="Periods">All, the latest first.</param>
/// <param name="Owners">Those that who looks is, by name.</param>
/// <param name="Balance"><c>null</c>: there is no period yet, or who looks is no owner.</param>
/// <param name="CarriedTo">Of a closed period: the one that the balance went on to.</param>
/// <param name="OpenBefore">An earlier period that is open: its balance isn't in this one's, or, where it was reopened, may still change.</param>
/// <param name="NotSharedYet">Payment types with expenses that nobody's share is known of yet, such as heating before the meters are read.</param>
/// <param name="Statements">What the owner was told of the period, in the order in which it was issued.</param>
/// <param name="Account">Where the balance is to be paid; <c>null</c>: nothing is, or no account is known.</param>
public sealed record OwnerBalancePage(
    Currency Currency,
    IReadOnlyList<PeriodDto> Periods,
    IReadOnlyList<OwnerName> Owners,
    BalanceExplanation? Balance,
    PeriodDto? CarriedTo,
    PeriodDto? OpenBefore,
    IReadOnlyList<string> NotSharedYet,
    StatementHistory? Statements,
    PaymentAccount? Account)
{
    /// <summary>Whether it is the balance of who looks.</summary>
    public bool IsOwn => Balance is { } shown && Owners.Any(o => o.Id == shown.Row.OwnerId);

    /// <summary>The payment that clears the balance, where an account is known for it.</summary>
    public PaymentRequest? Payment => Account is { } account && Balance is { } balance
        ? new PaymentRequest(account, Math.Abs(balance.Row.Balance), $"{balance.Period.Name}, {balance.Row.Name}")
        : null;
}

/// <summary>An owner in a choice.</summary>
public sealed record OwnerName(Guid Id, string Name);

internal sealed record OwnerBalanceQuery(Guid? MemberId, Guid? PeriodId, Guid? OwnerId, DateOnly Today);

/// <summary>Reads the page about one owner.</summary>
internal static class OwnerBalances
{
    public static async Task<OwnerBalancePage> ReadAsync(
        UnitOfWork work, OrganizationCard organization, OwnerBalanceQuery query, CancellationToken cancellationToken)
    {
        var repository = new SharedCostsRepository(work);
        var chain = await repository.PeriodChainAsync(cancellationToken);
        var latestFirst = chain.InOrder.Reverse().Select(chain.DtoOf).ToList();
        var own = (await repository.OwnerCardsAsync(cancellationToken))
            .Where(o => o.MemberId is not null && o.MemberId == query.MemberId)
            .Select(o => new OwnerName(o.Id, o.Name))
            .ToList();
        var periodId = query.PeriodId ?? (latestFirst.FirstOrDefault(p => p.StartDate <= query.Today) ?? latestFirst.LastOrDefault())?.Id;
        var ownerId = query.OwnerId ?? own.FirstOrDefault()?.Id;
        var page = new OwnerBalancePage(
            organization.Currency, latestFirst, own, Balance: null, CarriedTo: null, OpenBefore: null, NotSharedYet: [], Statements: null, Account: null);
        return periodId is { } period && ownerId is { } owner
            ? await WithBalanceAsync(repository, chain, page, period, owner, cancellationToken)
            : page;
    }

    private static async Task<OwnerBalancePage> WithBalanceAsync(
        SharedCostsRepository repository, PeriodChain chain, OwnerBalancePage page, Guid periodId, Guid ownerId, CancellationToken cancellationToken)
    {
        var period = chain.Require(periodId);
        var balance = await BalanceExplainer.ExplainAsync(repository, chain, period, ownerId, page.Currency, cancellationToken);
        var next = period.Status == PeriodStatus.Closed ? chain.NextOf(period) : null;
        var before = chain.OpenBefore(period);
        return page with
        {
            Balance = balance,
            CarriedTo = next is null ? null : chain.DtoOf(next),
            OpenBefore = before is null ? null : chain.DtoOf(before),
            NotSharedYet = (await repository.ItemsWithoutBasisAsync(periodId, cancellationToken)).Select(i => i.PaymentType).ToList(),
            Statements = (await StatementValidity.HistoriesAsync(repository, period, ownerId, cancellationToken)).SingleOrDefault(),
            Account = await PaymentAccounts.ForAsync(repository, balance.Row, cancellationToken),
        };
    }
}
