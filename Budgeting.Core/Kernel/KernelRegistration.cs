using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Kernel.Organizations;
using Budgeting.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Budgeting.Core.Kernel;

public static class KernelRegistration
{
    public static IServiceCollection AddKernel(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRules.HashIterations);
        return services
            .AddSingleton<ChangeFeed>()
            .AddSingleton<SharedLoads>()
            .AddSingleton<OrganizationDirectory>()
            .AddSingleton<Accounts>()
            .AddSingleton<SetupService>()
            .AddSingleton<SessionsService>()
            .AddSingleton<TokenUses>()
            .AddScoped<CurrentMember>()
            .AddScoped(s => new UndoService(s.GetRequiredService<UnitOfWorkFactory>(), s.GetRequiredService<CurrentMember>(), s.GetServices<IUndoer>()))
            .AddScoped<OrganizationsService>()
            .AddScoped<InvitationsService>()
            .AddScoped<TokensService>();
    }
}
