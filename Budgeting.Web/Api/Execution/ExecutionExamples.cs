using Budgeting.Core.Execution;
using Budgeting.Web.Api.Http;

namespace Budgeting.Web.Api.Execution;

/// <summary>What can be sent, for the API's description.</summary>
internal static class ExecutionExamples
{
    public static IReadOnlyDictionary<Type, string> All { get; } = new Dictionary<Type, string>
    {
        [typeof(ProgramInput)] = """{"code": "1000", "name": "Library", "description": "Books, and who lends them"}""",
        [typeof(ProposalInput)] = """{"fiscalYear": 2027, "title": "Budget 2027"}""",
        [typeof(ProgramBudgetInput)] = $$"""{"programId": "{{SchemaExamples.SomeId}}", "requestedAmount": 100000, "fundSource": "General fund"}""",
        [typeof(LineItemInput)] = """{"objectCode": "5-02-03", "category": "OPERATING", "description": "Books", "quantity": 400, "unitCost": 25}""",
        [typeof(JustificationInput)] = """{"kind": "NEED", "text": "Half of the shelves are empty.", "evidenceUrl": "https://example.org/survey"}""",
        [typeof(ApprovalsInput)] = $$"""{"approvals": [{"programBudgetId": "{{SchemaExamples.SomeId}}", "approvedAmount": 500}]}""",
        [typeof(ApprovalInput)] = $$"""{"programBudgetId": "{{SchemaExamples.SomeId}}", "approvedAmount": 500}""",
        [typeof(ReasonInput)] = """{"reason": "The year is over"}""",
        [typeof(EmptyInput)] = "{}",
        [typeof(AdjustmentInput)] = """{"amount": 250, "reason": "A grant came in", "authorityNo": "2026-17"}""",
        [typeof(ReallocationInput)] = $$"""
            {"reason": "The roof can't wait", "moves": [{"fromProgramBudgetId": "{{SchemaExamples.SomeId}}", "toProgramBudgetId": "{{SchemaExamples.SomeId}}", "amount": 50}]}
            """,
        [typeof(ReallocationMoveInput)] = $$"""{"fromProgramBudgetId": "{{SchemaExamples.SomeId}}", "toProgramBudgetId": "{{SchemaExamples.SomeId}}", "amount": 50}""",
        [typeof(AllotmentInput)] = """{"quarter": 1, "category": "OPERATING", "amount": 250, "status": "PLANNED", "reason": "Supplemental release"}""",
        [typeof(ReleaseInput)] = """{"releasedOn": "2026-02-01"}""",
        [typeof(ObligationInput)] = """
            {"kind": "PURCHASE_ORDER", "category": "OPERATING", "objectCode": "5-02-03", "payee": "Books Ltd", "description": "400 books", "amount": 30, "date": "2026-03-05"}
            """,
        [typeof(DisbursementInput)] = """{"amount": 15, "date": "2026-04-01", "method": "TRANSFER", "reference": "B-4711"}""",
        [typeof(WorkItemInput)] = """{"description": "First delivery", "quantity": 2, "unit": "boxes", "unitCost": 7.50, "acceptedOn": "2026-03-20"}""",
    };
}
