using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>
/// Takes back what somebody did to their own wish. Whether it can be, and what is answered, depends on the wish alone: what became of
/// the gift is a surprise.
/// </summary>
internal static class WishUndoing
{
    public static async Task UndoAsync(
        UnitOfWork work, IReadOnlyList<WrittenRow> write, RemovedPictures pictures, GiftRestoring restoring, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = write.Single(r => r.Is<Wish>());
        var newest = (await new AuditRepository(work).VersionsAsync(AuditNames.Of<Wish>(), row.Id, cancellationToken))[0];
        newest.RequireNumber(row.Version, "wish");
        var repository = new GiftingRepository(work);
        if (newest.State is null)
        {
            var again = await AgainAsync(work, repository, row.Id, newest, cancellationToken);
            repository.Add(again);
            if (write.FirstOrDefault(r => r.Is<Gift>()) is { } giftRow)
            {
                await BringGiftAsync(work, again, giftRow, restoring, now, cancellationToken);
            }

            return;
        }

        var wish = await repository.WishAsync(row.Id, cancellationToken) ?? throw new NotFoundException("wish");
        await (newest.Before is { } before
            ? WishesService.ChangeAsync(repository, wish, before.As<WishInput>(), cancellationToken)
            : WishesService.TakeBackAsync(repository, pictures, wish, cancellationToken));
    }

    private static async Task<Wish> AgainAsync(
        UnitOfWork work, GiftingRepository repository, Guid id, RowVersion deletion, CancellationToken cancellationToken)
    {
        var was = deletion.Before!;
        var wish = new Wish
        {
            Id = id,
            OrganizationId = work.OrganizationId,
            OccasionId = was.Get<Guid>("occasionId"),
            PersonId = was.Get<Guid>("personId"),
            Name = was.Get<string>("name")!,
            Url = was.Get<string>("url"),
            Notes = was.Get<string>("notes"),
            Version = deletion.Number,
        };
        var isTheirs = await repository.OwnPersonAsync(cancellationToken) == wish.PersonId;
        return isTheirs && await repository.OccasionDtoAsync(wish.OccasionId, cancellationToken) is not null ? wish : throw new NotFoundException("wish");
    }

    // Somebody may have taken the gift on, changed or deleted it: then it stays theirs, and the wish is an idea again.
    private static async Task BringGiftAsync(
        UnitOfWork work, Wish wish, WrittenRow giftRow, GiftRestoring restoring, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var repository = new GiftingRepository(work);
        var gift = await repository.AnyGiftAsync(giftRow.Id, cancellationToken)
            ?? await RestoredAsync(work, wish, giftRow, restoring, cancellationToken);
        if (gift?.RecipientId != wish.PersonId || gift.OccasionId != wish.OccasionId)
        {
            gift = WishesService.GiftOf(wish, Guid.CreateVersion7(now));
            gift.Place = await new BoardOrder(repository).EndAsync(cancellationToken);
            repository.Add(gift);
        }

        (gift.WishId, gift.NoLongerWished) = (wish.Id, false);
    }

    private static async Task<Gift?> RestoredAsync(
        UnitOfWork work, Wish wish, WrittenRow giftRow, GiftRestoring restoring, CancellationToken cancellationToken)
    {
        var newest = (await new AuditRepository(work).VersionsAsync(AuditNames.Of<Gift>(), giftRow.Id, cancellationToken))[0];
        if (newest.Number != giftRow.Version || newest.Before is not { } before)
        {
            return null;
        }

        try
        {
            var gift = restoring.NewOf(giftRow.Id, newest.Number);
            gift.RecipientId = wish.PersonId;
            await restoring.ApplyAsync(gift, before, before, cancellationToken);
            new GiftingRepository(work).Add(gift);
            return gift;
        }
        catch (DomainException)
        {
            // Why it can't be what it was is not for who wishes.
            return null;
        }
    }
}
