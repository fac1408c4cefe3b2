using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>
/// One's own wishes, each with the gift that it led to. What can be done to a wish, and what is answered, depends on the wish alone: what
/// became of the gift is a surprise.
/// </summary>
internal sealed class WishRecords(UnitOfWork work, CurrentMember current, GiftRecords gifts, RemovedPictures pictures, Guid? self, TimeProvider time)
    : Records<Wish, WishInput, WishDto>(work, current, time)
{
    private readonly GiftingRepository _repository = new(work);

    public static Expression<Func<Wish, WishDto>> Projection { get; } = w => new WishDto(w.Id, w.OccasionId, w.Name, w.Url, w.Notes, w.Version);

    protected override string Noun => "wish";

    protected override Role LeastRole => Role.Member;

    protected override Expression<Func<Wish, WishDto>> Dto => Projection;

    public static async Task<WishRecords> OpenAsync(
        UnitOfWork work, CurrentMember current, RemovedPictures pictures, TimeProvider time, CancellationToken cancellationToken) => new(
            work,
            current,
            await GiftRecords.OpenAsync(work, current, pictures, time, cancellationToken),
            pictures,
            await new GiftingRepository(work).OwnPersonAsync(cancellationToken),
            time);

    public override Wish New(Guid id, Guid parentId) =>
        new() { Id = id, OrganizationId = Work.OrganizationId, OccasionId = parentId, PersonId = self ?? Guid.Empty, Name = "" };

    public override Task WriteAsync(Wish row, WishInput input, CancellationToken cancellationToken)
    {
        Write(row, input);
        return Task.CompletedTask;
    }

    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    public static void Write(Wish row, WishInput input)
    {
        var check = new Check();
        (row.Name, row.Url, row.Notes) = GiftRules.TextsOf(check, input.Name, input.Url, input.Notes);
        check.ThrowIfAny();
    }

    public override Task<IReadOnlyList<RowVersion>> SeenAsync(IReadOnlyList<RowVersion> newestFirst, CancellationToken cancellationToken) =>
        Task.FromResult(newestFirst.Count > 0 && (newestFirst[0].State ?? newestFirst[0].Before)!.Get<Guid>("personId") == self ? newestFirst : []);

    protected override Task<Wish?> FindAsync(Guid id, CancellationToken cancellationToken) => _repository.WishAsync(id, cancellationToken);

    // What others deleted must not push one's own off the list, nor tell by its length that there is any.
    protected override Guid? DeletedBy => Current.MemberId;

    protected override Guid ParentOf(Wish row) => row.OccasionId;

    protected override Guid ParentIn(RowState state) => state.Get<Guid>("occasionId");

    protected override Task RequireParentAsync(Guid parentId, CancellationToken cancellationToken) =>
        GiftRules.RequireOccasionAsync(_repository, parentId, cancellationToken);

    /// <exception cref="ConflictException">No person is linked to who asks: <c>wish.nobody</c>.</exception>
    protected override async Task RequireOpenAsync(Guid parentId, CancellationToken cancellationToken)
    {
        await RequireParentAsync(parentId, cancellationToken);
        if (self is null)
        {
            throw new ConflictException("wish.nobody", "Nobody on the list of people is linked to you yet: link yourself there, then add wishes.");
        }
    }

    protected override Task<Page<WishDto>> PageInAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken) =>
        Rows.PageAsync(w => w.OccasionId == parentId && w.PersonId == self, Projection, page, cancellationToken);

    protected override Task AddedAsync(Wish row, CancellationToken cancellationToken) => AddGiftAsync(row, cancellationToken);

    // The gift changes with the wish, but for what somebody else changed of it; one that is brought back brings it along.
    protected override async Task<Wish> FollowAsync(Wish row, CancellationToken cancellationToken)
    {
        if (Rows.IsNew(row))
        {
            await BringGiftAsync(row, cancellationToken);
        }
        else if (await _repository.GiftOfWishAsync(row.Id, cancellationToken) is { } gift)
        {
            var before = Rows.Before(row);
            gift.Name = gift.Name == before.Name ? row.Name : gift.Name;
            gift.Url = gift.Url == before.Url ? row.Url : gift.Url;
            gift.Notes = gift.Notes == before.Notes ? row.Notes : gift.Notes;
        }

        return row;
    }

    protected override async Task RemovingAsync(Wish row, CancellationToken cancellationToken)
    {
        switch (await _repository.GiftOfWishAsync(row.Id, cancellationToken))
        {
            case { IsTaken: true } taken:
                (taken.WishId, taken.NoLongerWished) = (null, true);
                break;
            case { } gift:
                await pictures.KeepAsync(_repository, gift, cancellationToken);
                _repository.Remove(gift);
                break;
        }
    }

    private async Task<Gift> AddGiftAsync(Wish wish, CancellationToken cancellationToken)
    {
        var gift = gifts.New(Guid.CreateVersion7(Time.GetUtcNow()), wish.OccasionId);
        (gift.RecipientId, gift.WishId) = (wish.PersonId, wish.Id);
        (gift.Name, gift.Url, gift.Notes) = (wish.Name, wish.Url, wish.Notes);
        gift.Place = await new BoardOrder(_repository).EndAsync(cancellationToken);
        _repository.Add(gift);
        return gift;
    }

    // Somebody may have taken the gift on, changed or deleted it: then it stays theirs, and the wish is an idea again.
    private async Task BringGiftAsync(Wish wish, CancellationToken cancellationToken)
    {
        if (await GiftTakenBackAsync(wish, cancellationToken) is not { } row)
        {
            return;
        }

        var gift = await _repository.AnyGiftAsync(row.Id, cancellationToken) ?? await RestoredAsync(wish, row, cancellationToken);
        if (gift?.RecipientId != wish.PersonId || gift.OccasionId != wish.OccasionId)
        {
            gift = await AddGiftAsync(wish, cancellationToken);
        }

        (gift.WishId, gift.NoLongerWished) = (wish.Id, false);
    }

    // What the write that took the wish back did to its gift. The wish has that write's version.
    private async Task<WrittenRow?> GiftTakenBackAsync(Wish wish, CancellationToken cancellationToken)
    {
        var audit = new AuditRepository(Work);
        return Current.MemberId is { } me && await audit.WriteOfAsync(wish.Id, wish.Version, me, cancellationToken) is { } write
            ? (await audit.WriteAsync(write, me, cancellationToken)).FirstOrDefault(r => r.Is<Gift>())
            : null;
    }

    private async Task<Gift?> RestoredAsync(Wish wish, WrittenRow row, CancellationToken cancellationToken)
    {
        var newest = (await new AuditRepository(Work).VersionsAsync(row.Entity, row.Id, cancellationToken))[0];
        if (newest.Number != row.Version || newest.Before is not { } before)
        {
            return null;
        }

        try
        {
            return await gifts.BringBackForAsync(wish.PersonId, row.Id, before, newest.Number, cancellationToken);
        }
        catch (DomainException)
        {
            // Why it can't be what it was is not for who wishes.
            return null;
        }
    }
}
