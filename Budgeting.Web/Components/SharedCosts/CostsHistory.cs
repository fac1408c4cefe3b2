using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.SharedCosts;

namespace Budgeting.Web.Components.SharedCosts;

/// <summary>The histories of shared costs, as people say them.</summary>
internal static class CostsHistory
{
    private static readonly Topic Periods = SharedCostsTopics.Periods;

    public static HistoryWords Period { get; } = new HistoryWords()
        .Text("name", "Name")
        .With("startDate", "First day", DayOf)
        .With("endDate", "Last day", DayOf)
        .With("status", "State", value => value == nameof(PeriodStatus.Open) ? "open" : "closed")
        .Text("reopenReason", "Reason");

    public static IReadOnlyList<AuditedKind> Kinds { get; } =
    [
        new("Owner", "Owner", SharedCostsTopics.Owners, n => Of(OwnerInput.Fields, n)),
        new("Property", "Property", SharedCostsTopics.Owners, n => Of(PropertyInput.Fields, n)),
        new("Ownership", "Ownership", SharedCostsTopics.Owners, n => new HistoryWords()
            .Reference("propertyId", "Property", n.Of).Reference("ownerId", "Owner", n.Of).Day("since", "Since")),
        new("PaymentType", "Payment type", SharedCostsTopics.PaymentTypes, _ => new HistoryWords().Text("name", "Name")),
        new("Period", "Period", Periods, _ => Period),
        new("BudgetItem", "Budget item", Periods, n => Of(BudgetItemInput.Fields, n).Choice<AllocationStrategy>("strategy", "Shared", PeriodWords.Strategy)),
        new("Contribution", "Contribution", Periods, n => Of(ContributionInput.Fields, n)),
        new("Expense", "Expense", Periods, n => Of(ExpenseInput.Fields, n).Empty("paidByOwnerId", "the fund").Empty("budgetItemId", "not shared")),
        new("Reading", "Reading", Periods, n => Of(ReadingInput.Fields, n)),
        new("Charge", "Service charge", Periods, n => Of(ChargeInput.Fields, n)),
        new("OpeningBalance", "Opening balance", Periods, n => new HistoryWords().Reference("ownerId", "Owner", n.Of).Amount("amount", "Amount", n.Currency)),
        new("ClosingBalance", "Closing balance", Periods, n => new HistoryWords().Reference("ownerId", "Owner", n.Of).Amount("balance", "Balance", n.Currency)),
    ];

    private static HistoryWords Of<TInput>(Fields<TInput> fields, HistoryNames names)
        where TInput : class, new() => HistoryWords.Of(fields, names.Currency, (_, id) => names.Of(id));

    private static string DayOf(string? value) =>
        value is null ? "nothing" : PeriodWords.Day(DateOnly.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
}
