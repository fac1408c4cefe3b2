using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>One's own wish: nothing here tells what became of it.</summary>
public sealed record WishDto(Guid Id, Guid OccasionId, string Name, string? Url, string? Notes, long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public WishInput ToInput() => this.As<WishInput>();
}

/// <summary>What can be written of a wish.</summary>
public sealed record WishInput
{
    /// <summary>1–200 characters.</summary>
    public string? Name { get; init; }

    /// <summary>An absolute http or https address, up to 2,000 characters.</summary>
    public string? Url { get; init; }

    /// <summary>Up to 2,000 characters.</summary>
    public string? Notes { get; init; }
}

/// <summary>
/// What a member wishes for themselves. Each wish puts a gift on the list that everybody else sees and acts on; the one who wishes
/// sees the wish alone, which nobody else can change.
/// </summary>
public sealed class WishesService(UnitOfWorkFactory units, CurrentMember current, RemovedPictures pictures, TimeProvider time)
{
    /// <summary>One's own wishes for an occasion, in the order in which they were added.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    public async Task<IReadOnlyList<WishDto>> ListAsync(Guid occasionId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        _ = await repository.OccasionDtoAsync(occasionId, cancellationToken) ?? throw new NotFoundException("occasion");
        return await repository.WishesAsync(occasionId, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such wish of one's own.</exception>
    public async Task<WishDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return DtoOf(await new GiftingRepository(work).WishAsync(id, cancellationToken) ?? throw NotFound());
    }

    /// <summary>Adds a wish, and to the others' list an idea for it.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="ConflictException">No person is linked to who asks: <c>wish.nobody</c>.</exception>
    public async Task<WishDto> AddAsync(Guid occasionId, WishInput input, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var repository = new GiftingRepository(work);
        _ = await repository.OccasionDtoAsync(occasionId, cancellationToken) ?? throw new NotFoundException("occasion");
        var person = await repository.OwnPersonAsync(cancellationToken)
            ?? throw new ConflictException("wish.nobody", "Nobody on the list of people is linked to you yet: link yourself there, then add wishes.");
        var wish = new Wish
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            OrganizationId = current.OrganizationId,
            OccasionId = occasionId,
            PersonId = person,
            Name = "",
        };
        Apply(wish, input);
        var gift = GiftOf(wish, Guid.CreateVersion7(time.GetUtcNow()));
        gift.Place = await new BoardOrder(repository).EndAsync(cancellationToken);
        repository.Add(wish);
        repository.Add(gift);
        return await work.CommitAsync(() => DtoOf(wish), cancellationToken);
    }

    /// <summary>Changes the wish, and with it what nobody else changed of the gift.</summary>
    /// <param name="id">Which.</param>
    /// <param name="input">Everything that can be written; what is left out is emptied.</param>
    /// <param name="version">The version the edit was made on; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such wish of one's own.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<WishDto> UpdateAsync(Guid id, WishInput input, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var repository = new GiftingRepository(work);
        var wish = await RequireAsync(work, repository, id, version, cancellationToken);
        await ChangeAsync(repository, wish, input, cancellationToken);
        return await work.CommitAsync(() => DtoOf(wish), cancellationToken);
    }

    /// <summary>Takes a wish back. A gift that somebody has taken on stays, and is marked for them as no longer wished for.</summary>
    /// <exception cref="NotFoundException">No such wish of one's own.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task DeleteAsync(Guid id, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var repository = new GiftingRepository(work);
        var wish = await RequireAsync(work, repository, id, version, cancellationToken);
        await TakeBackAsync(repository, pictures, wish, cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    internal static async Task ChangeAsync(GiftingRepository repository, Wish wish, WishInput input, CancellationToken cancellationToken)
    {
        var (name, url, notes) = (wish.Name, wish.Url, wish.Notes);
        Apply(wish, input);
        if (await repository.GiftOfWishAsync(wish.Id, cancellationToken) is { } gift)
        {
            gift.Name = gift.Name == name ? wish.Name : gift.Name;
            gift.Url = gift.Url == url ? wish.Url : gift.Url;
            gift.Notes = gift.Notes == notes ? wish.Notes : gift.Notes;
        }
    }

    internal static async Task TakeBackAsync(GiftingRepository repository, RemovedPictures pictures, Wish wish, CancellationToken cancellationToken)
    {
        switch (await repository.GiftOfWishAsync(wish.Id, cancellationToken))
        {
            case { IsTaken: true } taken:
                (taken.WishId, taken.NoLongerWished) = (null, true);
                break;
            case { } gift:
                await pictures.KeepAsync(repository, gift, cancellationToken);
                repository.Remove(gift);
                break;
        }

        repository.Remove(wish);
    }

    private static void Apply(Wish wish, WishInput input)
    {
        var check = new Check();
        (wish.Name, wish.Url, wish.Notes) = GiftRules.TextsOf(check, input.Name, input.Url, input.Notes);
        check.ThrowIfAny();
    }

    internal static Gift GiftOf(Wish wish, Guid id) => new()
    {
        Id = id,
        OrganizationId = wish.OrganizationId,
        OccasionId = wish.OccasionId,
        RecipientId = wish.PersonId,
        WishId = wish.Id,
        Name = wish.Name,
        Url = wish.Url,
        Notes = wish.Notes,
    };

    private static async Task<Wish> RequireAsync(
        UnitOfWork work, GiftingRepository repository, Guid id, long? version, CancellationToken cancellationToken)
    {
        var wish = await repository.WishAsync(id, cancellationToken) ?? throw NotFound();
        await new AuditRepository(work).RequireVersionAsync(wish, version, "wish", cancellationToken);
        return wish;
    }

    private static NotFoundException NotFound() => new("wish");

    private static WishDto DtoOf(Wish w) => new(w.Id, w.OccasionId, w.Name, w.Url, w.Notes, w.Version);
}
