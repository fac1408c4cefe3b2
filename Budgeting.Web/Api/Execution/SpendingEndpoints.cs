using Budgeting.Core.Execution;
using Budgeting.Web.Api.Http;

namespace Budgeting.Web.Api.Execution;

/// <summary>What is allotted, obligated, paid and delivered.</summary>
internal static class SpendingEndpoints
{
    public static void MapSpending(this IEndpointRouteBuilder api)
    {
        api.MapRecords<AllotmentsService, AllotmentInput, AllotmentDto>(new("allotment", "allotments")
        {
            Parent = "program-budgets",
            ListSummary = "What is set aside of a program budget by quarter, with what is left of it",
            AddSummary = "Set something aside for a quarter, planned or released at once",
            UpdateRemark = " while it is planned",
            DeleteRemark = " that is planned",
            IsDerived = true,
        });
        api.MapRecords<ObligationsService, ObligationInput, ObligationDto>(new("obligation", "obligations")
        {
            Parent = "allotments",
            ListSummary = "What is obligated from an allotment, with what is paid of it and due",
            AddSummary = "Request an obligation: it holds its amount, and waits for approval",
            UpdateRemark = " while it waits for approval",
            DeleteRemark = " that waits for approval",
            IsDerived = true,
        });
        api.MapRecords<DisbursementsService, DisbursementInput, DisbursementDto>(new("disbursement", "disbursements")
        {
            Parent = "obligations",
            ListSummary = "What was paid of an obligation, in the order in which it was recorded",
            AddSummary = "Record a payment of an active obligation",
            UpdateRemark = " while its obligation is active",
            DeleteRemark = " that no work item was paid with",
            IsDerived = true,
        });
        api.MapRecords<WorkItemsService, WorkItemInput, WorkItemDto>(new("work item", "work items")
        {
            Parent = "obligations",
            ListSummary = "What is delivered for an obligation, in the order in which it was added",
            AddSummary = "Record what is delivered; once it is accepted, it is due",
            IsDerived = true,
        });
    }
}
