using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;

namespace Budgeting.Web.Api.SharedCosts;

/// <summary>Who bears costs, and by what.</summary>
internal static class OwnersEndpoints
{
    public static void MapOwners(this IEndpointRouteBuilder api)
    {
        api.MapRecords<OwnersService, OwnerInput, OwnerDto>(new("owner", "owners")
        {
            ListSummary = "Owners, in the order in which they were added",
            AddSummary = "Add an owner",
            DeleteRemark = " of whom nothing is recorded",
        });
        api.MapRecords<PropertiesService, PropertyInput, PropertyDto>(new("property", "properties")
        {
            ListSummary = "Properties with who owned them from when on, in the order in which they were added",
            AddSummary = "Add a property",
            UpdateRemark = "; ownerId with from: it changes hands on that day",
            DeleteRemark = " that no costs are shared with",
        });
    }
}
