using Budgeting.Core.Organizations;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Core.SharedCosts;

public static class SharedCostsRegistration
{
    public static IServiceCollection AddSharedCosts(this IServiceCollection services) => services
        .AddScoped<OwnersService>()
        .AddScoped<PropertiesService>()
        .AddScoped<PaymentTypesService>()
        .AddScoped<PeriodsService>()
        .AddScoped<ClosingService>()
        .AddSingleton<RemovedReceipts>()
        .AddScoped<IUndoHandler, SharedCostsUndoHandler>()
        .AddScoped<ContributionsService>()
        .AddScoped<ExpensesService>()
        .AddScoped<BudgetItemsService>()
        .AddScoped<ReadingsService>()
        .AddScoped<ChargesService>()
        .AddScoped<BalancesService>()
        .AddScoped<RecordImportService>()
        .AddScoped<JournalService>()
        .AddScoped<SettleUpService>()
        .AddScoped<StatementsService>();
}
