using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>Periods, from the first day to their closing and, where something has to be put right, beyond.</summary>
public sealed class PeriodsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    private const int MaxYears = 10;
    private const string ReasonField = "reopenReason";

    /// <summary>All, the latest first.</summary>
    public async Task<IReadOnlyList<PeriodDto>> ListAsync(CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var chain = await new SharedCostsRepository(work).PeriodChainAsync(cancellationToken);
        return chain.InOrder.Reverse().Select(chain.DtoOf).ToList();
    }

    /// <summary>In the order of their starts.</summary>
    public async Task<Page<PeriodDto>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var chain = await new SharedCostsRepository(work).PeriodChainAsync(cancellationToken);
        var rest = chain.InOrder.AsQueryable().After(page, p => p.StartDate);
        return page.ToPage(rest.Take(page.Limit + 1).AsEnumerable().Select(chain.DtoOf).ToList(), p => new Cursor<DateOnly>(p.StartDate, p.Id));
    }

    /// <summary>All with their totals, the latest first.</summary>
    public Task<IReadOnlyList<PeriodSummary>> OverviewAsync(CancellationToken cancellationToken) =>
        units.ReadSharedAsync(PeriodOverview.ReadAllAsync, true, cancellationToken);

    /// <summary>One with its totals, by payment type.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public Task<PeriodPage> PageAsync(Guid id, CancellationToken cancellationToken) => units.ReadSharedAsync(PeriodOverview.ReadAsync, id, cancellationToken);

    /// <exception cref="NotFoundException">No such period here.</exception>
    public async Task<PeriodDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        var chain = await repository.PeriodChainAsync(cancellationToken);
        return chain.DtoOf(chain.Require(id));
    }

    /// <summary>What happened to it, newest first.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RecordRules.RequirePeriodAsync(repository, id, cancellationToken);
        return (await new AuditRepository(work).VersionsAsync(nameof(Period), id, cancellationToken)).Select(WithReason).ToList();
    }

    // A reason that is the same as last time is one all the same.
    private static HistoryEntry WithReason(RowVersion version)
    {
        var changes = version.History.Changes.Where(c => c.Field != ReasonField).ToList();
        var reason = changes.Exists(c => c is { Field: "status", After: nameof(PeriodStatus.Open) }) ? version.State?.Get<string>(ReasonField) : null;
        return version.History with { Changes = reason is null ? changes : [.. changes, new FieldChange(ReasonField, Before: null, reason)] };
    }

    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="ConflictException">
    /// Another one that starts in the same year is called that: <c>period.exists</c>. Or the openings of one behind it were typed in:
    /// <c>opening.typed</c>; or figures of a closed one would change: <c>period.followed</c>.
    /// </exception>
    public async Task<PeriodDto> AddAsync(PeriodInput input, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var period = new Period
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), OrganizationId = current.OrganizationId, Name = "", StartDate = default, EndDate = default,
        };
        var sources = (await repository.PeriodChainAsync(cancellationToken)).Sources;
        await ApplyAsync(repository, period, input, cancellationToken);
        repository.Add(period);
        return await SaveAsync(work, repository, period, sources, cancellationToken);
    }

    /// <param name="id">Which.</param>
    /// <param name="input">Everything that can be written.</param>
    /// <param name="version">The version the edit was made on; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong, or something is recorded for a day outside.</exception>
    /// <exception cref="ConflictException">
    /// It is closed: <c>period.closed</c>. Or another one that starts in the same year is called that: <c>period.exists</c>. Or it would come
    /// before one whose openings were typed in, or take its own behind another: <c>opening.typed</c>; or figures of a closed one would
    /// change: <c>period.followed</c>. Or a property that was read in it would have no part: <c>reading.without-part</c>.
    /// </exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<PeriodDto> UpdateAsync(Guid id, PeriodInput input, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var period = await RequireOpenAsync(work, repository, id, version, cancellationToken);
        var days = (period.StartDate, period.EndDate);
        var sources = (await repository.PeriodChainAsync(cancellationToken)).Sources;
        await ApplyAsync(repository, period, input, cancellationToken);
        if (await repository.HasRecordsOutsideAsync(id, period.StartDate, period.EndDate, cancellationToken))
        {
            throw new InvalidException("endDate", "Something is recorded for a day outside. Move or delete that first.");
        }

        // Days are part of what costs are shared by.
        return period.Frozen && days != (period.StartDate, period.EndDate)
            ? throw new InvalidException("startDate", "It was closed for these days before: they stay.")
            : await SaveAsync(work, repository, period, sources, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="ConflictException">
    /// It is closed: <c>period.closed</c>; something is recorded in it, or typed in as its openings, or statements were issued:
    /// <c>period.not-empty</c>; or figures of a closed one would change: <c>period.followed</c>.
    /// </exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task DeleteAsync(Guid id, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var period = await RequireOpenAsync(work, repository, id, version, cancellationToken);
        if (await repository.HasRecordsAsync(id, cancellationToken))
        {
            throw new ConflictException("period.not-empty", $"{period.Name} has records. Delete those first.");
        }

        // Where none comes before, they are records of somebody.
        var sources = (await repository.PeriodChainAsync(cancellationToken)).Sources;
        if (!sources.Contains(id) && (await repository.OpeningsAsync(id, cancellationToken)).Count > 0)
        {
            throw new ConflictException("period.not-empty", $"{period.Name} begins with balances that were typed in. Set them to 0 first.");
        }

        if (await repository.HasStatementsAsync(id, cancellationToken))
        {
            throw new ConflictException("period.not-empty", $"Statements of {period.Name} were issued, and those stay.");
        }

        foreach (var opening in await repository.OpeningsAsync(id, cancellationToken))
        {
            repository.Remove(opening);
        }

        foreach (var closing in await repository.ClosingsAsync(id, cancellationToken))
        {
            repository.Remove(closing);
        }

        await repository.SaveAsync(cancellationToken);
        await repository.ReplaceSharesAsync(id, [], cancellationToken);
        repository.Remove(period);
        await repository.SaveAsync(cancellationToken);
        await new BalanceCarryForward(repository, time).CarryAllAsync(sources, cancellationToken);
        work.Touch(SharedCostsTopics.Periods);
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>Types in what an owner's balance begins with, in a period that none comes before.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="InvalidException">There is no such owner, or the amount is wrong.</exception>
    /// <exception cref="ConflictException">It is closed: <c>period.closed</c>; or openings follow from the period before: <c>opening.derived</c>.</exception>
    public async Task SetOpeningAsync(Guid id, OpeningInput input, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var period = await RequireOpenAsync(work, repository, id, version: null, cancellationToken);
        var chain = await repository.PeriodChainAsync(cancellationToken);
        if (chain.PreviousOf(period) is { } previous)
        {
            throw new ConflictException("opening.derived", $"It follows from {previous.Name}: what that closes with is what {period.Name} opens with.");
        }

        var check = new Check();
        check.That(await repository.OwnerCardAsync(input.OwnerId, cancellationToken) is not null, "ownerId", "There is no such owner.");
        check.Amount(Math.Abs(input.Amount), "amount", await current.CurrencyAsync(cancellationToken));
        check.ThrowIfAny();
        await WriteOpeningAsync(repository, period, input, cancellationToken);
        work.Touch(period.Topic);
        await work.CommitAsync(cancellationToken);
    }

    private async Task WriteOpeningAsync(SharedCostsRepository repository, Period period, OpeningInput input, CancellationToken cancellationToken)
    {
        var opening = (await repository.OpeningsAsync(period.Id, cancellationToken)).SingleOrDefault(o => o.OwnerId == input.OwnerId);
        if (opening is null && input.Amount != 0)
        {
            repository.Add(new OpeningBalance
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()), OrganizationId = current.OrganizationId, PeriodId = period.Id, OwnerId = input.OwnerId, Amount = input.Amount,
            });
        }
        else if (opening is not null && input.Amount == 0)
        {
            repository.Remove(opening);
        }
        else if (opening is not null)
        {
            opening.Amount = input.Amount;
        }
    }

    private async Task<PeriodDto> SaveAsync(
        UnitOfWork work, SharedCostsRepository repository, Period period, ILookup<Guid, Guid> sources, CancellationToken cancellationToken)
    {
        await repository.SaveAsync(cancellationToken);
        if (!period.Frozen)
        {
            await new PeriodBasis(repository, await current.CurrencyAsync(cancellationToken), time).FollowPropertiesAsync(period, cancellationToken);
        }

        await new BalanceCarryForward(repository, time).CarryAllAsync(sources, cancellationToken);
        work.Touch(SharedCostsTopics.Periods);
        var chain = await repository.PeriodChainAsync(cancellationToken);
        return await work.CommitAsync(() => chain.DtoOf(period), cancellationToken);
    }

    private static async Task ApplyAsync(SharedCostsRepository repository, Period period, PeriodInput input, CancellationToken cancellationToken)
    {
        var check = new Check();
        var known = (period.Name, period.Year);
        period.Name = check.Required(input.Name, "name", "a name", 100);
        check.That(input.StartDate is not null, "startDate", "Enter the first day.");
        check.That(input.EndDate is not null, "endDate", "Enter the last day.");
        check.That(!(input.StartDate >= input.EndDate), "endDate", "The last day comes after the first.");
        check.That(input.StartDate is null || input.EndDate is null || !(input.EndDate.Value.DayNumber - input.StartDate.Value.DayNumber > 366 * MaxYears), "endDate", "A period is at most ten years long.");
        check.ThrowIfAny();
        (period.StartDate, period.EndDate, period.Year) = (input.StartDate!.Value, input.EndDate!.Value, input.StartDate.Value.Year);
        if (known != (period.Name, period.Year))
        {
            await RequireOwnNameAsync(repository, period, cancellationToken);
        }
    }

    // Those that had names alike before there was this rule keep them.
    private static async Task RequireOwnNameAsync(SharedCostsRepository repository, Period period, CancellationToken cancellationToken)
    {
        var others = (await repository.PeriodChainAsync(cancellationToken)).InOrder.Where(p => p.Id != period.Id && p.Year == period.Year);
        if (others.FirstOrDefault(p => CanonicalText.AreAlike(p.Name, period.Name)) is { } other)
        {
            throw new ConflictException("period.exists", $"Another period that starts in {period.Year} is called “{other.Name}”.") { Field = "name" };
        }
    }

    private static async Task<Period> RequireOpenAsync(
        UnitOfWork work, SharedCostsRepository repository, Guid id, long? version, CancellationToken cancellationToken)
    {
        var period = await RecordRules.RequirePeriodAsync(repository, id, cancellationToken);
        await new AuditRepository(work).RequireVersionAsync(period, version, "period", cancellationToken);
        return period.Status == PeriodStatus.Open ? period : throw RecordRules.Closed(period);
    }
}
