using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>What holds for every record of a period: who may write it, when, and for whom.</summary>
internal sealed class RecordRules(UnitOfWork work, SharedCostsRepository repository, CurrentMember current)
{
    /// <summary>The largest amount of a record.</summary>
    public const decimal MaxAmount = 10_000_000_000;

    private readonly PeriodSums _sums = new(repository);

    // An import asks for the same ones again and again.
    private readonly Dictionary<Guid, OwnerCard?> _owners = [];
    private Period? _period;

    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="ConflictException">It is closed: <c>period.closed</c>.</exception>
    public async Task<Period> RequireOpenAsync(Guid periodId, CancellationToken cancellationToken)
    {
        var period = _period = _period?.Id == periodId ? _period : await RequirePeriodAsync(repository, periodId, cancellationToken);
        return period.Status == PeriodStatus.Open ? period : throw Closed(period);
    }

    public static async Task<Period> RequirePeriodAsync(SharedCostsRepository repository, Guid periodId, CancellationToken cancellationToken) =>
        await repository.PeriodAsync(periodId, cancellationToken) ?? throw new NotFoundException("period");

    public static ConflictException Closed(Period period) =>
        new("period.closed", $"{period.Name} is closed. An admin can reopen it for a correction.");

    /// <summary>The row, if it is there, of the version that the edit was made on, and its period is open.</summary>
    public async Task<Period> RequireEditableAsync(IAudited row, Guid periodId, long? version, string noun, CancellationToken cancellationToken)
    {
        await new AuditRepository(work).RequireVersionAsync(row, version, noun, cancellationToken);
        return await RequireOpenAsync(periodId, cancellationToken);
    }

    /// <exception cref="ForbiddenException">Who acts is no admin, and it isn't of an owner that they are.</exception>
    public async Task RequireOwnAsync(Guid? ownerId, CancellationToken cancellationToken)
    {
        if (await current.RoleAsync(cancellationToken) == Role.Admin)
        {
            return;
        }

        var owner = ownerId is { } id ? await OwnerAsync(id, cancellationToken) : null;
        if (owner?.MemberId is null || owner.MemberId != current.MemberId)
        {
            throw new ForbiddenException("You can record what you paid yourself. Ask an admin to record what others or the fund paid.");
        }
    }

    public async Task CheckOwnerAsync(Check check, Guid? ownerId, string field, CancellationToken cancellationToken)
    {
        if (ownerId is { } id)
        {
            check.That(await OwnerAsync(id, cancellationToken) is not null, field, "There is no such owner.");
        }
    }

    private async Task<OwnerCard?> OwnerAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!_owners.TryGetValue(id, out var owner))
        {
            _owners[id] = owner = await repository.OwnerCardAsync(id, cancellationToken);
        }

        return owner;
    }

    /// <summary>More than 0, in whole minor units, and so much that a period's sums stay within what the database can add.</summary>
    /// <param name="before">What the record had before; 0: it is new.</param>
    /// <param name="amount">What it is to have.</param>
    public async Task CheckAmountAsync(
        Check check, RecordedSum of, Period period, decimal before, decimal? amount, CancellationToken cancellationToken)
    {
        check.That(!(amount > MaxAmount), "amount", "Enter an amount of at most 10,000,000,000.");
        check.AmountAboveZero(amount, "amount", await current.CurrencyAsync(cancellationToken));
        await _sums.CheckAsync(check, "amount", of, period, before, amount, cancellationToken);
    }

    public static void CheckDate(Check check, Period period, DateOnly? date)
    {
        check.That(date is not null, "date", "Enter a date.");
        check.That(
            date is null || period.Has(date.Value), "date", FormattableString.Invariant($"Choose a day from {period.StartDate:yyyy-MM-dd} to {period.EndDate:yyyy-MM-dd}."));
    }
}
