using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>Occasions, their budgets and what is used of them.</summary>
public sealed class OccasionsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : OrganizationRecordService<OccasionInput, OccasionDto>(units, current, Role.Member)
{
    /// <summary>Every one without its figures: the next first, then those past, the latest first, and the archived ones last.</summary>
    public async Task<IReadOnlyList<OccasionDto>> ListAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        var all = await new GiftingRepository(work).OccasionsAsync(_ => true, latestFirst: true, take: null, cancellationToken);
        return [.. all.Where(o => o.Date >= today).Reverse().Concat(all.Where(o => o.Date < today)).OrderBy(o => o.Archived)];
    }

    /// <summary>Those from <paramref name="today"/> on, the next first, then those past, the latest first; each with its meter.</summary>
    public Task<IReadOnlyList<OccasionSummary>> OverviewAsync(DateOnly today, bool archived, CancellationToken cancellationToken) =>
        Units.ReadSharedAsync(ReadOverviewAsync, (today, archived), cancellationToken);

    /// <summary>The next occasions, with a budget or without, at most <paramref name="count"/>, each with its meter.</summary>
    public Task<IReadOnlyList<OccasionSummary>> NextAsync(DateOnly today, int count, CancellationToken cancellationToken) =>
        Units.ReadSharedAsync(ReadNextAsync, (today, count), cancellationToken);

    /// <summary>Meter, recipients and columns of an occasion, from one query of sums.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    public async Task<OccasionFigures> FiguresAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        var occasion = await repository.OccasionDtoAsync(id, cancellationToken) ?? throw NotFound();
        return await FiguresOf(repository, occasion, await Current.CurrencyAsync(cancellationToken), cancellationToken);
    }

    /// <summary>The first day on which who asks can have surprises revealed that may be kept from them; <c>null</c>: any day.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    public async Task<DateOnly?> EarliestRevealAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        _ = await repository.OccasionDtoAsync(id, cancellationToken) ?? throw NotFound();
        return await repository.KeptForAsync(id, cancellationToken) is null ? null : RevealRules.EarliestOf(Today);
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
        await using var work = await Units.WriteAsync(Role.Member, cancellationToken);
        var records = await RecordsAsync(work, cancellationToken);
        return await work.CommitAsync(await records.StartNextAsync(id, input, cancellationToken), cancellationToken);
    }

    /// <summary>Sets the budget, or takes it away with <c>null</c>.</summary>
    /// <inheritdoc cref="RecordService{TInput,TDto}.UpdateAsync"/>
    public async Task<OccasionDto> SetBudgetAsync(Guid id, decimal? amount, long? version, CancellationToken cancellationToken)
    {
        await using var work = await Units.WriteAsync(Role.Member, cancellationToken);
        var records = await RecordsAsync(work, cancellationToken);
        return await work.CommitAsync(await records.SetBudgetAsync(id, amount, version, cancellationToken), cancellationToken);
    }

    /// <summary>Refuses what a deletion would refuse, before anybody is asked about it.</summary>
    /// <inheritdoc cref="OccasionRecords.RequireEmptyAsync"/>
    public async Task CheckDeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        await (await RecordsAsync(work, cancellationToken)).RequireEmptyAsync(id, cancellationToken);
    }

    private protected override async ValueTask<IRecords<OccasionInput, OccasionDto>> InAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        await RecordsAsync(work, cancellationToken);

    private async Task<OccasionRecords> RecordsAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        new(work, Current, await Current.CurrencyAsync(cancellationToken), time);

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

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private static NotFoundException NotFound() => new("occasion");
}
