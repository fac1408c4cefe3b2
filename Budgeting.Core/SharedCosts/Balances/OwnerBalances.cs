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
/// <param name="NotSharedYet">As of the sheet: what isn't in anybody's balance yet.</param>
/// <param name="WithoutBasis">Of that, the payment types that nobody's share is known of yet, such as heating before the meters are read.</param>
/// <param name="Payees">Of who owes: whom they pay.</param>
/// <param name="Statements">What the owner was told of the period, in the order in which it was issued.</param>
/// <param name="Account">Of who gets something back: where it is paid; <c>null</c>: no account is known, or it is kept from who looks.</param>
/// <param name="KeepsAccounts">Whether owners' accounts are kept from who looks: it is somebody else's balance, and they are no admin.</param>
public sealed record OwnerBalancePage(
    Currency Currency,
    IReadOnlyList<PeriodDto> Periods,
    IReadOnlyList<OwnerName> Owners,
    BalanceExplanation? Balance,
    PeriodDto? CarriedTo,
    PeriodDto? OpenBefore,
    decimal? NotSharedYet,
    IReadOnlyList<string> WithoutBasis,
    IReadOnlyList<Payee> Payees,
    StatementHistory? Statements,
    PaymentAccount? Account,
    bool KeepsAccounts)
{
    /// <summary>Whether it is the balance of who looks.</summary>
    public bool IsOwn => Balance is { } shown && Owners.Any(o => o.Id == shown.Row.OwnerId);

    /// <summary>Whether what is recorded and shared until the period is closed may change the balance.</summary>
    public bool IsSoFar => Balance?.Period.Status == PeriodStatus.Open;

    /// <summary>The payment that clears what the owner gets back, where an account is known for it.</summary>
    public PaymentRequest? Payout => Account is { } account && Balance is { } balance ? RequestOf(account, balance.Row.Balance) : null;

    /// <summary>The payment to somebody, where an account is known for it.</summary>
    public PaymentRequest? PaymentTo(Payee payee) => payee.Account is { } account ? RequestOf(account, payee.Amount) : null;

    private PaymentRequest RequestOf(PaymentAccount account, decimal amount) => new(account, amount, $"{Balance!.Period.Name}, {Balance.Row.Name}");
}

/// <summary>Who is paid, and how much. While a period is open it is as settling up suggests it; afterwards it is the fund.</summary>
/// <param name="Name">Of an owner; <c>null</c>: the fund.</param>
/// <param name="Account"><c>null</c>: none is known, or it is kept from who looks.</param>
public sealed record Payee(string? Name, decimal Amount, PaymentAccount? Account);

/// <summary>An owner in a choice.</summary>
public sealed record OwnerName(Guid Id, string Name);

internal sealed record OwnerBalanceQuery(AccountReader Reader, Guid? PeriodId, Guid? OwnerId, DateOnly Today);

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
            .Where(o => o.MemberId is not null && o.MemberId == query.Reader.MemberId)
            .Select(o => new OwnerName(o.Id, o.Name))
            .ToList();
        var periodId = query.PeriodId ?? (latestFirst.FirstOrDefault(p => p.StartDate <= query.Today) ?? latestFirst.LastOrDefault())?.Id;
        var ownerId = query.OwnerId ?? own.FirstOrDefault()?.Id;
        var page = new OwnerBalancePage(
            organization.Currency, latestFirst, own, Balance: null, CarriedTo: null, OpenBefore: null, NotSharedYet: null, WithoutBasis: [], Payees: [], Statements: null, Account: null, KeepsAccounts: false);
        return periodId is { } period && ownerId is { } owner
            ? await WithBalanceAsync(repository, chain, page with { KeepsAccounts = !query.Reader.SeesAll && own.TrueForAll(o => o.Id != owner) }, period, owner, cancellationToken)
            : page;
    }

    private static async Task<OwnerBalancePage> WithBalanceAsync(
        SharedCostsRepository repository, PeriodChain chain, OwnerBalancePage page, Guid periodId, Guid ownerId, CancellationToken cancellationToken)
    {
        var period = chain.Require(periodId);
        var sheet = await BalanceSheetReader.ReadAsync(repository, chain, period, cancellationToken);
        var balance = await BalanceExplainer.ExplainAsync(repository, chain.DtoOf(period), sheet, ownerId, page.Currency, cancellationToken);
        var next = period.Status == PeriodStatus.Closed ? chain.NextOf(period) : null;
        var before = chain.OpenBefore(period);
        return page with
        {
            Balance = balance,
            CarriedTo = next is null ? null : chain.DtoOf(next),
            OpenBefore = before is null ? null : chain.DtoOf(before),
            NotSharedYet = sheet.NotSharedYet,
            WithoutBasis = (await repository.ItemsWithoutBasisAsync(periodId, cancellationToken)).Select(i => i.PaymentType).ToList(),
            Payees = await PayeesAsync(repository, sheet, balance.Row, page.KeepsAccounts, cancellationToken),
            Statements = (await StatementValidity.HistoriesAsync(repository, period, ownerId, cancellationToken)).SingleOrDefault(),
            Account = balance.Row.Balance > 0 && !page.KeepsAccounts ? await PaymentAccounts.ForAsync(repository, balance.Row, cancellationToken) : null,
        };
    }

    private static async Task<IReadOnlyList<Payee>> PayeesAsync(
        SharedCostsRepository repository, BalanceSheet sheet, BalanceRow row, bool keepsAccounts, CancellationToken cancellationToken)
    {
        if (row.Balance >= 0)
        {
            return [];
        }

        if (sheet.Status == PeriodStatus.Closed)
        {
            return [new Payee(Name: null, -row.Balance, await PaymentAccounts.ForAsync(repository, row, cancellationToken))];
        }

        var transfers = SettleUpService.PlanOf(sheet).Transfers.Where(t => t.FromOwnerId == row.OwnerId).ToList();
        var fund = await repository.FundAccountAsync(cancellationToken);
        var accounts = await repository.AccountsAsync(keepsAccounts ? [] : transfers.Select(t => t.ToOwnerId).OfType<Guid>().ToList(), cancellationToken);
        return transfers.ConvertAll(t => t.ToOwnerId is { } owner
            ? new Payee(sheet.Rows.Single(r => r.OwnerId == owner).Name, t.Amount, accounts.GetValueOrDefault(owner))
            : new Payee(Name: null, t.Amount, fund));
    }
}
