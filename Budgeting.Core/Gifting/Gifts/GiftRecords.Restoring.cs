using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Gifting;

/// <summary>What gifts were, and the way back.</summary>
internal sealed partial class GiftRecords
{
    private const string PictureIsGone = "Its picture isn't kept any more.";

    protected override Guid? DeletedBy => _deletedBy;

    /// <summary>From now back to where it was a surprise for who looks.</summary>
    public override async Task<IReadOnlyList<RowVersion>> SeenAsync(IReadOnlyList<RowVersion> newestFirst, CancellationToken cancellationToken) =>
        (await SecrecyAsync(cancellationToken)).Seen(newestFirst, Current.MemberId);

    /// <summary>A gift that was deleted, for the person whose wish it stood for, though it may be kept from them.</summary>
    /// <param name="before">What it was.</param>
    /// <param name="deletion">The version that its deletion made.</param>
    public async Task<Gift> BringBackForAsync(Guid personId, Guid id, RowState before, long deletion, CancellationToken cancellationToken)
    {
        var gift = New(id, ParentIn(before));
        (gift.Version, gift.RecipientId) = (deletion, personId);
        await RequireRestorableAsync(gift, before, cancellationToken);
        await WriteAsync(gift, before.As<GiftInput>(), cancellationToken);
        await RestoreAsync(gift, before, before, cancellationToken);
        Rows.Add(gift);
        return gift;
    }

    // Not those that go on as another one.
    protected override async Task<IReadOnlyList<(Guid Id, RowVersion Deletion)>> DeletionsAsync(Topic? topic, int most, CancellationToken cancellationToken)
    {
        _deletedBy = (await SecrecyAsync(cancellationToken)).IsAnythingKept ? Current.MemberId : null;
        var deletions = await base.DeletionsAsync(topic, most, cancellationToken);
        var replaced = await Repository.ReplacedAsync(deletions.Select(d => d.Id).ToList(), cancellationToken);
        var replacedByDeleted = deletions.Select(d => d.Deletion.Before!.Get<Guid?>("replacesId")).ToHashSet();
        return deletions.Where(d => !replaced.Contains(d.Id) && !replacedByDeleted.Contains(d.Id)).ToList();
    }

    // It has its old id, unless it was kept from somebody else then: that would be another gift.
    protected override async Task<Gift> AgainAsync(Guid id, RowVersion deletion, RowState state, CancellationToken cancellationToken)
    {
        var isSame = await KeptFromAsync(state, cancellationToken) == await KeptFromAsync(deletion.Before!, cancellationToken);
        if (!isSame && (await Repository.ReplacedAsync([id], cancellationToken)).Contains(id))
        {
            throw new StaleException(Noun, changedBy: null);
        }

        var gift = New(isSame ? id : Replacement.NewId(), ParentIn(deletion.Before!));
        (gift.Version, gift.ReplacesId) = isSame ? (deletion.Number, (Guid?)null) : (0, id);
        return gift;
    }

    /// <exception cref="ConflictException">
    /// The occasion it was in isn't there any more: <c>gift.occasion-gone</c>. Or the person it was for: <c>gift.recipient-gone</c>.
    /// </exception>
    protected override async Task RequireRestorableAsync(Gift row, RowState state, CancellationToken cancellationToken)
    {
        var occasionId = ParentIn(state);
        if (!await OccasionExistsAsync(occasionId, cancellationToken))
        {
            throw new ConflictException("gift.occasion-gone", "The occasion that this gift was in isn't there any more.");
        }

        if (state.Get<Guid?>("recipientId") is { } recipient && recipient != row.RecipientId && !await PersonExistsAsync(recipient, cancellationToken))
        {
            throw new ConflictException("gift.recipient-gone", "The person that this gift was for isn't on the list of people any more.");
        }

        row.OccasionId = occasionId;
    }

    protected override async Task RestoreAsync(Gift row, RowState state, RowState last, CancellationToken cancellationToken)
    {
        if (ParentIn(state) != ParentIn(last))
        {
            await GiftRules.RequireRoomAsync(Repository, row, cancellationToken);
        }

        row.GuestId = state.Get<Guid?>("guestId");
        await RestorePlaceAsync(row, state, last, cancellationToken);
        await RestoreLinksAsync(row, state, cancellationToken);
        await RestorePictureAsync(row, state.Get<string>("picture"), cancellationToken);
    }

    private async Task<Secrecy> SecrecyAsync(CancellationToken cancellationToken) => _secrecy ??= await Repository.SecrecyAsync(cancellationToken);

    private Task<Guid?> KeptFromAsync(RowState state, CancellationToken cancellationToken) =>
        Replacement.KeptFromAsync(ParentIn(state), state.Get<Guid?>("recipientId"), cancellationToken);

    // Its place is free, whatever became of the others: no other gift ever gets it. What wasn't moved stays where it is, since a card that
    // was moved may have moved it along. Of a place from before there were any, only the column is known. One under another id is new.
    private async Task RestorePlaceAsync(Gift gift, RowState state, RowState last, CancellationToken cancellationToken)
    {
        if (gift.Place.Length > 0 && ColumnOf(state) == ColumnOf(last) && state.Get<string>("place") == last.Get<string>("place"))
        {
            return;
        }

        var place = gift.Version == 0 ? null : state.Get<string>("place");
        gift.Place = place ?? await new BoardOrder(Repository).EndAsync(cancellationToken);
    }

    private static (Guid OccasionId, GiftStatus Status) ColumnOf(RowState state) =>
        (state.Get<Guid>("occasionId"), state.Get<GiftStatus>("status"));

    // A wish that was taken back meanwhile stays so, and whoever takes the gift is told.
    private async Task RestoreLinksAsync(Gift gift, RowState state, CancellationToken cancellationToken)
    {
        var wish = state.Get<Guid?>("wishId");
        var isThere = wish is { } id && await Repository.IsWishOfAsync(id, gift, cancellationToken);
        (gift.WishId, gift.NoLongerWished) = (isThere ? wish : null, state.Get<bool>("noLongerWished") || (wish is not null && !isThere));

        gift.ReplacesId ??= state.Get<Guid?>("replacesId");

        // What was imported again meanwhile is another gift, which has the key.
        var key = state.Get<Guid?>("importKey");
        gift.ImportKey = key is { } known && await Repository.IsImportedAsync(gift.OccasionId, known, gift.Id, cancellationToken) ? null : key;
    }

    private async Task RestorePictureAsync(Gift gift, string? hash, CancellationToken cancellationToken)
    {
        if (gift.Picture == hash)
        {
            return;
        }

        var picture = hash is null ? PictureInput.None : pictures.Find(gift.OrganizationId, hash);
        await SetPictureAsync(gift, picture ?? PictureInput.None, cancellationToken);
        if (picture is null)
        {
            Remarks.Add(PictureIsGone);
        }
    }
}
