using Budgeting.Web.Api;
using MudBlazor.Services;
using Radzen;

namespace Budgeting.Web.Components;

public static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.Configure<Features>(configuration.GetSection(nameof(Features)));
        services.AddViewerCulture();
        services.AddMudServices();
        services.AddRadzenComponents();
        services.AddMemoryCache().AddSingleton<Handover>();
        services.AddScoped<Ui.Actions>().AddScoped<Ui.Undo.Undos>().AddScoped<Ui.BrowserScript>().AddScoped<Ui.FileSender>().AddScoped<Keyboard.PaletteEntries>().AddScoped<Gifting.GiftRestores>();
        return services;
    }

    public static void UsePages(this WebApplication app) => app.UseRequestLocalization();

    public static void MapPages(this WebApplication app)
    {
        app.MapStatementFiles();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
            // What may frame a page is said with all other headers.
            options.ContentSecurityFrameAncestorsPolicy = null);
    }

    // The file beside the page, for whoever sends its address: signing in first, then there.
    private static void MapStatementFiles(this WebApplication app) =>
        app.MapGet("/costs/statements/{id:guid}.pdf", (Guid id) => TypedResults.LocalRedirect(StatementsEndpoints.PdfAddress(id))).RequireAuthorization();
}
