using Budgeting.Core.Gifting;
using Budgeting.Web.Api.Http;

namespace Budgeting.Web.Api.Gifting;

internal static class WishesEndpoints
{
    public static void MapWishes(this IEndpointRouteBuilder api) =>
        api.MapRecords<WishesService, WishInput, WishDto>(new("wish", "wishes")
        {
            Parent = "occasions",
            ListSummary = "One's own wishes for an occasion",
            AddSummary = "Wish for something oneself",
        });
}
