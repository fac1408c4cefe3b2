using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>The rules of this module: what its triggers refuse, and what can be verified.</summary>
internal sealed class SharedCostsRules : ModelPart
{
    public override IReadOnlyDictionary<string, string> Refusals { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["period.closed"] = "The period was closed meanwhile. An admin can reopen it for a correction.",
        ["statement.issued"] = "A statement that was issued stays as it is. Issue a corrected one.",
    };

    public override IEnumerable<Type> OpenKinds =>
    [
        typeof(Owner), typeof(Property), typeof(Ownership), typeof(PaymentType), typeof(Period), typeof(BudgetItem), typeof(Contribution), typeof(Expense), typeof(Reading),
        typeof(Charge), typeof(OpeningBalance), typeof(ClosingBalance),
    ];

    public override Task<IReadOnlyList<string>> BrokenRulesAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        new SharedCostsVerification(new SharedCostsRepository(work)).BrokenRulesAsync(cancellationToken);
}
