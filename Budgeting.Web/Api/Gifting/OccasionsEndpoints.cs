using System.Text.Json.Nodes;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Budgeting.Web.Api.Gifting;

/// <summary>A budget.</summary>
public sealed record BudgetInput
{
    /// <summary>0 to 1e12 in whole minor units of the organization's currency; for an occasion, <c>null</c> takes its budget away.</summary>
    public required decimal? Amount { get; init; }
}

internal static class OccasionsEndpoints
{
    private const string Occasions = ApiPath.Root + "/occasions";

    private static readonly ParameterSchema EntityType = new("entityType", new OpenApiSchema { Type = JsonSchemaType.String, Enum = [JsonValue.Create("person")] });

    public static void MapOccasions(this IEndpointRouteBuilder api)
    {
        api.MapRecords<OccasionsService, OccasionInput, OccasionDto>(new("occasion", "occasions")
        {
            ListSummary = "Occasions, in the order in which they were added",
            AddSummary = "Add an occasion",
            DeleteRemark = " that has no gifts",
        });
        var occasions = api.MapGroup("/occasions").WithTags("Occasions");
        occasions.MapPut("/{id:guid}/budget", SetBudgetAsync).WithName("setBudget").WithSummary("Set an occasion's budget, or take it away");
        occasions.MapGet("/{id:guid}/meter", MeterAsync).WithName("getMeter").WithSummary("What is purchased, planned and left of the budget");
        occasions.MapPost("/{id:guid}/next", StartNextAsync).WithName("startNextYear").WithSummary("Begin next year's, with what was set aside and without gifts");
        occasions.MapPost("/{id:guid}/sub-budgets/transfers", TransferAsync).WithTags("Sub-budgets").WithName("transferSubBudget")
            .WithSummary("Set an unused amount aside for another recipient instead");
        MapSubBudgets(occasions.MapGroup("/{id:guid}/sub-budgets/{entityType}/{entityId:guid}").WithTags("Sub-budgets").WithMetadata(EntityType));
    }

    private static void MapSubBudgets(RouteGroupBuilder budgets)
    {
        budgets.MapGet("", GetSubBudgetAsync).WithName("getSubBudget").WithSummary("What is set aside for a recipient, or by oneself as a giver");
        budgets.MapPut("", SetSubBudgetAsync).WithName("setSubBudget").WithSummary("Set an amount aside for a recipient, or as a giver for oneself to spend");
        budgets.MapDelete("", DeleteSubBudgetAsync).WithName("deleteSubBudget").WithSummary("Set nothing aside any more");
    }

    private static Task<RecordResult<OccasionDto>> SetBudgetAsync(
        Guid id, IfMatch match, Body<BudgetInput> body, OccasionsService occasions, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(occasions.SetBudgetAsync(id, body.Value.Amount, match.Version, cancellationToken));

    private static Task<CreatedResult<OccasionDto>> StartNextAsync(
        Guid id, IdempotentBody<NextOccasionInput> body, OccasionsService occasions, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(occasions.StartNextAsync(id, body.Value, cancellationToken), Occasions);

    private static Task<RecordResult<SubBudgetDto>> TransferAsync(
        Guid id, IdempotentBody<SubBudgetTransferInput> body, SubBudgetsService budgets, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(budgets.TransferAsync(id, body.Value, cancellationToken));

    private static async Task<OccasionMeterResponse> MeterAsync(Guid id, OccasionsService occasions, CancellationToken cancellationToken) =>
        new(await occasions.FiguresAsync(id, cancellationToken));

    private static Task<RecordResult<SubBudgetDto>> GetSubBudgetAsync(
        Guid id, string entityType, Guid entityId, SubBudgetsService budgets, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(budgets.GetAsync(id, TypeOf(entityType), entityId, cancellationToken));

    private static Task<RecordResult<SubBudgetDto>> SetSubBudgetAsync(
        Guid id, string entityType, Guid entityId, IfMatch match, Body<BudgetInput> body, SubBudgetsService budgets, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(budgets.SetAsync(id, TypeOf(entityType), entityId, body.Value.Amount, match.Version, cancellationToken));

    private static Task<NoContent> DeleteSubBudgetAsync(
        Guid id, string entityType, Guid entityId, IfMatch match, SubBudgetsService budgets, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(budgets.DeleteAsync(id, TypeOf(entityType), entityId, match.Version, cancellationToken));

    // A name, never a number; what isn't one is an address at which nothing is.
    private static BudgetedEntity TypeOf(string name) =>
        Enum.GetValues<BudgetedEntity>().Where(t => string.Equals(t.ToString(), name, StringComparison.OrdinalIgnoreCase)).ToList() is [var type]
            ? type
            : throw new NotFoundException("sub-budget");
}
