using Budgeting.Core.Gifting;
using Budgeting.Web.Api.Http;

namespace Budgeting.Web.Api.Gifting;

/// <summary>What was spent on a person.</summary>
/// <param name="Currency">ISO 4217, of every amount.</param>
/// <param name="HiddenSurprises">Whether gifts that the caller isn't to know of are left out.</param>
/// <param name="Years">The latest first.</param>
public sealed record SpendingResponse(string Currency, bool HiddenSurprises, IReadOnlyList<PersonYear> Years);

internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        api.MapRecords<PeopleService, PersonInput, PersonDto>(new("person", "people")
        {
            ListSummary = "The people gifts are for, in the order in which they were added",
            AddSummary = "Add a person",
            DeleteRemark = " who has no gifts and sub-budgets",
        });
        api.MapGet("/people/{id:guid}/spending", SpendingAsync).WithTags("People")
            .WithName("getSpending").WithSummary("What was spent on a person, by year and occasion");
    }

    private static async Task<SpendingResponse> SpendingAsync(Guid id, PeopleService people, CancellationToken cancellationToken)
    {
        var page = await people.PageAsync(id, cancellationToken);
        return new SpendingResponse(page.Currency.Code, page.HiddenSurprises, page.Years);
    }
}
