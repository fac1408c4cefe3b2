using Budgeting.Core.Gifting;
using Budgeting.Web.Api.Http;

namespace Budgeting.Web.Api.Gifting;

/// <summary>What can be sent, for the API's description.</summary>
internal static class GiftingExamples
{
    public static IReadOnlyDictionary<Type, string> All { get; } = new Dictionary<Type, string>
    {
        [typeof(PersonInput)] = """{"name": "Grandma", "birthday": "1948-03-09", "notes": "Likes crime novels"}""",
        [typeof(OccasionInput)] = """{"name": "Christmas", "date": "2026-12-24", "kind": "Christmas", "budgetTotal": 500.00}""",
        [typeof(BudgetInput)] = """{"amount": 120.50}""",
        [typeof(GiftInput)] = """{"name": "Headphones", "price": 89.90, "discountPrice": "74.95", "quantity": 1, "status": "Selected"}""",
        [typeof(GiftCheckInput)] = """{"price": 89.90, "discountPrice": null, "quantity": 1}""",
        [typeof(TransferInput)] = $$"""{"occasionId": "{{SchemaExamples.SomeId}}"}""",
        [typeof(RestoreInput)] = """{"version": 1}""",
        [typeof(WishInput)] = """{"name": "Skates", "url": "https://example.org/skates", "notes": "Size 42"}""",
        [typeof(GuestLinkInput)] = """{"note": "Aunt Mia"}""",
        [typeof(NextOccasionInput)] = """{"name": "Christmas next year"}""",
        [typeof(SubBudgetTransferInput)] = $$"""{"fromId": "{{SchemaExamples.SomeId}}", "toId": "{{SchemaExamples.SomeId}}", "amount": 10}""",
        [typeof(LinkPreviewInput)] = """{"url": "http://shop.example/headphones"}""",
        [typeof(MoveInput)] = """{"status": "Purchased"}""",
    };
}
