namespace Budgeting.Web.Api.SharedCosts;

/// <summary>Shared costs: owners and their properties, periods, what is recorded in them, and what follows from it.</summary>
internal static class SharedCostsEndpoints
{
    public static void MapSharedCosts(this IEndpointRouteBuilder api)
    {
        api.MapOwners();
        api.MapPaymentTypes();
        api.MapPeriods();
        api.MapPeriodRecords();
        api.MapReceipts();
        api.MapBalances();
        api.MapRecordImports();
        api.MapJournal();
        api.MapSettleUp();
        api.MapStatements();
    }
}
