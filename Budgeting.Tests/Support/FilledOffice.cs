using Budgeting.Core.Execution;
using Budgeting.Core.Kernel;

namespace Budgeting.Tests.Support;

/// <summary>An office with at least one row of every kind, and a proposal in each state that one can be moved from.</summary>
/// <param name="SpareProgram">No budget is for it.</param>
/// <param name="Draft">It can be submitted.</param>
/// <param name="Empty">A draft without program budgets.</param>
/// <param name="Started">A draft with one program budget, of which nothing is said yet.</param>
/// <param name="Submitted">It waits for approval.</param>
/// <param name="Closing">Last year's, approved: nothing is in the way of its closing.</param>
/// <param name="Planned">An allotment that isn't released.</param>
/// <param name="Requested">An obligation that isn't approved.</param>
/// <param name="Active">One that is, with a payment and a work item.</param>
public sealed record FilledOffice(
    Office Office,
    ProgramDto SpareProgram,
    ProposalDto Draft,
    ProposalDto Empty,
    ProposalDto Started,
    ProposalDto Submitted,
    ProposalDto Closing,
    ProgramBudgetDto DraftBudget,
    ProgramBudgetDto StartedBudget,
    ProgramBudgetDto SubmittedBudget,
    LineItemDto LineItem,
    JustificationDto Justification,
    AdjustmentDto Adjustment,
    AllotmentDto Planned,
    ObligationDto Requested,
    ObligationDto Active,
    DisbursementDto Disbursement,
    WorkItemDto WorkItem)
{
    public static async Task<FilledOffice> CreateAsync(TestActor admin)
    {
        var office = await Office.CreateAsync(admin, approved: 1_000_000, released: 100_000);
        var member = office.Member;
        var (draft, empty, started, submitted) = (await member.ProposalAsync(2027), await member.ProposalAsync(2028), await member.ProposalAsync(2029), await member.ProposalAsync(2030));
        var draftBudget = await member.ProgramBudgetAsync(draft, office.Program, 500);
        var startedBudget = await member.Get<ProgramBudgetsService>().AddAsync(
            started.Id, new ProgramBudgetInput { ProgramId = office.Program.Id, RequestedAmount = 0 }, default);
        var submittedBudget = await member.ProgramBudgetAsync(submitted, office.Program, 500);
        var active = await office.ActiveAsync(10_000);
        var disbursement = await office.PaidAsync(active, 10);
        return new FilledOffice(
            office, await admin.ProgramAsync("9000"), draft, empty, started,
            await member.Get<ProposalsService>().SubmitAsync(submitted.Id, version: null, default),
            await ClosingAsync(office), draftBudget, startedBudget, submittedBudget,
            (await member.Get<LineItemsService>().ListAsync(draftBudget.Id, PageRequest.First, default)).Items[0],
            (await member.Get<JustificationsService>().ListAsync(draftBudget.Id, PageRequest.First, default)).Items[0],
            await office.Approver.Get<AdjustmentsService>().AdjustAsync(office.Budget.Id, new AdjustmentInput { Amount = 500, Reason = "Supplement" }, version: null, default),
            await office.Approver.AllotmentAsync(office.Budget, 100, quarter: 2, AllotmentStatus.Planned),
            await office.RequestedAsync(20), active, disbursement, await office.DeliveredAsync(active, 10));
    }

    private static async Task<ProposalDto> ClosingAsync(Office office)
    {
        var proposal = await office.Member.ProposalAsync(Office.Year - 1);
        var budget = await office.Member.ProgramBudgetAsync(proposal, office.Program, 10_000);
        await office.Member.Get<ProposalsService>().SubmitAsync(proposal.Id, version: null, default);
        return await office.Approver.ApproveAsync(proposal, (budget.Id, 9_000));
    }
}
