using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;

namespace Budgeting.Web.Api.SharedCosts;

/// <summary>Who bears costs.</summary>
internal static class OwnersEndpoints
{
    public static void MapOwners(this IEndpointRouteBuilder api) => api.MapRecords<OwnersService, OwnerInput, OwnerDto>(new("owner", "owners")
    {
        ListSummary = "Owners, in the order in which they were added",
        AddSummary = "Add an owner",
        DeleteRemark = " of whom nothing is recorded",
    });
}
