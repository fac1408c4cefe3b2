using System.Globalization;

namespace Budgeting.Web.Components;

/// <summary>Numbers and dates are written as the browser's languages ask; texts are English.</summary>
internal static class ViewerCulture
{
    public static IServiceCollection AddViewerCulture(this IServiceCollection services) => services.AddRequestLocalization(options =>
    {
        options.SupportedCultures = CultureInfo.GetCultures(CultureTypes.AllCultures).Where(c => c.Name.Length > 0).ToList();
        options.SupportedUICultures = [CultureInfo.GetCultureInfo("en-US")];
        options.DefaultRequestCulture = new("en-US");
        options.RequestCultureProviders = [new Microsoft.AspNetCore.Localization.AcceptLanguageHeaderRequestCultureProvider()];
    });
}
