using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>
/// The gifts of an occasion. One that is given to or taken from somebody from whom it is kept goes on as another one, with an id of its
/// own. Who turns one into a bought one buys it, unless somebody else is said to.
/// </summary>
public sealed class GiftsService(UnitOfWorkFactory units, CurrentMember current, RemovedPictures pictures, TimeProvider time)
    : RecordService<GiftInput, GiftDto>(units, Role.Member)
{
    private const int MaxInBox = 200;

    /// <summary>The page of one occasion: itself, its figures (one query), people, and the gifts asked for.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    public Task<OccasionPage> PageAsync(Guid occasionId, OccasionPageQuery query, CancellationToken cancellationToken) =>
        Units.ReadSharedAsync(ReadPageAsync, (occasionId, query), cancellationToken);

    /// <summary>What the form of a gift shows, live, while it is filled in.</summary>
    /// <param name="occasionId">The occasion.</param>
    /// <param name="giftId">The gift that is edited; <c>null</c> for a new one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="NotFoundException">No such occasion, or no such gift in it.</exception>
    public Task<GiftFormPage> FormAsync(Guid occasionId, Guid? giftId, CancellationToken cancellationToken) =>
        Units.ReadSharedAsync(ReadFormAsync, (occasionId, giftId), cancellationToken);

    /// <summary>The board: each column's count and total, and its first <paramref name="perColumn"/> gifts.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    public async Task<Board> BoardAsync(Guid occasionId, int perColumn, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        var organization = await current.OrganizationAsync(cancellationToken);
        return (await ReadPageAsync(work, organization, (occasionId, new OccasionPageQuery { Take = perColumn }), cancellationToken)).Board!;
    }

    /// <summary>The gifts of a meter's segment, the most expensive first.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    public async Task<IReadOnlyList<GiftDto>> LargestAsync(Guid occasionId, GiftFilter filter, int count, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        var occasion = await GiftRules.RequireOccasionAsync(repository, occasionId, cancellationToken);
        return await repository
            .TableAsync(
                occasionId, filter with { IdeasCount = occasion.IdeasCountAsPlanned }, new GiftOrder(GiftColumn.Total, Descending: true), count, cancellationToken);
    }

    /// <summary>The last gifts that were added and are called something like it, of all that who asks may see.</summary>
    /// <param name="typed">A part of the name, or words of it in any order; nothing finds nothing.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<FoundGift>> FindAsync(string typed, int most, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        return LooseText.WordsOf(typed) is { Length: > 0 } words ? await new GiftingRepository(work).FindAsync(words, most, cancellationToken) : [];
    }

    /// <summary>What a gift would do to the budgets, and what there is to know before it is saved. Writes nothing.</summary>
    /// <exception cref="NotFoundException">No such occasion, or no such gift in it.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    public async Task<GiftCheck> CheckAsync(Guid occasionId, GiftCheckInput input, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        var occasion = await GiftRules.RequireOccasionAsync(repository, occasionId, cancellationToken);
        var currency = await current.CurrencyAsync(cancellationToken);
        var check = new Check();
        GiftRules.CheckPrices(check, input.Price, input.DiscountPrice, input.Quantity ?? 1, currency);
        check.That(
            input.RecipientId is not { } person || await repository.PersonExistsAsync(person, cancellationToken), "recipientId", GiftRules.NoSuchPerson);
        check.ThrowIfAny();

        var gift = await FindInAsync(repository, occasionId, input.GiftId, cancellationToken);
        var figures = await OccasionsService.FiguresOf(repository, occasion, currency, cancellationToken);
        return GiftCheck.Of(figures, occasion.IdeasCountAsPlanned, input, gift);
    }

    /// <summary>Puts a gift elsewhere on the board. Who moves it to the bought ones buys it, unless somebody else is said to.</summary>
    /// <exception cref="NotFoundException">No such gift here.</exception>
    /// <exception cref="InvalidException">There is no such status.</exception>
    /// <inheritdoc cref="BoardOrder.PlaceAsync"/>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<GiftDto> MoveAsync(Guid id, GiftMove move, long? version, CancellationToken cancellationToken)
    {
        await using var work = await Units.WriteAsync(Role.Member, cancellationToken);
        var records = await RecordsAsync(work, cancellationToken);
        return await work.CommitAsync(await records.MoveAsync(id, move, version, cancellationToken), cancellationToken);
    }

    /// <summary>The present box: what was bought for an occasion that is over or archived, and not given, at most 200.</summary>
    /// <param name="occasionId">The occasion that something from the box could be given at; what is in it already is left out.</param>
    /// <param name="cancellationToken">Ends the load.</param>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    public async Task<IReadOnlyList<BoxedGift>> PresentBoxAsync(Guid occasionId, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        await GiftRules.RequireOccasionAsync(repository, occasionId, cancellationToken);
        return await repository.PresentBoxAsync(occasionId, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), MaxInBox, cancellationToken);
    }

    /// <summary>Moves a gift to another occasion, at the end of its column; its price then counts there.</summary>
    /// <exception cref="NotFoundException">No such gift or occasion here.</exception>
    /// <exception cref="InvalidException">It is for who asks, and would be kept from them there, or is too much for it.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<GiftDto> TransferAsync(Guid id, Guid occasionId, long? version, CancellationToken cancellationToken)
    {
        await using var work = await Units.WriteAsync(Role.Member, cancellationToken);
        var records = await RecordsAsync(work, cancellationToken);
        return await work.CommitAsync(await records.TransferAsync(id, occasionId, version, cancellationToken), cancellationToken);
    }

    private protected override async ValueTask<IRecords<GiftInput, GiftDto>> InAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        await RecordsAsync(work, cancellationToken);

    private Task<GiftRecords> RecordsAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        GiftRecords.OpenAsync(work, current, pictures, time, cancellationToken);

    private static async Task<OccasionPage> ReadPageAsync(
        UnitOfWork work, OrganizationCard organization, (Guid OccasionId, OccasionPageQuery Query) asked, CancellationToken cancellationToken)
    {
        var (repository, query) = (new GiftingRepository(work), asked.Query);
        var occasion = await GiftRules.RequireOccasionAsync(repository, asked.OccasionId, cancellationToken);
        var filter = query.Filter with { IdeasCount = occasion.IdeasCountAsPlanned };
        var figures = await OccasionsService.FiguresOf(repository, occasion, organization.Currency, cancellationToken);
        var people = await repository.PeopleAsync(cancellationToken);
        var board = query.Order is null
            ? BoardOf(figures, await repository.BoardAsync(occasion.Id, filter, query.Take, cancellationToken))
            : null;
        var table = query.Order is { } order
            ? await repository.TableAsync(occasion.Id, filter, order, query.Take, cancellationToken, query.Skip)
            : null;
        return new OccasionPage(
            occasion, figures, people, organization.MembersByName, board,
            table,
            figures.KeptFor is null ? [] : await repository.WishesAsync(occasion.Id, cancellationToken),
            await RevealRules.OfAsync(work, occasion, cancellationToken),
            await PreviousOf(repository, occasion, organization.Currency, cancellationToken));
    }

    private static async Task<GiftFormPage> ReadFormAsync(
        UnitOfWork work, OrganizationCard organization, (Guid OccasionId, Guid? GiftId) asked, CancellationToken cancellationToken)
    {
        var repository = new GiftingRepository(work);
        var occasion = await GiftRules.RequireOccasionAsync(repository, asked.OccasionId, cancellationToken);
        var gift = await FindInAsync(repository, asked.OccasionId, asked.GiftId, cancellationToken);
        return new GiftFormPage(
            occasion,
            await OccasionsService.FiguresOf(repository, occasion, organization.Currency, cancellationToken),
            await repository.PeopleAsync(cancellationToken),
            organization.MembersByName,
            gift);
    }

    private static async Task<PreviousOccasion?> PreviousOf(
        GiftingRepository repository, OccasionDto occasion, Currency currency, CancellationToken cancellationToken) =>
        occasion.PreviousId is { } id && await repository.OccasionDtoAsync(id, cancellationToken) is { } previous
            ? new PreviousOccasion(previous, await OccasionsService.FiguresOf(repository, previous, currency, cancellationToken))
            : null;

    private static async Task<GiftDto?> FindInAsync(
        GiftingRepository repository, Guid occasionId, Guid? giftId, CancellationToken cancellationToken)
    {
        var gift = giftId is { } id ? await repository.GiftDtoAsync(id, cancellationToken) : null;
        return giftId is null || gift?.OccasionId == occasionId ? gift : throw new NotFoundException("gift");
    }

    private static Board BoardOf(OccasionFigures figures, ILookup<GiftStatus, GiftDto> gifts) =>
        new(figures.Columns.Select(c => new BoardColumn(c.Status, c.Count, c.Total, gifts[c.Status].ToList())).ToList());
}
