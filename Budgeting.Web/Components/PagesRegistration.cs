using Budgeting.Web.Components.Keyboard;
using Budgeting.Web.Components.Layout;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Modules;
using MudBlazor.Services;

namespace Budgeting.Web.Components;

public static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.Configure<Features>(configuration.GetSection(nameof(Features)));
        services.AddViewerCulture();
        services.AddMudServices();
        services.AddMemoryCache().AddSingleton<PrerenderCache>();
        services.AddScoped<Dialogs>().AddScoped<Actions>().AddScoped<UndoableActions>().AddScoped<BrowserScript>().AddScoped<FileSender>();
        services.AddSingleton(new SiteMap([.. WebModule.All.SelectMany(m => m.Navigation)]));
        services.AddSingleton(new HomeSections([.. WebModule.All.SelectMany(m => m.HomeSections)]));
        services.AddSingleton(new AuditedKinds([.. WebModule.All.SelectMany(m => m.AuditedKinds)]));
        services.AddSingleton(new Shortcuts(WebModule.All.SelectMany(m => m.Shortcuts)));
        services.AddScoped<PaletteEntries>().AddScoped<IPaletteSource, PagePaletteSource>();
        foreach (var module in WebModule.All)
        {
            module.AddPages(services);
        }

        return services;
    }

    public static void UsePages(this WebApplication app) => app.UseRequestLocalization();

    public static void MapPages(this WebApplication app)
    {
        foreach (var module in WebModule.All)
        {
            module.MapPages(app);
        }

        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
            // What may frame a page is said with all other headers.
            options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
