using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;

namespace Budgeting.Web.Api.SharedCosts;

/// <summary>What can be sent, for the API's description.</summary>
internal static class SharedCostsExamples
{
    public static IReadOnlyDictionary<Type, string> All { get; } = new Dictionary<Type, string>
    {
        [typeof(OwnerInput)] = """{"name": "Ada Lovelace", "email": "ada@example.org", "iban": "DE02120300000000202051"}""",
        [typeof(PropertyInput)] = $$"""{"name": "Flat 1", "ownerId": "{{SchemaExamples.SomeId}}", "shareWeight": 62.5, "from": "2026-07-01"}""",
        [typeof(PaymentTypeInput)] = """{"name": "Gardening"}""",
        [typeof(PeriodInput)] = """{"name": "Year 2026", "startDate": "2026-01-01", "endDate": "2026-12-31"}""",
        [typeof(PeriodPatchInput)] = """{"name": "The year 2026"}""",
        [typeof(OpeningAmountInput)] = """{"amount": -12.50}""",
        [typeof(CloseInput)] = """{"confirmUnallocated": true, "confirmMissingReadings": true}""",
        [typeof(ContributionInput)] = $$"""{"ownerId": "{{SchemaExamples.SomeId}}", "amount": 150.00, "date": "2026-02-01", "comment": "February"}""",
        [typeof(ExpenseInput)] = $$"""
            {"paymentType": "Repairs", "amount": 89.90, "date": "2026-03-05", "vendor": "Roofs Ltd", "paidByOwnerId": "{{SchemaExamples.SomeId}}", "budgetItemId": "{{SchemaExamples.SomeId}}"}
            """,
        [typeof(BudgetItemInput)] = """{"paymentType": "Repairs", "budgetedCost": 1200, "strategy": "PROPORTIONAL"}""",
        [typeof(ReadingInput)] = $$"""
            {"budgetItemId": "{{SchemaExamples.SomeId}}", "propertyId": "{{SchemaExamples.SomeId}}", "meterSerial": "W-4711", "startReading": 120.5, "endReading": 163.25}
            """,
        [typeof(ChargeInput)] = $$"""{"ownerId": "{{SchemaExamples.SomeId}}", "description": "Second key", "amount": 25, "date": "2026-04-01"}""",
        [typeof(SettlementInput)] = $$"""{"fromOwnerId": "{{SchemaExamples.SomeId}}", "toOwnerId": null, "amount": 40, "date": "2026-12-31"}""",
        [typeof(StatementsInput)] = $$"""{"ownerId": "{{SchemaExamples.SomeId}}"}""",
    };
}
