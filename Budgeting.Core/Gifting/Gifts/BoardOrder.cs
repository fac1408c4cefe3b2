using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Gifting;

/// <summary>
/// The order of cards in a column: whole numbers with gaps, so that a move writes one row. Where two neighbours leave no gap,
/// the column is numbered anew. Places are among all gifts, surprises included, and are told to nobody; whether a move changes anything
/// goes by what who moves it sees.
/// </summary>
internal sealed class BoardOrder(GiftingRepository repository)
{
    public const long Gap = 1L << 20;

    public async Task<long> EndAsync(Guid occasionId, GiftStatus status, CancellationToken cancellationToken) =>
        await repository.LastPositionAsync(occasionId, status, cancellationToken) + Gap;

    /// <summary>The first free place of the gift's column from <paramref name="position"/> on.</summary>
    public async Task<long> FreeAtAsync(Gift gift, long position, CancellationToken cancellationToken)
    {
        while (await repository.IsTakenAsync(gift.OccasionId, gift.Status, position, gift.Id, cancellationToken))
        {
            position++;
        }

        return position;
    }

    /// <exception cref="ConflictException">The gift to be put behind isn't in the column any more: <c>board.changed</c>.</exception>
    public async Task PlaceAsync(Gift gift, GiftMove move, CancellationToken cancellationToken)
    {
        if (move.Status == gift.Status && (move.AfterId == gift.Id || move.AfterId == await repository.BeforeAsync(gift, cancellationToken)))
        {
            return;
        }

        var before = await PositionOfAsync(gift, move, cancellationToken);
        var behind = await repository.PositionBehindAsync(gift.OccasionId, move.Status, (before, move.AfterId ?? Guid.Empty), gift.Id, cancellationToken);
        gift.Status = move.Status;
        gift.Position = behind is null ? before + Gap : before + ((behind.Value - before) / 2);
        if (behind - before < 2)
        {
            await RenumberAsync(gift, move, cancellationToken);
        }
    }

    private async Task<long> PositionOfAsync(Gift gift, GiftMove move, CancellationToken cancellationToken)
    {
        if (move.AfterId is not { } afterId)
        {
            return 0;
        }

        var after = await repository.GiftAsync(afterId, cancellationToken);
        return after is not null && after.OccasionId == gift.OccasionId && after.Status == move.Status
            ? after.Position
            : throw new ConflictException("board.changed", "The board changed meanwhile. Look at it again, then move the gift.");
    }

    private async Task RenumberAsync(Gift moved, GiftMove move, CancellationToken cancellationToken)
    {
        var column = (await repository.ColumnAsync(moved.OccasionId, move.Status, cancellationToken))
            .Where(g => g.Id != moved.Id)
            .ToList();
        column.Insert(column.FindIndex(g => g.Id == move.AfterId) + 1, moved);
        for (var i = 0; i < column.Count; i++)
        {
            var position = (i + 1) * Gap;
            if (column[i] == moved)
            {
                moved.Position = position;
            }
            else if (column[i].Position != position)
            {
                await repository.RenumberAsync(column[i].Id, position, cancellationToken);
            }
        }
    }
}
