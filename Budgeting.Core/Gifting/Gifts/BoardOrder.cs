using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Gifting;

/// <summary>
/// The order of cards in a column, which tells nobody of cards that they don't see: a place is made of moments alone, and each of them is
/// of a write to a card that everybody sees who sees the card with the place (ADR 27). Places are told to nobody.
/// </summary>
internal sealed class BoardOrder(GiftingRepository repository)
{
    public async Task<string> EndAsync(CancellationToken cancellationToken) =>
        BoardPlace.Last(await repository.MomentAsync(cancellationToken), number: 0);

    /// <summary>Puts a gift right behind another one. It is a write, and a version, though nothing may lie between the two as it is.</summary>
    /// <exception cref="ConflictException">
    /// The gift to be put behind isn't in the column any more: <c>board.changed</c>. Or cards were put behind each other so often that no
    /// place is left: <c>board.full</c>.
    /// </exception>
    public async Task PlaceAsync(Gift gift, GiftMove move, CancellationToken cancellationToken)
    {
        if (move.Status == gift.Status && move.AfterId == gift.Id)
        {
            return;
        }

        var behind = move.AfterId is { } afterId ? await RequireAsync(gift, afterId, move.Status, cancellationToken) : null;
        var column = new Column(gift.OccasionId, move.Status, Except: gift.Id);
        var anchor = behind is null ? BoardPlace.Head : await AnchorAsync(gift, behind, column, cancellationToken);
        if (anchor.Length >= BoardPlace.MaxLength)
        {
            throw new ConflictException(
                "board.full", $"“{behind!.Name}” was put behind others so often that nothing fits behind it. Put it first in its column, then go on.");
        }

        var moment = await repository.MomentAsync(cancellationToken);
        gift.Status = move.Status;
        gift.Place = BoardPlace.Behind(anchor, moment, number: 0);
        if (behind is not null && behind.Place != anchor)
        {
            await repository.PutBetweenAsync(column, anchor, behind.Place, moment, cancellationToken);
        }
    }

    private async Task<Gift> RequireAsync(Gift gift, Guid afterId, GiftStatus status, CancellationToken cancellationToken)
    {
        var after = await repository.GiftAsync(afterId, cancellationToken);
        return after is not null && after.OccasionId == gift.OccasionId && after.Status == status
            ? after
            : throw new ConflictException("board.changed", "The board changed meanwhile. Look at it again, then move the gift.");
    }

    // A card that somebody doesn't see who sees the moved one can't be what its place refers to: it is the last card before it that they
    // all see, and the cards between the two stay there.
    private async Task<string> AnchorAsync(Gift gift, Gift behind, Column column, CancellationToken cancellationToken)
    {
        var kept = await repository.KeptPeopleAsync(gift.OccasionId, cancellationToken);
        return behind.RecipientId is not { } recipient || recipient == gift.RecipientId || !kept.Contains(recipient)
            ? behind.Place
            : await repository.LastPlaceBeforeAsync(column, behind.Place, kept.Where(p => p != gift.RecipientId).ToList(), cancellationToken) ?? BoardPlace.Head;
    }
}

/// <summary>The gifts of one status but one, which is being moved.</summary>
internal sealed record Column(Guid OccasionId, GiftStatus Status, Guid Except);
