using Budgeting.Core.Execution;
using Budgeting.Web.Api.Http;

namespace Budgeting.Web.Api.Execution;

/// <summary>What is requested for a fiscal year, and why.</summary>
internal static class PreparationEndpoints
{
    private const string WhileDraft = " while its proposal is a draft";

    public static void MapPreparation(this IEndpointRouteBuilder api)
    {
        api.MapRecords<ProgramsService, ProgramInput, ProgramDto>(new("program", "programs")
        {
            ListSummary = "What budgets pay for, in the order in which it was added",
            AddSummary = "Add a program",
            DeleteRemark = " that no budget is for",
        });
        api.MapRecords<ProposalsService, ProposalInput, ProposalDto>(new("proposal", "proposals")
        {
            ListSummary = "Proposals with their totals, in the order in which they were added",
            AddSummary = "Begin the proposal of a fiscal year",
            UpdateRemark = " while it is a draft",
            DeleteRemark = " that is a draft without program budgets",
            IsDerived = true,
        });
        api.MapRecords<ProgramBudgetsService, ProgramBudgetInput, ProgramBudgetDto>(new("program budget", "program budgets")
        {
            Parent = "proposals",
            ListSummary = "What a proposal requests for programs, with what is approved, allotted, obligated and paid of it",
            AddSummary = "Request something for a program",
            UpdateRemark = WhileDraft,
            DeleteRemark = " without line items and justifications" + WhileDraft,
            IsDerived = true,
        });
        api.MapRecords<LineItemsService, LineItemInput, LineItemDto>(new("line item", "line items")
        {
            Parent = "program-budgets",
            ListSummary = "The lines of what a program budget requests, in the order in which they were added",
            AddSummary = "Add a line to what is requested",
            UpdateRemark = WhileDraft,
            DeleteRemark = WhileDraft,
        });
        api.MapRecords<JustificationsService, JustificationInput, JustificationDto>(new("justification", "justifications")
        {
            Parent = "program-budgets",
            ListSummary = "Why a program budget is requested, in the order in which it was added",
            AddSummary = "Say why it is requested",
            UpdateRemark = WhileDraft,
            DeleteRemark = WhileDraft,
        });
    }
}
