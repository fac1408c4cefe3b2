using Radzen;

namespace Budgeting.Web.Components;

public static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.Configure<Features>(configuration.GetSection(nameof(Features)));
        services.AddRadzenComponents();
        services.AddMemoryCache().AddSingleton<Handover>();
        services.AddScoped<Ui.Actions>();
        return services;
    }

    public static void MapPages(this WebApplication app) =>
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
}
