using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Gifting;

/// <summary>A gift as a guest sees it: nothing of who else takes it, and nothing of budgets.</summary>
/// <param name="Price">Of one, if known.</param>
/// <param name="IsFree">Whether nobody takes it yet.</param>
/// <param name="IsMine">Whether this guest takes it.</param>
public sealed record GuestGift(
    Guid Id, string Name, string? Recipient, string? Url, string? Notes, decimal? Price, int Quantity, bool IsFree, bool IsMine);

/// <summary>What a guest link shows.</summary>
public sealed record GuestPage(string OrganizationName, string OccasionName, DateOnly Date, Currency Currency, IReadOnlyList<GuestGift> Gifts);

/// <summary>What people with a guest link see and do: they have no account, and the link is all that they show.</summary>
public sealed class GuestsService(UnitOfWorkFactory units)
{
    private const int MostShown = 1000;

    /// <summary>What the link shows to a guest; <c>null</c> where it isn't good any more, or never was.</summary>
    public async Task<GuestPage?> PageAsync(string secret, Guid guestId, CancellationToken cancellationToken)
    {
        if (await FindAsync(secret, cancellationToken) is not { } link)
        {
            return null;
        }

        await using var work = units.ReadAsGuest(link.OrganizationId, link.CreatedBy, link.KeptForId);
        var repository = new GiftingRepository(work);
        var occasion = await repository.OccasionDtoAsync(link.OccasionId, cancellationToken);
        if (occasion is null or { Archived: true })
        {
            return null;
        }

        var organization = await repository.OrganizationAsync(cancellationToken);
        var names = (await repository.PeopleAsync(cancellationToken)).ToDictionary(p => p.Id, p => p.Name);
        var gifts = await repository.AllAsync(link.OccasionId, MostShown, cancellationToken);
        return new GuestPage(
            organization.Name,
            occasion.Name,
            occasion.Date,
            Currency.Of(organization.CurrencyCode),
            gifts.Select(g => GiftOf(g, g.RecipientId is { } recipient ? names[recipient] : null, guestId)).ToList());
    }

    /// <summary>Takes a gift on, under a name.</summary>
    /// <exception cref="ConflictException">The link is closed: <c>guest-link.closed</c>. Or somebody has it already: <c>gift.taken</c>.</exception>
    /// <exception cref="NotFoundException">The link shows no such gift.</exception>
    /// <exception cref="InvalidException">The name is missing or too long.</exception>
    public Task TakeAsync(string secret, Guid guestId, Guid giftId, string? name, CancellationToken cancellationToken) =>
        ChangeAsync(
            secret,
            giftId,
            gift =>
            {
                var check = new Check();
                var text = check.Required(name, "name", "your name", 100);
                check.ThrowIfAny();
                if (!IsFree(gift))
                {
                    throw new ConflictException("gift.taken", $"Somebody else took “{gift.Name}” meanwhile. Choose another one.");
                }

                (gift.GuestName, gift.GuestId) = (text, guestId);
                gift.Status = gift.Status == GiftStatus.Idea ? GiftStatus.Selected : gift.Status;
            },
            cancellationToken);

    /// <summary>Gives back what this guest took.</summary>
    /// <exception cref="ConflictException">The link is closed: <c>guest-link.closed</c>.</exception>
    /// <exception cref="NotFoundException">This guest has taken no such gift.</exception>
    public Task GiveBackAsync(string secret, Guid guestId, Guid giftId, CancellationToken cancellationToken) =>
        ChangeAsync(
            secret,
            giftId,
            gift => (gift.GuestName, gift.GuestId) = gift.GuestId == guestId ? ((string?)null, (Guid?)null) : throw new NotFoundException("gift"),
            cancellationToken);

    private async Task ChangeAsync(string secret, Guid giftId, Action<Gift> change, CancellationToken cancellationToken)
    {
        var found = await FindAsync(secret, cancellationToken) ?? throw Closed();
        await using var work = await units.WriteAsGuestAsync(found.OrganizationId, found.CreatedBy, found.KeptForId, cancellationToken);
        var repository = new GiftingRepository(work);
        var link = await repository.GuestLinkAsync(found.Id, cancellationToken);
        if (link is null or { RevokedAt: not null } || await repository.OccasionDtoAsync(link.OccasionId, cancellationToken) is not { Archived: false })
        {
            throw Closed();
        }

        var gift = await repository.GiftAsync(giftId, cancellationToken);
        var before = gift?.Status;
        change(gift?.OccasionId == link.OccasionId ? gift : throw new NotFoundException("gift"));
        if (gift.Status != before)
        {
            gift.Place = await new BoardOrder(repository).EndAsync(cancellationToken);
        }

        await work.CommitAsync(cancellationToken);
    }

    private async Task<GuestLink?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        if (!Organizations.Secret.IsWellFormed(secret))
        {
            return null;
        }

        await using var work = units.ReadForLink();
        return await new GiftingRepository(work).GuestLinkByHashAsync(Organizations.Secret.HashOf(secret), cancellationToken);
    }

    private static bool IsFree(Gift gift) =>
        gift.BuyerId is null && gift.Givers.Count == 0 && gift.GuestName is null && !GiftMeter.IsPurchased(gift.Status);

    private static GuestGift GiftOf(Gift g, string? recipient, Guid guestId) => new(
        g.Id, g.Name, recipient, g.Url, g.Notes, GiftPrice.Of(g).Each, g.Quantity, IsFree(g), g.GuestId == guestId);

    private static ConflictException Closed() => new("guest-link.closed", "This link isn't good any more. Ask whoever gave it to you for a new one.");
}
