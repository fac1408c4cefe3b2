namespace Budgeting.Web.Api.Gifting;

/// <summary>Gifts: the people they are for, occasions, wishes, and who buys what.</summary>
internal static class GiftingEndpoints
{
    public static void MapGifting(this IEndpointRouteBuilder api)
    {
        api.MapPeople();
        api.MapOccasions();
        api.MapGifts();
        api.MapGiftImport();
        api.MapGiftPictures();
        api.MapLinkPreviews();
        api.MapWishes();
        api.MapPurchases();
        api.MapGuestLinks();
    }
}
