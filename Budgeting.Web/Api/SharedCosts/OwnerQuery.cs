using System.ComponentModel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace Budgeting.Web.Api.SharedCosts;

/// <summary>Whose contributions. The id is a text here, so that one that isn't an id is told like any other wrong field.</summary>
internal sealed record ContributorQuery(
    [property: FromQuery(Name = "owner_id"), Description("The owner whose contributions; left out: everybody's.")] string? OwnerId)
{
    public static readonly ParameterSchema Schema = IdSchema("owner_id");

    /// <exception cref="InvalidException">It isn't an id.</exception>
    public Guid? ToOwnerId() => QueryText.Read(check => check.Id(OwnerId, "owner_id"));

    internal static ParameterSchema IdSchema(string name) => new(name, new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" });
}

/// <summary>Whose expenses.</summary>
internal sealed record PaidByQuery(
    [property: FromQuery(Name = "paid_by"), Description("The owner who paid from their pocket, or “fund”; left out: everybody, and the fund.")] string? PaidBy)
{
    public static readonly ParameterSchema Schema = ContributorQuery.IdSchema("paid_by");

    /// <exception cref="InvalidException">It isn't an id.</exception>
    public Payer? ToPayer() =>
        string.Equals(PaidBy, "fund", StringComparison.OrdinalIgnoreCase) ? Payer.Fund
        : QueryText.Read(check => check.Id(PaidBy, "paid_by")) is { } owner ? new Payer(owner)
        : null;
}
