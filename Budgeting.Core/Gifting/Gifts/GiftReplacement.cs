namespace Budgeting.Core.Gifting;

/// <summary>
/// A gift is kept from the same person as long as it is there. One that is given to or taken from somebody from whom it is kept ends, and
/// another one begins, with an id and versions of its own: so neither has a past in which somebody saw it who doesn't now, or the other
/// way round.
/// </summary>
internal sealed class GiftReplacement(GiftingRepository repository, RemovedPictures pictures, TimeProvider time)
{
    /// <param name="gift">As it is to be.</param>
    /// <param name="occasionId">The occasion that it was in.</param>
    /// <param name="recipientId">The person it was for.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    /// <returns>The gift that goes on: this one, or another one in its place.</returns>
    public async Task<Gift> FollowAsync(Gift gift, Guid occasionId, Guid? recipientId, CancellationToken cancellationToken)
    {
        if ((gift.OccasionId, gift.RecipientId) == (occasionId, recipientId))
        {
            return gift;
        }

        var was = await KeptFromAsync(occasionId, recipientId, cancellationToken);
        if (was == await KeptFromAsync(gift.OccasionId, gift.RecipientId, cancellationToken))
        {
            return gift;
        }

        await pictures.KeepAsync(repository, gift, cancellationToken);
        var next = await repository.ReplaceAsync(gift, NewId(), cancellationToken);

        // To somebody it is new, and new ones come last. Where it is only gone for somebody, it stays where the others have it.
        next.Place = was is null ? next.Place : await new BoardOrder(repository).EndAsync(cancellationToken);
        return next;
    }

    /// <summary>The person from whom a gift would be kept.</summary>
    public async Task<Guid?> KeptFromAsync(Guid occasionId, Guid? recipientId, CancellationToken cancellationToken) =>
        recipientId is { } recipient && (await repository.KeptPeopleAsync(occasionId, cancellationToken)).Contains(recipient) ? recipient : null;

    public Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
