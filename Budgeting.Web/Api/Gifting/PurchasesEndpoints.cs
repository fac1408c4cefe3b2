using System.Text.Json.Serialization;
using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;

namespace Budgeting.Web.Api.Gifting;

/// <summary>What one gives in an occasion, against what one means to spend there.</summary>
public sealed record GiverMeterResponse : MeterResponse
{
    public GiverMeterResponse(GiverOccasion occasion)
        : base(occasion.Meter, hiddenSurprises: false) => OccasionId = occasion.Occasion.Id;

    public Guid OccasionId { get; init; }
}

/// <summary>What one buys and gives, alone and with others, in occasions that aren't archived.</summary>
/// <param name="Currency">ISO 4217, of every amount.</param>
public sealed record PurchasesResponse(
    [property: JsonPropertyOrder(1)] string Currency, IReadOnlyList<GiverMeterResponse> Occasions, IReadOnlyList<Purchase> Items);

internal static class PurchasesEndpoints
{
    public static void MapPurchases(this IEndpointRouteBuilder api) =>
        api.MapGet("/purchases", MineAsync).WithTags("Purchases").WithName("listPurchases")
            .WithSummary("What one buys and gives, with one's own share of each gift");

    private static async Task<PurchasesResponse> MineAsync(PurchasesService purchases, CurrentMember current, CancellationToken cancellationToken)
    {
        var mine = await purchases.MineAsync(cancellationToken);
        var currency = await current.CurrencyAsync(cancellationToken);
        return new PurchasesResponse(currency.Code, mine.Occasions.Select(o => new GiverMeterResponse(o)).ToList(), mine.Items);
    }
}
