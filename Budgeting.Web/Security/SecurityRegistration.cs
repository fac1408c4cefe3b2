namespace Budgeting.Web.Security;

public static class SecurityRegistration
{
    public static IServiceCollection AddWebSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAntiforgery();
        return services;
    }

    public static void UseWebSecurity(this WebApplication app)
    {
    }
}
