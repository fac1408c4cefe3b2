using Budgeting.Core.Execution;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Storage;

/// <summary>Every kind of write of Execution, by service and method.</summary>
internal static class AuditedExecution
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IReadOnlyDictionary<string, AuditedWrite> All { get; } = new Dictionary<string, AuditedWrite>(StringComparer.Ordinal)
    {
        ["ProgramsService.AddAsync"] = Write(f => f.Office.Admin.ProgramAsync("New"), "Program Created"),
        ["ProgramsService.UpdateAsync"] = Write(
            f => f.Office.Admin.Get<ProgramsService>().UpdateAsync(f.SpareProgram.Id, f.SpareProgram.ToInput() with { Name = "New" }, null, None), "Program Changed"),
        ["ProgramsService.DeleteAsync"] = Write(f => f.Office.Admin.Get<ProgramsService>().DeleteAsync(f.SpareProgram.Id, null, None), "Program Deleted"),
        ["ProgramsService.RestoreAsync"] = Restored<ProgramsService, ProgramInput, ProgramDto>(f => f.SpareProgram, "Program"),

        ["ProposalsService.AddAsync"] = Write(f => f.Office.Member.ProposalAsync(2040), "BudgetProposal Created"),
        ["ProposalsService.UpdateAsync"] = Write(
            f => f.Office.Member.Get<ProposalsService>().UpdateAsync(f.Draft.Id, f.Draft.ToInput() with { Title = "New" }, null, None), "BudgetProposal Changed"),
        ["ProposalsService.DeleteAsync"] = Write(f => f.Office.Member.Get<ProposalsService>().DeleteAsync(f.Empty.Id, null, None), "BudgetProposal Deleted"),
        ["ProposalsService.RestoreAsync"] = Restored<ProposalsService, ProposalInput, ProposalDto>(f => f.Empty, "BudgetProposal"),
        ["ProposalsService.SubmitAsync"] = Write(f => f.Office.Member.Get<ProposalsService>().SubmitAsync(f.Draft.Id, null, None), "BudgetProposal Changed"),
        ["ProposalsService.ApproveAsync"] = Write(
            f => f.Office.Approver.ApproveAsync(f.Submitted, (f.SubmittedBudget.Id, 100)), "BudgetProposal Changed", "ProgramBudget Changed"),
        ["ProposalsService.RejectAsync"] = Write(f => f.Office.Approver.Get<ProposalsService>().RejectAsync(f.Submitted.Id, "No", null, None), "BudgetProposal Changed"),
        ["ProposalsService.ReopenAsync"] = Write(f => f.Office.Member.Get<ProposalsService>().ReopenAsync(f.Submitted.Id, "A mistake", null, None), "BudgetProposal Changed"),
        ["YearClosingService.CloseAsync"] = Write(f => f.Office.Admin.Get<YearClosingService>().CloseAsync(f.Closing.Id, "Over", null, None), "BudgetProposal Changed"),

        ["ProgramBudgetsService.AddAsync"] = Write(
            f => f.Office.Member.Get<ProgramBudgetsService>().AddAsync(f.Empty.Id, f.DraftBudget.ToInput(), None), "ProgramBudget Created"),
        ["ProgramBudgetsService.UpdateAsync"] = Write(
            f => f.Office.Member.Get<ProgramBudgetsService>().UpdateAsync(f.StartedBudget.Id, f.StartedBudget.ToInput() with { RequestedAmount = 7 }, null, None), "ProgramBudget Changed"),
        ["ProgramBudgetsService.DeleteAsync"] = Write(f => f.Office.Member.Get<ProgramBudgetsService>().DeleteAsync(f.StartedBudget.Id, null, None), "ProgramBudget Deleted"),
        ["ProgramBudgetsService.RestoreAsync"] = Restored<ProgramBudgetsService, ProgramBudgetInput, ProgramBudgetDto>(f => f.StartedBudget, "ProgramBudget"),
        ["AdjustmentsService.AdjustAsync"] = Write(
            f => f.Office.Approver.Get<AdjustmentsService>().AdjustAsync(f.Office.Budget.Id, new AdjustmentInput { Amount = -5, Reason = "Cut" }, null, None),
            "BudgetAdjustment Created", "ProgramBudget Changed"),
        ["AdjustmentsService.ReallocateAsync"] = Write(
            f => f.Office.Approver.Get<AdjustmentsService>().ReallocateAsync(
                f.Office.Proposal.Id, new ReallocationInput("Roof", [new ReallocationMoveInput(f.Office.Budget.Id, f.Office.Other.Id, 5)]), None),
            "BudgetAdjustment Created", "BudgetAdjustment Created", "ProgramBudget Changed", "ProgramBudget Changed"),

        ["LineItemsService.AddAsync"] = Write(f => f.Office.Member.Get<LineItemsService>().AddAsync(f.DraftBudget.Id, f.LineItem.ToInput(), None), "BudgetLineItem Created"),
        ["LineItemsService.UpdateAsync"] = Write(
            f => f.Office.Member.Get<LineItemsService>().UpdateAsync(f.LineItem.Id, f.LineItem.ToInput() with { Quantity = 2 }, null, None), "BudgetLineItem Changed"),
        ["LineItemsService.DeleteAsync"] = Write(f => f.Office.Member.Get<LineItemsService>().DeleteAsync(f.LineItem.Id, null, None), "BudgetLineItem Deleted"),
        ["LineItemsService.RestoreAsync"] = Restored<LineItemsService, LineItemInput, LineItemDto>(f => f.LineItem, "BudgetLineItem"),
        ["JustificationsService.AddAsync"] = Write(
            f => f.Office.Member.Get<JustificationsService>().AddAsync(f.DraftBudget.Id, f.Justification.ToInput(), None), "BudgetJustification Created"),
        ["JustificationsService.UpdateAsync"] = Write(
            f => f.Office.Member.Get<JustificationsService>().UpdateAsync(f.Justification.Id, f.Justification.ToInput() with { Text = "New" }, null, None), "BudgetJustification Changed"),
        ["JustificationsService.DeleteAsync"] = Write(
            f => f.Office.Member.Get<JustificationsService>().DeleteAsync(f.Justification.Id, null, None), "BudgetJustification Deleted"),
        ["JustificationsService.RestoreAsync"] = Restored<JustificationsService, JustificationInput, JustificationDto>(f => f.Justification, "BudgetJustification"),

        ["AllotmentsService.AddAsync"] = Write(f => f.Office.Approver.AllotmentAsync(f.Office.Budget, 5), "Allotment Created"),
        ["AllotmentsService.UpdateAsync"] = Write(
            f => f.Office.Approver.Get<AllotmentsService>().UpdateAsync(f.Planned.Id, f.Planned.ToInput() with { Amount = 7 }, null, None), "Allotment Changed"),
        ["AllotmentsService.DeleteAsync"] = Write(f => f.Office.Approver.Get<AllotmentsService>().DeleteAsync(f.Planned.Id, null, None), "Allotment Deleted"),
        ["AllotmentsService.RestoreAsync"] = Restored<AllotmentsService, AllotmentInput, AllotmentDto>(f => f.Planned, "Allotment"),
        ["AllotmentsService.ReleaseAsync"] = Write(f => f.Office.Approver.Get<AllotmentsService>().ReleaseAsync(f.Planned.Id, null, null, None), "Allotment Changed"),
        ["AllotmentsService.CancelAsync"] = Write(f => f.Office.Approver.Get<AllotmentsService>().CancelAsync(f.Planned.Id, "No", null, None), "Allotment Changed"),
        ["AllotmentsService.PlanEvenlyAsync"] = Write(
            f => f.Office.Approver.Get<AllotmentsService>().PlanEvenlyAsync(f.Office.Other.Id, None),
            "Allotment Created", "Allotment Created", "Allotment Created", "Allotment Created"),

        ["ObligationsService.AddAsync"] = Write(f => f.Office.RequestedAsync(5), "Obligation Created"),
        ["ObligationsService.UpdateAsync"] = Write(
            f => f.Office.Member.Get<ObligationsService>().UpdateAsync(f.Requested.Id, f.Requested.ToInput() with { Amount = 7 }, null, None), "Obligation Changed"),
        ["ObligationsService.DeleteAsync"] = Write(f => f.Office.Member.Get<ObligationsService>().DeleteAsync(f.Requested.Id, null, None), "Obligation Deleted"),
        ["ObligationsService.RestoreAsync"] = Restored<ObligationsService, ObligationInput, ObligationDto>(f => f.Requested, "Obligation"),
        ["ObligationsService.ApproveAsync"] = Write(f => f.Office.Approver.Get<ObligationsService>().ApproveAsync(f.Requested.Id, null, None), "Obligation Changed"),
        ["ObligationsService.LiquidateAsync"] = Write(f => f.Office.Approver.Get<ObligationsService>().LiquidateAsync(f.Active.Id, null, None), "Obligation Changed"),
        ["ObligationsService.CancelAsync"] = Write(f => f.Office.Member.Get<ObligationsService>().CancelAsync(f.Requested.Id, "No", null, None), "Obligation Changed"),

        ["DisbursementsService.AddAsync"] = Write(f => f.Office.PaidAsync(f.Active, 5), "Disbursement Created"),
        ["DisbursementsService.UpdateAsync"] = Write(
            f => f.Office.Approver.Get<DisbursementsService>().UpdateAsync(f.Disbursement.Id, f.Disbursement.ToInput() with { Amount = 7 }, null, None), "Disbursement Changed"),
        ["DisbursementsService.DeleteAsync"] = Write(f => f.Office.Approver.Get<DisbursementsService>().DeleteAsync(f.Disbursement.Id, null, None), "Disbursement Deleted"),
        ["DisbursementsService.RestoreAsync"] = Restored<DisbursementsService, DisbursementInput, DisbursementDto>(f => f.Disbursement, "Disbursement", f => f.Office.Approver),
        ["DisbursementsService.VoidAsync"] = Write(f => f.Office.Approver.Get<DisbursementsService>().VoidAsync(f.Disbursement.Id, "Bounced", null, None), "Disbursement Changed"),
        ["DisbursementsService.VoidAsync (of a liquidated one)"] = Write(
            async f =>
            {
                await f.Office.Approver.Get<ObligationsService>().LiquidateAsync(f.Active.Id, null, None);
                await f.Office.Approver.Get<DisbursementsService>().VoidAsync(f.Disbursement.Id, "Bounced", null, None);
            },
            "Obligation Changed", "Obligation Changed", "Disbursement Changed"),

        ["WorkItemsService.AddAsync"] = Write(f => f.Office.DeliveredAsync(f.Active, 5), "WorkItem Created"),
        ["WorkItemsService.UpdateAsync"] = Write(
            f => f.Office.Member.Get<WorkItemsService>().UpdateAsync(f.WorkItem.Id, f.WorkItem.ToInput() with { Quantity = 2 }, null, None), "WorkItem Changed"),
        ["WorkItemsService.DeleteAsync"] = Write(f => f.Office.Member.Get<WorkItemsService>().DeleteAsync(f.WorkItem.Id, null, None), "WorkItem Deleted"),
        ["WorkItemsService.RestoreAsync"] = Restored<WorkItemsService, WorkItemInput, WorkItemDto>(f => f.WorkItem, "WorkItem"),
    };

    private static AuditedWrite Write(Func<FilledOffice, Task> act, params string[] entries) => new(s => act(s.Office), entries);

    private static AuditedWrite Restored<TService, TInput, TDto>(Func<FilledOffice, TDto> record, string entity, Func<FilledOffice, TestActor>? by = null)
        where TService : Core.Organizations.RecordService<TInput, TDto>
        where TInput : class, new()
        where TDto : class, Core.Kernel.IVersioned =>
        Write(
            async f =>
            {
                var (service, it) = ((by?.Invoke(f) ?? f.Office.Admin).Get<TService>(), record(f));
                await service.DeleteAsync(it.Id, null, None);
                (await service.RestoreAsync(it.Id, it.Version, null, None)).Record.Should().BeEquivalentTo(it, compared => compared.Excluding(r => r.Version));
            },
            $"{entity} Deleted", $"{entity} Created");
}
