using Budgeting.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Budgeting.Core.Organizations;

public static class OrganizationsRegistration
{
    /// <summary>Who belongs to which organization, who acts, and the units of work that every other service begins with.</summary>
    public static IServiceCollection AddOrganizations(this IServiceCollection services)
    {
        services.TryAddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRules.HashIterations);
        return services
            .AddSingleton<OrganizationDirectory>()
            .AddSingleton<Accounts>()
            .AddSingleton<SetupService>()
            .AddSingleton<SessionsService>()
            .AddSingleton<VerificationService>()
            .AddSingleton<AuditExportService>()
            .AddSingleton<SharedReads>()
            .AddSingleton<TokenUses>()
            .AddScoped<CurrentMember>()
            .AddScoped<UnitOfWorkFactory>()
            .AddScoped(s => new UndoService(s.GetRequiredService<UnitOfWorkFactory>(), s.GetRequiredService<CurrentMember>(), s.GetServices<IUndoHandler>()))
            .AddScoped<OrganizationsService>()
            .AddScoped<AuditService>()
            .AddScoped<InvitationsService>()
            .AddScoped<TokensService>();
    }
}
