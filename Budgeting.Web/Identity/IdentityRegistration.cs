using Budgeting.Core.Kernel.Organizations;
using Budgeting.Core.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Budgeting.Web.Identity;

public static class IdentityRegistration
{
    private const string Either = "Cookie or token";

    public static IServiceCollection AddWebIdentity(this IServiceCollection services, DataFolder folder)
    {
        services.AddDataProtection().SetApplicationName("Budgeting").PersistKeysToFileSystem(new DirectoryInfo(folder.KeyFolder));
        services.AddIdentityCore<User>(ConfigureIdentity).AddEntityFrameworkStores<BudgetingDbContext>().AddSignInManager();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, displayName: null, o => o.ForwardDefaultSelector = SchemeOf)
            .AddScheme<TokenAuthenticationOptions, TokenAuthenticationHandler>(TokenAuthenticationHandler.Scheme, configureOptions: null)
            .AddCookie(IdentityConstants.ApplicationScheme, ConfigureCookie);
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<CircuitHandler, CircuitMember>());
        return services;
    }

    public static void UseWebIdentity(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<CurrentMemberMiddleware>();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapWebIdentity(this WebApplication app)
    {
    }

    private static string SchemeOf(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0 ? TokenAuthenticationHandler.Scheme : IdentityConstants.ApplicationScheme;

    private static void ConfigureIdentity(IdentityOptions options)
    {
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/not-allowed";
        options.Cookie.Name = "budgeting";
        options.ExpireTimeSpan = TimeSpan.FromDays(30);
        options.SlidingExpiration = true;
    }
}
