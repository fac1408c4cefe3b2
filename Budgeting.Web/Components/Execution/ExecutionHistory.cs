using Budgeting.Core.Execution;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.Execution;

namespace Budgeting.Web.Components.Execution;

/// <summary>The histories of budgets and of what is spent of them, as people say them.</summary>
internal static class ExecutionHistory
{
    private static readonly Topic Budgets = ExecutionTopics.Proposals;

    public static HistoryWords Program { get; } = HistoryWords.Of(ProgramInput.Fields, default);

    public static HistoryWords Justification { get; } =
        HistoryWords.Of(JustificationInput.Fields, default).Choice<JustificationKind>("kind", "Kind", BudgetWords.Kind);

    public static IReadOnlyList<AuditedKind> Kinds { get; } =
    [
        new("Program", "Program", ExecutionTopics.Programs, _ => Program),
        new("BudgetProposal", "Proposal", Budgets, OfProposal),
        new("ProgramBudget", "Program budget", Budgets, OfProgramBudget),
        new("BudgetAdjustment", "Adjustment", Budgets, OfAdjustment),
        new("BudgetLineItem", "Line item", Budgets, n => OfLineItem(n.Currency)),
        new("BudgetJustification", "Justification", Budgets, _ => Justification),
        new("Allotment", "Allotment", Budgets, OfAllotment),
        new("Obligation", "Obligation", Budgets, OfObligation),
        new("Disbursement", "Payment", Budgets, OfDisbursement),
        new("WorkItem", "Work item", Budgets, OfWorkItem),
    ];

    public static HistoryWords OfProposal(HistoryNames names) => new HistoryWords()
        .Text("fiscalYear", "Fiscal year").Text("title", "Title").Choice<ProposalStatus>("status", "Status", BudgetWords.Status).Text("reason", "Reason")
        .Reference("approvedBy", "Approved by", names.Of).Day("approvedOn", "Approved on").Flag("dutiesCombined", "Duties combined");

    public static HistoryWords OfProgramBudget(HistoryNames names) => Of(ProgramBudgetInput.Fields, names)
        .Amount("approvedAmount", "Approved", names.Currency).Text("approvalReason", "Reason");

    public static HistoryWords OfLineItem(Currency currency) => HistoryWords.Of(LineItemInput.Fields, currency);

    public static HistoryWords OfAllotment(HistoryNames names) => Of(AllotmentInput.Fields, names).Day("cancelledOn", "Cancelled on");

    public static HistoryWords OfObligation(HistoryNames names) => Of(ObligationInput.Fields, names)
        .Choice<ObligationKind>("kind", "Kind", SpendingWords.Of).Text("status", "Status").Reference("approvedBy", "Approved by", names.Of)
        .Flag("dutiesCombined", "Duties combined").Amount("finalAmount", "Used", names.Currency).Day("endedOn", "Ended on").Text("reason", "Reason");

    public static HistoryWords OfDisbursement(HistoryNames names) => Of(DisbursementInput.Fields, names)
        .Choice<DisbursementMethod>("method", "Method", SpendingWords.Of).Text("status", "Status").Flag("dutiesCombined", "Duties combined")
        .Day("voidedOn", "Voided on").Text("reason", "Reason");

    /// <summary>Payments have no name of their own.</summary>
    public static HistoryWords OfWorkItem(HistoryNames names) => Of(WorkItemInput.Fields, names)
        .With("disbursementId", "Paid with", value => value is null ? "nothing" : names.Of(Guid.Parse(value)) ?? "a payment");

    private static HistoryWords OfAdjustment(HistoryNames names) => Of(AdjustmentInput.Fields, names)
        .Choice<AdjustmentKind>("kind", "Kind", kind => kind.ToString()).Day("date", "Date");

    private static HistoryWords Of<TInput>(Fields<TInput> fields, HistoryNames names)
        where TInput : class, new() => HistoryWords.Of(fields, names.Currency, (_, id) => names.Of(id));
}
