using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.SharedCosts;

internal static class ChargesEndpoints
{
    private const string Charges = ApiPath.Root + "/charges";

    public static void MapCharges(this IEndpointRouteBuilder api)
    {
        var period = api.MapGroup("/periods/{id:guid}/charges").WithTags("Charges");
        period.MapGet("", ListAsync).WithName("listCharges").WithSummary("What owners are charged for alone in a period, by date");
        period.MapPost("", AddAsync).WithName("addCharge").WithSummary("Charge an owner for something");
        var one = api.MapGroup("/charges/{id:guid}").WithTags("Charges");
        one.MapGet("", GetAsync).WithName("getCharge").WithSummary("One charge");
        one.MapPatch("", UpdateAsync).WithName("updateCharge").WithSummary("Change some fields of a charge");
        one.MapDelete("", DeleteAsync).WithName("deleteCharge").WithSummary("Delete a charge");
        one.MapGet("/history", HistoryAsync).WithName("getChargeHistory").WithSummary("What was done to a charge, the latest first");
    }

    private static Task<Page<ChargeDto>> ListAsync(Guid id, [AsParameters] PageQuery page, ChargesService charges, CancellationToken cancellationToken) =>
        charges.ListAsync(id, page.ToRequest(), cancellationToken);

    private static Task<CreatedResult<ChargeDto>> AddAsync(
        Guid id, IdempotentBody<ChargeInput> body, ChargesService charges, CancellationToken cancellationToken) =>
        ApiResults.CreatedAsync(charges.AddAsync(id, body.Value, cancellationToken), Charges);

    private static Task<RecordResult<ChargeDto>> GetAsync(Guid id, ChargesService charges, CancellationToken cancellationToken) =>
        ApiResults.RecordAsync(charges.GetAsync(id, cancellationToken));

    private static Task<RecordResult<ChargeDto>> UpdateAsync(
        Guid id, IfMatch match, MergePatch<ChargeInput> patch, ChargesService charges, CancellationToken cancellationToken) =>
        patch.ApplyAsync(
            match,
            () => charges.GetAsync(id, cancellationToken),
            (input, version) => charges.UpdateAsync(id, input, version, cancellationToken));

    private static Task<NoContent> DeleteAsync(Guid id, IfMatch match, ChargesService charges, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(charges.DeleteAsync(id, match.Version, cancellationToken));

    private static Task<Page<HistoryEntry>> HistoryAsync(Guid id, ChargesService charges, CancellationToken cancellationToken) =>
        ApiResults.AllAsync(charges.HistoryAsync(id, cancellationToken));
}
