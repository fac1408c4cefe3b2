using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>How balances are cleared.</summary>
public sealed class SettleUpService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    /// <summary>
    /// Payments that clear every balance of a period: one less than parties at most, the fund being one of them where balances don't add
    /// up to 0; with up to 12 owners, as few as there can be. What the fund can't pay yet is said of its payments.
    /// </summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public async Task<SettleUp> SuggestAsync(Guid periodId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        await work.HoldStillAsync(cancellationToken);
        var sheet = await BalancesService.ReadSheetAsync(work, periodId, cancellationToken);
        return PlanOf(sheet);
    }

    /// <summary>The same for a live page, with everything that it shows.</summary>
    /// <inheritdoc cref="SuggestAsync"/>
    public Task<SettleUpPage> PageAsync(Guid periodId, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(ReadPageAsync, periodId, cancellationToken);

    /// <summary>Records a payment as contributions: of who pays, and a payout to who gets it. The same payment isn't recorded twice, unless it is suggested again.</summary>
    /// <param name="periodId">The open period that it is recorded in.</param>
    /// <param name="transfer">What was paid.</param>
    /// <param name="date">When, within the period; <c>null</c> is refused.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="InvalidException">Something in the transfer is wrong.</exception>
    /// <exception cref="ConflictException">
    /// The period is closed: <c>period.closed</c>. Or one doesn't owe as much any more, or the other isn't owed it, or it is recorded already:
    /// <c>settle-up.changed</c>. Or the fund doesn't hold as much: <c>settle-up.not-covered</c>.
    /// </exception>
    public async Task<IReadOnlyList<ContributionDto>> BookAsync(Guid periodId, Transfer transfer, DateOnly? date, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var rules = new RecordRules(work, repository, current);
        var period = await rules.RequireOpenAsync(periodId, cancellationToken);
        var check = new Check();
        await rules.CheckAmountAsync(check, RecordedSum.Contributions, period, before: 0, transfer.Amount, cancellationToken);
        RecordRules.CheckDate(check, period, date);
        await rules.CheckOwnerAsync(check, transfer.FromOwnerId, "fromOwnerId", cancellationToken);
        await rules.CheckOwnerAsync(check, transfer.ToOwnerId, "toOwnerId", cancellationToken);
        check.That(transfer.FromOwnerId != transfer.ToOwnerId, "toOwnerId", "Choose two different parties.");
        check.ThrowIfAny();
        await RequireOwedAsync(repository, await BalancesService.ReadSheetAsync(work, periodId, cancellationToken), transfer, cancellationToken);

        var booked = new List<Contribution>();
        foreach (var (ownerId, payout) in new[] { (transfer.FromOwnerId, false), (transfer.ToOwnerId, true) })
        {
            if (ownerId is { } owner)
            {
                booked.Add(New(periodId, owner, transfer.Amount, payout, date!.Value));
                repository.Add(booked[^1]);
            }
        }

        return await work.CommitAsync<IReadOnlyList<ContributionDto>>(() => booked.Select(ContributionRecords.ToDto).ToList(), cancellationToken);
    }

    private static async Task<SettleUpPage> ReadPageAsync(UnitOfWork work, OrganizationCard organization, Guid periodId, CancellationToken cancellationToken)
    {
        var sheet = await BalancesService.ReadSheetAsync(work, periodId, cancellationToken);
        var chain = await new SharedCostsRepository(work).PeriodChainAsync(cancellationToken);
        var next = sheet.Status == PeriodStatus.Closed ? chain.NextOf(chain.InOrder.Single(p => p.Id == periodId)) : null;
        return new SettleUpPage(sheet, PlanOf(sheet), next is null ? null : chain.DtoOf(next), organization.Currency);
    }

    // Somebody recorded it meanwhile, or something else changed who owes what.
    private static async Task RequireOwedAsync(SharedCostsRepository repository, BalanceSheet sheet, Transfer transfer, CancellationToken cancellationToken)
    {
        if (!IsOwed(sheet, transfer) || (!IsSuggested(sheet, transfer) && await repository.IsPaidAsync(sheet.PeriodId, transfer, cancellationToken)))
        {
            throw new ConflictException("settle-up.changed", "This isn't owed any more: the balances changed meanwhile. Look again, then record what is left.");
        }

        if (transfer.FromOwnerId is null && transfer.Amount > sheet.FundMoney)
        {
            throw new ConflictException("settle-up.not-covered", "The fund doesn't hold as much. Record the contributions to it first.");
        }
    }

    private static bool IsOwed(BalanceSheet sheet, Transfer transfer)
    {
        var balances = sheet.Rows.ToDictionary(r => r.OwnerId, r => r.Balance);
        decimal Balance(Guid? ownerId) => ownerId is { } owner ? balances.GetValueOrDefault(owner) : -sheet.Totals.Balance;
        return Balance(transfer.FromOwnerId) + transfer.Amount <= 0 && Balance(transfer.ToOwnerId) - transfer.Amount >= 0;
    }

    // Payments are suggested one after the other, and those who owe much appear in several: balances alone don't tell that one was made.
    private static bool IsSuggested(BalanceSheet sheet, Transfer transfer) =>
        PlanOf(sheet).Transfers.Any(t => (t.FromOwnerId, t.ToOwnerId) == (transfer.FromOwnerId, transfer.ToOwnerId) && t.Amount >= transfer.Amount);

    /// <summary>What is suggested for a sheet, wherever it is said.</summary>
    internal static SettleUp PlanOf(BalanceSheet sheet) =>
        SettleUpPlan.WithinCash(SettleUpPlan.Of(sheet.Rows.ToDictionary(r => r.OwnerId, r => r.Balance)), sheet.FundMoney);

    private Contribution New(Guid periodId, Guid ownerId, decimal amount, bool payout, DateOnly date) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OrganizationId = current.OrganizationId,
        PeriodId = periodId,
        OwnerId = ownerId,
        Amount = amount,
        Payout = payout,
        Date = date,
        Comment = "Settled up",
    };
}
