using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Core.Storage;

internal static class StorageRegistration
{
    /// <summary>What is the same on every engine.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton<Database>()
        .AddSingleton<OwnEntries>()
        .AddSingleton<ExternalChanges>()
        .AddSingleton<IdempotencyPurge>()
        .AddSingleton<DatabaseHealth>()
        .AddScoped<Idempotency>()
        .AddScoped(services => services.GetRequiredService<IDbContextFactory<BudgetingDbContext>>().CreateDbContext());
}
