using Budgeting.Core.Execution;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

/// <summary>One record of each kind of budgets, in a state in which an admin may do what its address is for.</summary>
internal static class ExecutionSample
{
    private static readonly string[] Collections = ["programs", "proposals", "program-budgets", "line-items", "justifications", "adjustments", "allotments", "obligations", "disbursements", "work-items", "reports"];

    /// <summary>Whether an address is one of budgets.</summary>
    public static bool Has(string path) => Collections.Contains(path.Split('/')[3].Replace("deleted-", "", StringComparison.Ordinal), StringComparer.Ordinal);

    public static async Task<Dictionary<string, Guid>> CreateAsync(TestActor admin)
    {
        var f = await FilledOffice.CreateAsync(admin);
        var own = await admin.ObligationAsync(f.Office.Allotment, 5);
        var paid = await admin.Get<DisbursementsService>().AddAsync(f.Active.Id, new DisbursementInput { Amount = 5, Date = Office.Day.AddMonths(1) }, default);
        return new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            ["programs"] = f.SpareProgram.Id,
            ["programId"] = f.SpareProgram.Id,
            ["proposals"] = f.Empty.Id,
            ["registry"] = f.Office.Budget.Id,
            ["budgets"] = f.Office.Proposal.Id,
            ["/api/v1/proposals/{id}/submit"] = f.Draft.Id,
            ["/api/v1/proposals/{id}/approve"] = f.Submitted.Id,
            ["/api/v1/proposals/{id}/reject"] = f.Submitted.Id,
            ["/api/v1/proposals/{id}/reopen"] = f.Submitted.Id,
            ["/api/v1/proposals/{id}/close"] = f.Closing.Id,
            ["/api/v1/proposals/{id}/reallocations"] = f.Office.Proposal.Id,
            ["program-budgets"] = f.StartedBudget.Id,
            ["programBudgetId"] = f.SubmittedBudget.Id,
            ["fromProgramBudgetId"] = f.Office.Budget.Id,
            ["toProgramBudgetId"] = f.Office.Other.Id,
            ["/api/v1/program-budgets/{id}/adjustments"] = f.Office.Budget.Id,
            ["/api/v1/program-budgets/{id}/allotments"] = f.Office.Budget.Id,
            ["/api/v1/program-budgets/{id}/allotments/split"] = f.Office.Other.Id,
            ["line-items"] = f.LineItem.Id,
            ["justifications"] = f.Justification.Id,
            ["adjustments"] = f.Adjustment.Id,
            ["allotments"] = f.Planned.Id,
            ["/api/v1/allotments/{id}/obligations"] = f.Office.Allotment.Id,
            ["obligations"] = f.Requested.Id,
            ["/api/v1/obligations/{id}"] = own.Id,
            ["/api/v1/obligations/{id}/certificate.pdf"] = f.Active.Id,
            ["/api/v1/obligations/{id}/liquidate"] = f.Active.Id,
            ["/api/v1/obligations/{id}/disbursements"] = f.Active.Id,
            ["/api/v1/obligations/{id}/work-items"] = f.Active.Id,
            ["disbursements"] = f.Disbursement.Id,
            ["/api/v1/disbursements/{id}"] = paid.Id,
            ["work-items"] = f.WorkItem.Id,
        };
    }
}
