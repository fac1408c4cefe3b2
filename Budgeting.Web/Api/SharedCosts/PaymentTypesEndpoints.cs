using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Api.SharedCosts;

/// <summary>A kind of expenses; its name is its address.</summary>
public sealed record PaymentTypeResponse(string Name);

/// <summary>What can be written of a payment type.</summary>
public sealed record PaymentTypeInput
{
    /// <summary>1–60 characters, of no other one, whatever their case.</summary>
    public string? Name { get; set; }
}

internal static class PaymentTypesEndpoints
{
    public static void MapPaymentTypes(this IEndpointRouteBuilder api)
    {
        var types = api.MapGroup("/payment-types").WithTags("Payment types");
        types.MapGet("", ListAsync).WithName("listPaymentTypes").WithSummary("The kinds of expenses to choose from, by name");
        types.MapPost("", AddAsync).WithName("addPaymentType").WithSummary("Add a payment type to the list");
        types.MapGet("/{name}", GetAsync).WithName("getPaymentType").WithSummary("One payment type");
        types.MapPatch("/{name}", RenameAsync).WithName("renamePaymentType").WithSummary("Rename a payment type; what was recorded keeps the old name");
        types.MapDelete("/{name}", DeleteAsync).WithName("deletePaymentType").WithSummary("Take a payment type off the list");
    }

    private static async Task<Page<PaymentTypeResponse>> ListAsync(PaymentTypesService types, CancellationToken cancellationToken) =>
        new((await types.ListAsync(cancellationToken)).Select(name => new PaymentTypeResponse(name)).ToList(), NextCursor: null);

    private static async Task<Created<PaymentTypeResponse>> AddAsync(
        IdempotentBody<PaymentTypeInput> body, HttpContext context, PaymentTypesService types, CancellationToken cancellationToken)
    {
        var (type, isReplay) = await IdempotencyKey.AnswerAsync(types.AddAsync(body.Value.Name, cancellationToken));
        ApiResults.SetReplayed(context, isReplay);
        var address = $"{context.Request.PathBase}{ApiPath.Root}/payment-types/{Uri.EscapeDataString(type.Name)}";
        return TypedResults.Created(address, new PaymentTypeResponse(type.Name));
    }

    private static async Task<PaymentTypeResponse> GetAsync(string name, PaymentTypesService types, CancellationToken cancellationToken)
    {
        var known = await types.ListAsync(cancellationToken);
        return known.FirstOrDefault(k => string.Equals(k, NameOf(name), StringComparison.OrdinalIgnoreCase)) is { } found
            ? new PaymentTypeResponse(found)
            : throw new NotFoundException("payment type");
    }

    private static async Task<PaymentTypeResponse> RenameAsync(
        string name, Body<PaymentTypeInput> body, PaymentTypesService types, CancellationToken cancellationToken) =>
        new((await types.UpdateAsync(NameOf(name), body.Value.Name, cancellationToken)).Name);

    private static Task<NoContent> DeleteAsync(string name, PaymentTypesService types, CancellationToken cancellationToken) =>
        ApiResults.DeletedAsync(types.DeleteAsync(NameOf(name), cancellationToken));

    // An escaped slash is the one thing that the server leaves escaped in an address.
    private static string NameOf(string segment) => segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
