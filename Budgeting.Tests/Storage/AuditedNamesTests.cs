using Budgeting.Core.Kernel.Audit;
using Budgeting.Tests.Architecture;

namespace Budgeting.Tests.Storage;

/// <summary>Audit trails name rows by their classes, and are never rewritten: who renames a class must translate when they are read.</summary>
public sealed class AuditedNamesTests
{
    private static readonly string[] Kinds =
    [
        "Allotment", "ApiToken", "BudgetAdjustment", "BudgetItem", "BudgetJustification", "BudgetLineItem", "BudgetProposal", "Charge",
        "ClosingBalance", "Contribution", "Disbursement", "Expense", "Gift", "GuestLink", "Invitation", "Member", "Obligation", "Occasion",
        "OpeningBalance", "Organization", "Owner", "Ownership", "PaymentType", "Period", "Person", "Program", "ProgramBudget", "Property", "Reading",
        "Statement", "SubBudget", "Wish", "WorkItem",
    ];

    [Fact]
    public void EveryKindOfRow_KeepsItsName() =>
        Product.Entities.Where(e => e.IsAssignableTo(typeof(IAudited))).Select(e => e.Name).Should().BeEquivalentTo(Kinds);
}
