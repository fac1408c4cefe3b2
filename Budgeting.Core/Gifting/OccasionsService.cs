using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Kernel.Organizations;
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

    /// <summary>Those from <paramref name="today"/> on, the next first, then those past, the latest first; each with its meter.</summary>
    public async Task<IReadOnlyList<OccasionSummary>> OverviewAsync(DateOnly today, bool archived, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        var upcoming = await repository
            .OccasionsAsync(o => o.Archived == archived && o.Date >= today, latestFirst: false, take: null, cancellationToken);
        var past = await repository
            .OccasionsAsync(o => o.Archived == archived && o.Date < today, latestFirst: true, take: null, cancellationToken);
        return await SummariesAsync(repository, [.. upcoming, .. past], cancellationToken);
    }

    /// <summary>The next occasions, with a budget or without, at most <paramref name="count"/>, each with its meter.</summary>
    public async Task<IReadOnlyList<OccasionSummary>> NextAsync(DateOnly today, int count, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        var next = await repository
            .OccasionsAsync(o => !o.Archived && o.Date >= today, latestFirst: false, count, cancellationToken);
        return await SummariesAsync(repository, next, cancellationToken);
    }

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
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<OccasionDto> UpdateAsync(Guid id, OccasionInput input, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var occasion = await RequireAsync(work, id, version, cancellationToken);
        await ApplyAsync(occasion, input, cancellationToken);
        return await work.CommitAsync(() => DtoOf(occasion), cancellationToken);
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
        foreach (var budget in await repository.SubBudgetsAsync(id, cancellationToken))
        {
            repository.Remove(budget);
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

    private async Task<IReadOnlyList<OccasionSummary>> SummariesAsync(
        GiftingRepository repository, IReadOnlyList<OccasionDto> occasions, CancellationToken cancellationToken)
    {
        var currency = await current.CurrencyAsync(cancellationToken);
        var rows = await repository.FiguresAsync(occasions.Select(o => o.Id).ToList(), cancellationToken);
        return occasions.Select(o => SummaryOf(o, currency, rows[o.Id].ToList())).ToList();
    }

    private static OccasionSummary SummaryOf(OccasionDto occasion, Currency currency, List<FigureRow> rows) =>
        new(occasion, GiftMeter.Of(currency, occasion, rows), rows.Sum(r => r.Count));

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

    private static NotFoundException NotFound() => new("occasion");

    private static OccasionDto DtoOf(Occasion o) => new(
        o.Id, o.Name, o.Date, o.Kind, o.RecursYearly, o.BudgetTotal, o.NearThresholdPercent, o.IdeasCountAsPlanned, o.Surprises,
        o.RevealOn, o.Archived, o.Version);
}
