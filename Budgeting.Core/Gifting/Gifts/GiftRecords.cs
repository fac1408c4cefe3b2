using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>The gifts of occasions, as far as they aren't kept from who acts.</summary>
internal sealed partial class GiftRecords(UnitOfWork work, CurrentMember current, Currency currency, RemovedPictures pictures, TimeProvider time)
    : Records<Gift, GiftInput, GiftDto>(work, current, time)
{
    // An import asks for the same ones again and again.
    private readonly Dictionary<Guid, bool> _occasions = [];
    private readonly Dictionary<Guid, bool> _people = [];
    private readonly Dictionary<Guid, bool> _members = [];
    private readonly Dictionary<Guid, Guid?> _keptFor = [];
    private Secrecy? _secrecy;
    private Guid? _deletedBy;

    public static Expression<Func<Gift, GiftDto>> Projection { get; } =
        g => new GiftDto(
            g.Id, g.OccasionId, g.Name, g.Url, g.Notes, g.Picture, g.Price, g.DiscountPrice, g.Quantity, g.LineTotal, g.Status,
            g.RecipientId, g.BuyerId, g.Givers, g.GuestName, g.WishId != null, g.NoLongerWished, g.Version);

    protected override string Noun => "gift";

    protected override Role LeastRole => Role.Member;

    protected override Expression<Func<Gift, GiftDto>> Dto => Projection;

    // Where a gift was put, and what it was before, is nobody's to know.
    protected override IReadOnlySet<string> HiddenFields { get; } = new HashSet<string>(["place", "position", "replacesId"], StringComparer.Ordinal);

    private GiftingRepository Repository { get; } = new(work);

    private GiftReplacement Replacement => new(Repository, pictures, Time);

    public static async Task<GiftRecords> OpenAsync(
        UnitOfWork work, CurrentMember current, RemovedPictures pictures, TimeProvider time, CancellationToken cancellationToken) =>
        new(work, current, await current.CurrencyAsync(cancellationToken), pictures, time);

    public override Gift New(Guid id, Guid parentId) => new() { Id = id, OrganizationId = Work.OrganizationId, OccasionId = parentId, Name = "" };

    public override async Task WriteAsync(Gift row, GiftInput input, CancellationToken cancellationToken)
    {
        if (input.Givers.Contains(null!))
        {
            throw new InvalidException("givers", "Say who gives.");
        }

        var check = new Check();
        var newPerson = input.NewPerson is { } name ? check.Required(name, "newPerson", "a name", 100) : null;
        var recipient = newPerson is null ? input.RecipientId : null;
        (row.Name, row.Url, row.Notes) = GiftRules.TextsOf(check, input.Name, input.Url, input.Notes);
        var guest = check.Optional(input.GuestName, "guestName", 100);
        check.That(Enum.IsDefined(input.Status), "status", "Choose a status.");
        GiftRules.CheckPrices(check, input.Price, input.DiscountPrice, input.Quantity, currency);
        await CheckRecipientAsync(check, row, recipient, cancellationToken);
        await CheckMembersAsync(check, row, input, cancellationToken);
        GiftRules.CheckGivers(check, input, currency);
        check.ThrowIfAny();

        (row.Price, row.DiscountPrice, row.Quantity) = (input.Price, input.DiscountPrice, input.Quantity);
        (row.Status, row.BuyerId, row.Givers) = (input.Status, input.BuyerId, input.Givers);

        // Another name is another guest, who can't give it back by a link.
        (row.GuestName, row.GuestId) = (guest, guest == row.GuestName ? row.GuestId : null);
        await GiftRules.CheckSumAsync(Repository, row, cancellationToken);
        SetRecipient(row, newPerson is null ? recipient : AddPerson(newPerson).Id);
        if (input.Picture is { } picture)
        {
            await SetPictureAsync(row, picture, cancellationToken);
        }
    }

    /// <summary>Adds a recipient together with a gift.</summary>
    public Person AddPerson(string name)
    {
        var person = new Person { Id = Replacement.NewId(), OrganizationId = Work.OrganizationId, Name = name };
        Repository.Add(person);
        _people[person.Id] = true;
        return person;
    }

    /// <summary>A gift as it is answered; the database hasn't counted it yet where it is new.</summary>
    public GiftDto Answer(Gift row) => DtoOf(row);

    /// <summary>Keeps the picture with the gift, in place of the one that it has, or takes that away.</summary>
    public async Task<Func<GiftDto>> SetPictureAsync(Guid id, PictureInput picture, long? version, CancellationToken cancellationToken)
    {
        var gift = await RequireEditableAsync(id, version, cancellationToken);
        await SetPictureAsync(gift, picture, cancellationToken);
        return () => DtoOf(gift);
    }

    /// <summary>Puts a gift elsewhere on the board.</summary>
    /// <inheritdoc cref="BoardOrder.PlaceAsync"/>
    public async Task<Func<GiftDto>> MoveAsync(Guid id, GiftMove move, long? version, CancellationToken cancellationToken)
    {
        var gift = await RequireEditableAsync(id, version, cancellationToken);
        if (!Enum.IsDefined(move.Status))
        {
            throw new InvalidException("status", "Choose a status.");
        }

        await new BoardOrder(Repository).PlaceAsync(gift, move, cancellationToken);
        NoteBuyer(gift);
        return () => DtoOf(gift);
    }

    /// <summary>Moves a gift to another occasion, at the end of its column.</summary>
    /// <exception cref="InvalidException">It is for who asks, and would be kept from them there, or is too much for it.</exception>
    public async Task<Func<GiftDto>> TransferAsync(Guid id, Guid occasionId, long? version, CancellationToken cancellationToken)
    {
        var gift = await RequireEditableAsync(id, version, cancellationToken);
        await RequireParentAsync(occasionId, cancellationToken);
        if (gift.OccasionId != occasionId)
        {
            await GiftRules.TransferAsync(Repository, gift, occasionId, cancellationToken);
            await PutLastAsync(gift, cancellationToken);
            gift = await FollowAsync(gift, cancellationToken);
        }

        return () => DtoOf(gift);
    }

    protected override Guid ParentOf(Gift row) => row.OccasionId;

    protected override Guid ParentIn(RowState state) => state.Get<Guid>("occasionId");

    protected override async Task RequireParentAsync(Guid parentId, CancellationToken cancellationToken)
    {
        if (!await OccasionExistsAsync(parentId, cancellationToken))
        {
            throw new NotFoundException("occasion");
        }
    }

    protected override Task<Page<GiftDto>> PageInAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken) =>
        Rows.PageAsync(g => g.OccasionId == parentId, Projection, page, cancellationToken);

    protected override Task AddedAsync(Gift row, CancellationToken cancellationToken) => PutLastAsync(row, cancellationToken);

    protected override async Task EditedAsync(Gift row, CancellationToken cancellationToken)
    {
        if (row.Status != Rows.Before(row).Status)
        {
            await PutLastAsync(row, cancellationToken);
        }

        NoteBuyer(row);
    }

    protected override async Task<Gift> FollowAsync(Gift row, CancellationToken cancellationToken)
    {
        var before = Rows.Before(row);
        if (before.Topic != row.Topic)
        {
            Work.Touch(before.Topic);
        }

        return await Replacement.FollowAsync(row, before.OccasionId, before.RecipientId, cancellationToken);
    }

    protected override Task RemovingAsync(Gift row, CancellationToken cancellationToken) => pictures.KeepAsync(Repository, row, cancellationToken);

    private async Task PutLastAsync(Gift gift, CancellationToken cancellationToken) => gift.Place = await new BoardOrder(Repository).EndAsync(cancellationToken);

    // Who marks a gift bought is its buyer, unless somebody, or a guest, is known to be. The command line buys nothing.
    private void NoteBuyer(Gift gift)
    {
        if (!GiftMeter.IsPurchased(Rows.Before(gift).Status) && GiftMeter.IsPurchased(gift.Status) && gift.GuestName is null)
        {
            gift.BuyerId ??= Current.MemberId;
        }
    }

    // What a wish or a line of a file made for one recipient isn't that any more for another.
    private static void SetRecipient(Gift gift, Guid? recipientId)
    {
        if (gift.RecipientId != recipientId)
        {
            (gift.RecipientId, gift.WishId, gift.NoLongerWished, gift.ImportKey) = (recipientId, null, false, null);
        }
    }

    private async Task CheckRecipientAsync(Check check, Gift gift, Guid? recipientId, CancellationToken cancellationToken)
    {
        if (recipientId is { } recipient && recipient != gift.RecipientId)
        {
            check.That(await PersonExistsAsync(recipient, cancellationToken), "recipientId", GiftRules.NoSuchPerson);
            check.That(await KeptForAsync(gift.OccasionId, cancellationToken) != recipient, "recipientId", GiftRules.KeptFromYou);
        }
    }

    // Those who were named before stay, also after they left.
    private async Task CheckMembersAsync(Check check, Gift gift, GiftInput input, CancellationToken cancellationToken)
    {
        if (input.BuyerId is { } buyer && buyer != gift.BuyerId)
        {
            check.That(await MemberExistsAsync(buyer, cancellationToken), "buyerId", "There is no such member.");
        }

        foreach (var giver in input.Givers.Select(g => g.MemberId).Distinct().Except(gift.Givers.Select(g => g.MemberId)))
        {
            check.That(await MemberExistsAsync(giver, cancellationToken), "givers", "There is no such member.");
        }
    }

    private async Task<bool> OccasionExistsAsync(Guid id, CancellationToken cancellationToken) =>
        _occasions.TryGetValue(id, out var exists) ? exists : _occasions[id] = await Repository.OccasionDtoAsync(id, cancellationToken) is not null;

    private async Task<bool> PersonExistsAsync(Guid id, CancellationToken cancellationToken) =>
        _people.TryGetValue(id, out var exists) ? exists : _people[id] = await Repository.PersonExistsAsync(id, cancellationToken);

    private async Task<bool> MemberExistsAsync(Guid id, CancellationToken cancellationToken) =>
        _members.TryGetValue(id, out var exists) ? exists : _members[id] = await Repository.MemberExistsAsync(id, cancellationToken);

    private async Task<Guid?> KeptForAsync(Guid occasionId, CancellationToken cancellationToken) =>
        _keptFor.TryGetValue(occasionId, out var person) ? person : _keptFor[occasionId] = await Repository.KeptForAsync(occasionId, cancellationToken);

    // One that is the same changes nothing.
    private async Task SetPictureAsync(Gift gift, PictureInput input, CancellationToken cancellationToken)
    {
        if (gift.Picture == input.Hash)
        {
            return;
        }

        await pictures.KeepAsync(Repository, gift, cancellationToken);
        var picture = gift.Picture is null ? null : await Repository.PictureAsync(gift.Id, cancellationToken);
        gift.Picture = input.Hash;
        if (picture is not null && input.ContentType is { } contentType)
        {
            (picture.ContentType, picture.Bytes) = (contentType, input.Bytes);
        }
        else if (picture is not null)
        {
            Repository.Remove(picture);
        }
        else
        {
            Repository.Add(new GiftPicture { Id = gift.Id, OrganizationId = gift.OrganizationId, ContentType = input.ContentType!, Bytes = input.Bytes });
        }
    }
}
