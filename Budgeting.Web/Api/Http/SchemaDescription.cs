using System.Text.Json.Nodes;
using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Gifting;
using Budgeting.Web.Api.Organizations;
using Budgeting.Web.Api.SharedCosts;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Budgeting.Web.Api.Http;

/// <summary>Says of schemas what their types don't: how amounts are written, and an example of what to send.</summary>
internal sealed class SchemaDescription : IOpenApiSchemaTransformer
{
    private const string SomeId = "01920000-0000-7000-8000-000000000000";

    private static readonly Dictionary<Type, string> Examples = new()
    {
        [typeof(PersonInput)] = """{"name": "Grandma", "birthday": "1948-03-09", "notes": "Likes crime novels"}""",
        [typeof(OccasionInput)] = """{"name": "Christmas", "date": "2026-12-24", "kind": "Christmas", "budgetTotal": 500.00}""",
        [typeof(BudgetInput)] = """{"amount": 120.50}""",
        [typeof(GiftInput)] = """{"name": "Headphones", "price": 89.90, "discountPrice": "74.95", "quantity": 1, "status": "Selected"}""",
        [typeof(GiftCheckInput)] = """{"price": 89.90, "discountPrice": null, "quantity": 1}""",
        [typeof(TransferInput)] = $$"""{"occasionId": "{{SomeId}}"}""",
        [typeof(RestoreInput)] = """{"version": 1}""",
        [typeof(WishInput)] = """{"name": "Skates", "url": "https://example.org/skates", "notes": "Size 42"}""",
        [typeof(GuestLinkInput)] = """{"note": "Aunt Mia"}""",
        [typeof(NextOccasionInput)] = """{"name": "Christmas next year"}""",
        [typeof(SubBudgetTransferInput)] = $$"""{"fromId": "{{SomeId}}", "toId": "{{SomeId}}", "amount": 10}""",
        [typeof(OwnerInput)] = """{"name": "Ada Lovelace", "email": "ada@example.org", "iban": "DE02120300000000202051"}""",
        [typeof(PropertyInput)] = $$"""{"name": "Flat 1", "ownerId": "{{SomeId}}", "shareWeight": 62.5, "from": "2026-07-01"}""",
        [typeof(PaymentTypeInput)] = """{"name": "Gardening"}""",
        [typeof(PeriodInput)] = """{"name": "Year 2026", "startDate": "2026-01-01", "endDate": "2026-12-31"}""",
        [typeof(PeriodPatchInput)] = """{"name": "The year 2026"}""",
        [typeof(OpeningAmountInput)] = """{"amount": -12.50}""",
        [typeof(CloseInput)] = """{"confirmUnallocated": true, "confirmMissingReadings": true}""",
        [typeof(ContributionInput)] = $$"""{"ownerId": "{{SomeId}}", "amount": 150.00, "date": "2026-02-01", "comment": "February"}""",
        [typeof(ExpenseInput)] = $$"""
            {"paymentType": "Repairs", "amount": 89.90, "date": "2026-03-05", "vendor": "Roofs Ltd", "paidByOwnerId": "{{SomeId}}", "budgetItemId": "{{SomeId}}"}
            """,
        [typeof(BudgetItemInput)] = """{"paymentType": "Repairs", "budgetedCost": 1200, "strategy": "PROPORTIONAL"}""",
        [typeof(ReadingInput)] = $$"""
            {"budgetItemId": "{{SomeId}}", "propertyId": "{{SomeId}}", "meterSerial": "W-4711", "startReading": 120.5, "endReading": 163.25}
            """,
        [typeof(ChargeInput)] = $$"""{"ownerId": "{{SomeId}}", "description": "Second key", "amount": 25, "date": "2026-04-01"}""",
        [typeof(SettlementInput)] = $$"""{"fromOwnerId": "{{SomeId}}", "toOwnerId": null, "amount": 40, "date": "2026-12-31"}""",
        [typeof(StatementsInput)] = $$"""{"ownerId": "{{SomeId}}"}""",
        [typeof(LinkPreviewInput)] = """{"url": "http://shop.example/headphones"}""",
        [typeof(MoveInput)] = """{"status": "Purchased"}""",
        [typeof(OrganizationInput)] = """{"name": "The Lovelaces", "currency": "EUR", "iban": "DE89 3704 0044 0532 0130 00"}""",
        [typeof(MemberInput)] = """{"role": "Viewer"}""",
        [typeof(TokenInput)] = """{"name": "Spreadsheet", "role": "Viewer"}""",
        [typeof(InvitationInput)] = """{"role": "Member", "note": "Max"}""",
    };

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        var nullable = type == context.JsonTypeInfo.Type ? default : JsonSchemaType.Null;
        if (type == typeof(decimal))
        {
            DescribeAmount(schema, IsInput(context.JsonPropertyInfo?.DeclaringType), nullable);
        }
        else if (type == typeof(int) || type == typeof(long))
        {
            (schema.Type, schema.Pattern) = (JsonSchemaType.Integer | nullable, null);
        }
        else if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String | nullable;
        }
        else if (Examples.TryGetValue(type, out var example))
        {
            schema.Examples = [JsonNode.Parse(example)!];
        }
        else if (schema.Properties is { } properties && !IsInput(type))
        {
            schema.Required = properties.Keys.Where(name => name != "errors").ToHashSet(StringComparer.Ordinal);
        }

        return Task.CompletedTask;
    }

    private static bool IsInput(Type? type) => type?.Name.EndsWith("Input", StringComparison.Ordinal) == true;

    private static void DescribeAmount(OpenApiSchema schema, bool isInput, JsonSchemaType nullable)
    {
        schema.Type = (isInput ? JsonSchemaType.Number | JsonSchemaType.String : JsonSchemaType.Number) | nullable;
        schema.Format = "decimal";
        schema.Pattern = isInput ? "^-?[0-9]+(\\.[0-9]+)?$" : null;
    }
}
