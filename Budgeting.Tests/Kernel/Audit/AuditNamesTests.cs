using Budgeting.Core.Kernel.Audit;
using Budgeting.Tests.Architecture;

namespace Budgeting.Tests.Kernel.Audit;

/// <summary>What audit trails call things they call them for good.</summary>
public sealed class AuditNamesTests
{
    // As they are written in trails that are there: a class that gets another name keeps this one by an AuditNameAttribute.
    private static readonly string[] Kinds =
    [
        "ApiToken", "BudgetItem", "ClosingBalance", "Contribution", "EntityBudget", "Expense", "Gift", "GuestLink", "Invitation", "Member", "Occasion",
        "OpeningBalance", "Organization", "Owner", "Ownership", "PaymentType", "Person", "Property", "ServiceCharge", "ServicePeriod", "Statement",
        "UtilityReading", "Wish",
    ];

    [Fact]
    public void EveryKindOfRow_KeepsItsName() =>
        Product.Entities.Where(e => e.IsAssignableTo(typeof(IAudited))).Select(AuditNames.Of).Should().BeEquivalentTo(Kinds);
}
