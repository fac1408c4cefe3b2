using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.Gifting;

/// <summary>What was spent on a person.</summary>
/// <param name="Currency">ISO 4217, of every amount.</param>
/// <param name="HiddenSurprises">Whether gifts that the caller isn't to know of are left out.</param>
/// <param name="Years">The latest first.</param>
public sealed record SpendingResponse(string Currency, bool HiddenSurprises, IReadOnlyList<PersonYear> Years);

internal static class PeopleEndpoints
{
    private const string People = ApiPath.Root + "/people";

    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("People");
        people.MapGet("", ListAsync).WithName("listPeople").WithSummary("The people gifts are for, in the order in which they were added");
        people.MapPost("", AddAsync).WithName("addPerson").WithSummary("Add a person");
        people.MapGet("/{id:guid}", GetAsync).WithName("getPerson").WithSummary("One person");
        people.MapGet("/{id:guid}/spending", SpendingAsync).WithName("getSpending").WithSummary("What was spent on a person, by year and occasion");
        people.MapPatch("/{id:guid}", UpdateAsync).WithName("updatePerson").WithSummary("Change some fields of a person");
        people.MapDelete("/{id:guid}", DeleteAsync).WithName("deletePerson").WithSummary("Delete a person who has no gifts and sub-budgets");
    }

    private static Task<Page<PersonDto>> ListAsync([AsParameters] PageQuery page, PeopleService people, CancellationToken cancellationToken) =>
        people.ListAsync(page.ToRequest(), cancellationToken);

    private static Task<CreatedResult<PersonDto>> AddAsync(IdempotentBody<PersonInput> body, PeopleService people, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(people.AddAsync(body.Value, cancellationToken), People);

    private static Task<RecordResult<PersonDto>> GetAsync(Guid id, PeopleService people, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(people.GetAsync(id, cancellationToken));

    private static async Task<SpendingResponse> SpendingAsync(Guid id, PeopleService people, CancellationToken cancellationToken)
    {
        var page = await people.PageAsync(id, cancellationToken);
        return new SpendingResponse(page.Currency.Code, page.HiddenSurprises, page.Years);
    }

    private static Task<RecordResult<PersonDto>> UpdateAsync(
        Guid id, IfMatch match, MergePatch<PersonInput> patch, PeopleService people, CancellationToken cancellationToken) =>
        patch.ApplyAsync(
            match,
            () => people.GetAsync(id, cancellationToken),
            (input, version) => people.UpdateAsync(id, input, version, cancellationToken));

    private static Task<NoContent> DeleteAsync(Guid id, IfMatch match, PeopleService people, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(people.DeleteAsync(id, match.Version, cancellationToken));
}
