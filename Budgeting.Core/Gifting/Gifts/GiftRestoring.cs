using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>Makes a gift what it was in an earlier version, by the rules that hold for every gift.</summary>
internal sealed class GiftRestoring(UnitOfWork work, RemovedPictures pictures, Currency currency, TimeProvider time)
{
    private const string PictureIsGone = "Its picture isn't kept any more.";

    private readonly GiftingRepository _repository = new(work);
    private readonly GiftSuccession _succession = new(new GiftingRepository(work), pictures, time);

    /// <param name="id">Which gift.</param>
    /// <param name="newest">Its newest version, which may be its deletion.</param>
    /// <param name="state">What it is to be.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    /// <returns>The gift, and what couldn't be brought back, in sentences.</returns>
    /// <exception cref="NotFoundException">There is no such gift for who looks.</exception>
    /// <inheritdoc cref="ApplyAsync"/>
    public async Task<(Gift Gift, IReadOnlyList<string> Remarks)> RestoreAsync(
        Guid id, RowVersion newest, RowState state, CancellationToken cancellationToken)
    {
        if (newest.State is null)
        {
            return await BringBackAsync(id, newest, state, cancellationToken);
        }

        var gift = await _repository.GiftAsync(id, cancellationToken) ?? throw new NotFoundException("gift");
        var (topic, occasion, recipient) = (gift.Topic, gift.OccasionId, gift.RecipientId);
        var remarks = await ApplyAsync(gift, state, newest.State, cancellationToken);
        if (gift.Topic != topic)
        {
            work.Touch(topic);
        }

        return (await _succession.FollowAsync(gift, occasion, recipient, cancellationToken), remarks);
    }

    // It has its old id, unless it was kept from somebody else then: that would be another gift.
    private async Task<(Gift Gift, IReadOnlyList<string> Remarks)> BringBackAsync(
        Guid id, RowVersion deletion, RowState state, CancellationToken cancellationToken)
    {
        var isSame = await KeptFromAsync(state, cancellationToken) == await KeptFromAsync(deletion.Before!, cancellationToken);
        var gift = isSame ? NewOf(id, deletion.Number) : NewOf(_succession.NewId(), version: 0);
        var remarks = await ApplyAsync(gift, state, deletion.Before, cancellationToken);
        gift.Place = isSame ? gift.Place : await new BoardOrder(_repository).EndAsync(cancellationToken);
        _repository.Add(gift);
        return (gift, remarks);
    }

    private Task<Guid?> KeptFromAsync(RowState state, CancellationToken cancellationToken) =>
        _succession.KeptFromAsync(state.Get<Guid>("occasionId"), state.Get<Guid?>("recipientId"), cancellationToken);

    /// <summary>A gift under the id of one that was deleted, whose versions go on.</summary>
    public Gift NewOf(Guid id, long version) =>
        new() { Id = id, OrganizationId = work.OrganizationId, OccasionId = Guid.Empty, Name = "", Version = version };

    /// <param name="gift">The gift as it is, or <see cref="NewOf"/> one that was deleted.</param>
    /// <param name="state">What it is to be.</param>
    /// <param name="last">What it was last.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    /// <returns>What couldn't be brought back, in sentences.</returns>
    /// <exception cref="ConflictException">
    /// The occasion it was in isn't there any more: <c>gift.occasion-gone</c>. Or the person it was for: <c>gift.recipient-gone</c>.
    /// </exception>
    /// <exception cref="InvalidException">What was isn't allowed any more.</exception>
    public async Task<IReadOnlyList<string>> ApplyAsync(Gift gift, RowState state, RowState? last, CancellationToken cancellationToken)
    {
        var input = state.As<GiftInput>();
        var occasionId = state.Get<Guid>("occasionId");
        await RequireOccasionAsync(gift, occasionId, cancellationToken);
        await RequireRecipientAsync(gift, input.RecipientId, cancellationToken);
        var isElsewhere = gift.OccasionId != occasionId;
        gift.OccasionId = occasionId;
        await GiftRules.ApplyAsync(_repository, gift, input, newPerson: null, currency, cancellationToken);
        if (isElsewhere)
        {
            await GiftRules.RequireRoomAsync(_repository, gift, cancellationToken);
        }

        gift.GuestId = state.Get<Guid?>("guestId");
        await SetPlaceAsync(gift, state, last, cancellationToken);
        await LinkAsync(gift, state, cancellationToken);
        return await SetPictureAsync(gift, state.Get<string>("picture"), cancellationToken) ? [] : [PictureIsGone];
    }

    private async Task RequireOccasionAsync(Gift gift, Guid occasionId, CancellationToken cancellationToken)
    {
        if (gift.OccasionId != occasionId && await _repository.OccasionDtoAsync(occasionId, cancellationToken) is null)
        {
            throw new ConflictException("gift.occasion-gone", "The occasion that this gift was in isn't there any more.");
        }
    }

    private async Task RequireRecipientAsync(Gift gift, Guid? recipientId, CancellationToken cancellationToken)
    {
        if (recipientId is { } recipient && recipient != gift.RecipientId && !await _repository.PersonExistsAsync(recipient, cancellationToken))
        {
            throw new ConflictException("gift.recipient-gone", "The person that this gift was for isn't on the list of people any more.");
        }
    }

    // Its place is free, whatever became of the others: no other gift ever gets it. What wasn't moved stays where it is, since a card that
    // was moved may have moved it along. Of a place from before there were any, only the column is known.
    private async Task SetPlaceAsync(Gift gift, RowState state, RowState? last, CancellationToken cancellationToken)
    {
        if (gift.Place.Length == 0 || ColumnOf(state) != ColumnOf(last!) || state.Get<string>("place") != last!.Get<string>("place"))
        {
            gift.Place = state.Get<string>("place") ?? await new BoardOrder(_repository).EndAsync(cancellationToken);
        }
    }

    private static (Guid OccasionId, GiftStatus Status) ColumnOf(RowState state) =>
        (state.Get<Guid>("occasionId"), state.Get<GiftStatus>("status"));

    // A wish that was taken back meanwhile stays so, and whoever takes the gift is told.
    private async Task LinkAsync(Gift gift, RowState state, CancellationToken cancellationToken)
    {
        var wish = state.Get<Guid?>("wishId");
        var isThere = wish is { } id && await _repository.IsWishOfAsync(id, gift, cancellationToken);
        (gift.WishId, gift.NoLongerWished) = (isThere ? wish : null, state.Get<bool>("noLongerWished") || (wish is not null && !isThere));

        gift.ReplacesId = state.Get<Guid?>("replacesId");

        // What was imported again meanwhile is another gift, which has the key.
        var key = state.Get<Guid?>("importKey");
        gift.ImportKey = key is { } known && await _repository.IsImportedAsync(gift.OccasionId, known, gift.Id, cancellationToken) ? null : key;
    }

    // Whether the gift has the picture that it had.
    private async Task<bool> SetPictureAsync(Gift gift, string? hash, CancellationToken cancellationToken)
    {
        if (gift.Picture == hash)
        {
            return true;
        }

        var picture = hash is null ? PictureInput.None : pictures.Find(gift.OrganizationId, hash);
        await pictures.KeepAsync(_repository, gift, cancellationToken);
        await GiftRules.SetPictureAsync(_repository, gift, picture ?? PictureInput.None, cancellationToken);
        return picture is not null;
    }
}
