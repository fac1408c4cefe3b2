using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>Occasions, their budgets and what is used of them.</summary>
public sealed class OccasionsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    /// <summary>In the order in which they were added.</summary>
    public async Task<Page<OccasionDto>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return await new GiftingRepository(work).OccasionsAsync(page, cancellationToken);
    }

    /// <summary>Every one without its figures: the next first, then those past, the latest first, and the archived ones last.</summary>
    public async Task<IReadOnlyList<OccasionDto>> ListAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var all = await new GiftingRepository(work).OccasionsAsync(_ => true, latestFirst: true, take: null, cancellationToken);
        return [.. all.Where(o => o.Date >= today).Reverse().Concat(all.Where(o => o.Date < today)).OrderBy(o => o.Archived)];
    }

    /// <summary>Those from <paramref name="today"/> on, the next first, then those past, the latest first; each with its meter.</summary>
    public Task<IReadOnlyList<OccasionSummary>> OverviewAsync(DateOnly today, bool archived, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(ReadOverviewAsync, (today, archived), cancellationToken);

    /// <summary>The next occasions, with a budget or without, at most <paramref name="count"/>, each with its meter.</summary>
    public Task<IReadOnlyList<OccasionSummary>> NextAsync(DateOnly today, int count, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(ReadNextAsync, (today, count), cancellationToken);

    /// <exception cref="NotFoundException">No such occasion here.</exception>
    public async Task<OccasionDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return await new GiftingRepository(work).OccasionDtoAsync(id, cancellationToken) ?? throw NotFound();
    }

    /// <summary>Meter, recipients and columns of an occasion, from one query of sums.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    public async Task<OccasionFigures> FiguresAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        var occasion = await repository.OccasionDtoAsync(id, cancellationToken) ?? throw NotFound();
        return await FiguresOf(repository, occasion, await current.CurrencyAsync(cancellationToken), cancellationToken);
    }

    /// <summary>What was done to an occasion, newest first, also after it was deleted. Everybody may know all of it.</summary>
    /// <exception cref="NotFoundException">There never was such an occasion here.</exception>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var history = await new AuditRepository(work).HistoryAsync(AuditNames.Of<Occasion>(), id, cancellationToken);
        return history.Count > 0 ? history : throw NotFound();
    }

    /// <summary>The first day on which who asks can have surprises revealed that may be kept from them; <c>null</c>: any day.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    public async Task<DateOnly?> EarliestRevealAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        _ = await repository.OccasionDtoAsync(id, cancellationToken) ?? throw NotFound();
        return await repository.KeptForAsync(id, cancellationToken) is null ? null : RevealRules.EarliestOf(Today);
    }

    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    public async Task<OccasionDto> AddAsync(OccasionInput input, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var occasion = new Occasion
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            OrganizationId = current.OrganizationId,
            Name = "",
            Date = default,
        };
        await ApplyAsync(occasion, input, cancellationToken);
        new GiftingRepository(work).Add(occasion);
        return await work.CommitAsync(() => DtoOf(occasion), cancellationToken);
    }

    /// <param name="id">Which.</param>
    /// <param name="input">Everything that can be written; what is left out takes its default.</param>
    /// <param name="version">The version the edit was made on; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    /// <exception cref="InvalidException">
    /// Something in the input is wrong. Or it would show too soon what may be kept from who asks, whether anything is or not: see
    /// <see cref="RevealRules"/>.
    /// </exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<OccasionDto> UpdateAsync(Guid id, OccasionInput input, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var occasion = await RequireAsync(work, id, version, cancellationToken);
        if (await new GiftingRepository(work).KeptForAsync(id, cancellationToken) is not null)
        {
            RevealRules.RequireNotice(occasion, input, Today);
        }

        await ApplyAsync(occasion, input, cancellationToken);
        return await work.CommitAsync(() => DtoOf(occasion), cancellationToken);
    }

    /// <summary>
    /// Begins next year's: the same occasion a year on, or as many years as it takes to come, with all that was set aside and without
    /// its gifts.
    /// </summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    /// <exception cref="InvalidException">The name is too long, or the day isn't after this one's.</exception>
    /// <exception cref="ConflictException">It was begun already: <c>occasion.continued</c>.</exception>
    public async Task<OccasionDto> StartNextAsync(Guid id, NextOccasionInput input, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var repository = new GiftingRepository(work);
        var last = await repository.OccasionAsync(id, cancellationToken) ?? throw NotFound();
        if ((await repository.NextOfAsync(id, cancellationToken)).FirstOrDefault() is { } begun)
        {
            throw new ConflictException("occasion.continued", $"Next year's is there already: {begun.Name}, {begun.Date:yyyy-MM-dd}.");
        }

        var next = NextYear.Of(last, input, Guid.CreateVersion7(time.GetUtcNow()), Today);
        repository.Add(next);
        // What is set aside for who starts it isn't: the new one's surprises could be switched off by them before anybody looks.
        foreach (var budget in await repository.SubBudgetsAsync(id, cancellationToken))
        {
            repository.Add(NextYear.Of(budget, next, Guid.CreateVersion7(time.GetUtcNow())));
        }

        return await work.CommitAsync(() => DtoOf(next), cancellationToken);
    }

    /// <summary>Sets the budget, or takes it away with <c>null</c>.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public async Task<OccasionDto> SetBudgetAsync(Guid id, decimal? amount, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var occasion = await RequireAsync(work, id, version, cancellationToken);
        var check = new Check();
        check.Amount(amount, "amount", await current.CurrencyAsync(cancellationToken));
        check.ThrowIfAny();
        occasion.BudgetTotal = amount;
        return await work.CommitAsync(() => DtoOf(occasion), cancellationToken);
    }

    /// <summary>Refuses what <see cref="DeleteAsync"/> would refuse, before anybody is asked about it.</summary>
    /// <inheritdoc cref="DeleteAsync"/>
    public async Task CheckDeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        _ = await repository.OccasionDtoAsync(id, cancellationToken) ?? throw NotFound();
        await RequireEmptyAsync(repository, id, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such occasion here.</exception>
    /// <exception cref="ConflictException">
    /// It has gifts: <c>occasion.not-empty</c>. Or it may have some that are kept from who asks, whether there are any or not:
    /// <c>occasion.surprises</c>.
    /// </exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task DeleteAsync(Guid id, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var occasion = await RequireAsync(work, id, version, cancellationToken);
        var repository = new GiftingRepository(work);
        await RequireEmptyAsync(repository, id, cancellationToken);
        foreach (var part in await repository.PartsOfAsync(id, cancellationToken))
        {
            repository.Remove(part);
        }

        foreach (var next in await repository.NextOfAsync(id, cancellationToken))
        {
            next.PreviousId = null;
        }

        repository.Remove(occasion);
        await work.CommitAsync(cancellationToken);
    }

    internal static async Task<OccasionFigures> FiguresOf(
        GiftingRepository repository, OccasionDto occasion, Currency currency, CancellationToken cancellationToken)
    {
        var (rows, subBudgets, keptFor) = await repository.FiguresAsync(occasion.Id, cancellationToken);
        return OccasionFigures.Of(occasion, currency, rows, subBudgets, keptFor);
    }

    private static async Task<IReadOnlyList<OccasionSummary>> ReadOverviewAsync(
        UnitOfWork work, OrganizationCard organization, (DateOnly Today, bool Archived) asked, CancellationToken cancellationToken)
    {
        var (today, archived) = asked;
        var repository = new GiftingRepository(work);
        var upcoming = await repository
            .OccasionsAsync(o => o.Archived == archived && o.Date >= today, latestFirst: false, take: null, cancellationToken);
        var past = await repository
            .OccasionsAsync(o => o.Archived == archived && o.Date < today, latestFirst: true, take: null, cancellationToken);
        return await SummariesAsync(repository, organization.Currency, [.. upcoming, .. past], cancellationToken);
    }

    private static async Task<IReadOnlyList<OccasionSummary>> ReadNextAsync(
        UnitOfWork work, OrganizationCard organization, (DateOnly Today, int Count) asked, CancellationToken cancellationToken)
    {
        var repository = new GiftingRepository(work);
        var next = await repository
            .OccasionsAsync(o => !o.Archived && o.Date >= asked.Today, latestFirst: false, asked.Count, cancellationToken);
        return await SummariesAsync(repository, organization.Currency, next, cancellationToken);
    }

    private static async Task<IReadOnlyList<OccasionSummary>> SummariesAsync(
        GiftingRepository repository, Currency currency, IReadOnlyList<OccasionDto> occasions, CancellationToken cancellationToken)
    {
        var ids = occasions.Select(o => o.Id).ToList();
        var rows = await repository.FiguresAsync(ids, cancellationToken);
        var kept = await repository.KeptForAsync(ids, cancellationToken);
        return occasions.Select(o => SummaryOf(o, currency, rows[o.Id].ToList(), kept.Contains(o.Id))).ToList();
    }

    private static OccasionSummary SummaryOf(OccasionDto occasion, Currency currency, List<FigureRow> rows, bool hidden) =>
        new(occasion, GiftMeter.Of(currency, occasion, rows), rows.Sum(r => r.Count), hidden);

    private async Task ApplyAsync(Occasion occasion, OccasionInput input, CancellationToken cancellationToken)
    {
        var check = new Check();
        occasion.Name = check.Required(input.Name, "name", "a name", 100);
        occasion.Kind = check.Optional(input.Kind, "kind", 40);
        check.That(input.Date is not null, "date", "Enter a date.");
        check.That(input.NearThresholdPercent is >= 1 and <= 100, "nearThresholdPercent", "Enter 1 to 100 percent.");
        check.Amount(input.BudgetTotal, "budgetTotal", await current.CurrencyAsync(cancellationToken));
        check.ThrowIfAny();
        occasion.Date = input.Date!.Value;
        occasion.RecursYearly = input.RecursYearly;
        occasion.BudgetTotal = input.BudgetTotal;
        occasion.NearThresholdPercent = input.NearThresholdPercent;
        occasion.IdeasCountAsPlanned = input.IdeasCountAsPlanned;
        occasion.Surprises = input.Surprises;
        occasion.RevealOn = input.RevealOn;
        occasion.Archived = input.Archived;
    }

    private static async Task RequireEmptyAsync(GiftingRepository repository, Guid id, CancellationToken cancellationToken)
    {
        if (await repository.KeptForAsync(id, cancellationToken) is not null)
        {
            throw new ConflictException(
                "occasion.surprises", "There may be surprises for you in this occasion: archive it instead, or ask somebody else to delete it.");
        }

        if (await repository.HasGiftsAsync(id, cancellationToken))
        {
            throw new ConflictException("occasion.not-empty", "This occasion has gifts. Archive it instead, or delete its gifts first.");
        }
    }

    private static async Task<Occasion> RequireAsync(UnitOfWork work, Guid id, long? version, CancellationToken cancellationToken)
    {
        var occasion = await new GiftingRepository(work).OccasionAsync(id, cancellationToken) ?? throw NotFound();
        await new AuditRepository(work).RequireVersionAsync(occasion, version, "occasion", cancellationToken);
        return occasion;
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private static NotFoundException NotFound() => new("occasion");

    private static OccasionDto DtoOf(Occasion o) => new(
        o.Id, o.Name, o.Date, o.Kind, o.RecursYearly, o.BudgetTotal, o.NearThresholdPercent, o.IdeasCountAsPlanned, o.Surprises,
        o.RevealOn, o.PreviousId, o.Archived, o.Version);
}
