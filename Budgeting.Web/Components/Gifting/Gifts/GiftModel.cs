using Budgeting.Core.Gifting;

namespace Budgeting.Web.Components.Gifting;

/// <summary>What is typed into a gift's form.</summary>
public sealed class GiftModel
{
    public string? Name { get; set; }

    public string? Url { get; set; }

    public string? Notes { get; set; }

    /// <summary>The picture to be kept from now on; <c>null</c>: the one that there is.</summary>
    public PictureInput? Picture { get; set; }

    /// <summary>Where the picture is that there is; <c>null</c>: there is none.</summary>
    public string? KeptPicture { get; set; }

    public bool HasNoPicture => Picture is null ? KeptPicture is null : Picture.ContentType is null;

    public decimal? Price { get; set; }

    public decimal? DiscountPrice { get; set; }

    public int Quantity { get; set; } = 1;

    public GiftStatus Status { get; set; }

    public Guid? RecipientId { get; set; }

    public Guid? BuyerId { get; set; }

    public IReadOnlyList<Giver> Givers { get; set; } = [];

    public string? GuestName { get; set; }

    /// <summary>The name of a recipient who is added with the gift; <c>null</c> where one is chosen from the list.</summary>
    public string? NewPerson { get; set; }

    public bool IsForSomebodyNew => NewPerson is not null;

    public void Take(GiftDto gift)
    {
        (Name, Url, Notes) = (gift.Name, gift.Url, gift.Notes);
        (Picture, KeptPicture) = (null, gift.PictureAddress());
        (Price, DiscountPrice, Quantity) = (gift.Price, gift.DiscountPrice, gift.Quantity);
        (Status, RecipientId, BuyerId, Givers) = (gift.Status, gift.RecipientId, gift.BuyerId, gift.Givers);
        GuestName = gift.GuestName;
    }

    public GiftInput ToInput() => new()
    {
        Name = Name,
        Url = Url,
        Notes = Notes,
        Picture = Picture,
        Price = Price,
        DiscountPrice = DiscountPrice,
        Quantity = Quantity,
        Status = Status,
        RecipientId = RecipientId,
        NewPerson = NewPerson,
        BuyerId = BuyerId,
        Givers = Givers,
        GuestName = GuestName,
    };
}
