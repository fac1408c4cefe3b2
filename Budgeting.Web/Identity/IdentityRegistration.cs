using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Budgeting.Web.Identity;

public static class IdentityRegistration
{
    private const string Either = "Cookie or token";

    public static IServiceCollection AddWebIdentity(this IServiceCollection services)
    {
        services.AddIdentityCore<User>(ConfigureIdentity).AddEntityFrameworkStores<BudgetingDbContext>();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, displayName: null, o => o.ForwardDefaultSelector = SchemeOf)
            .AddScheme<TokenAuthenticationOptions, TokenAuthenticationHandler>(TokenAuthenticationHandler.Scheme, configureOptions: null)
            .AddCookie(IdentityConstants.ApplicationScheme, ConfigureCookie);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddScoped<SignInService>().AddSingleton<BrowserSessions>().AddSingleton<AttemptLimiter>().AddSingleton<KnownBrowsers>();
        services.AddCascadingAuthenticationState();

        // Who signed in is worth a line where otherwise only warnings are.
        services.AddLogging(logging => logging.AddFilter(typeof(BrowserSessions).FullName, LogLevel.Information));
        services.TryAddEnumerable(ServiceDescriptor.Scoped<CircuitHandler, CircuitMember>());
        return services;
    }

    public static void UseWebIdentity(this WebApplication app)
    {
        app.UseMiddleware<FirstRun>();
        app.UseAuthentication();
        app.UseMiddleware<CurrentMemberMiddleware>();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapWebIdentity(this WebApplication app) => app.MapPost("/sign-out", SignOutAsync).AllowAnonymous();

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, BrowserSessions sessions)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        await sessions.EndAsync(context);
        return Results.LocalRedirect("/sign-in");
    }

    // Tokens are for programs: pages and circuits know cookies only.
    private static string SchemeOf(HttpContext context) => ApiPath.IsApi(context) && context.Request.Headers.Authorization.Count > 0
        ? TokenAuthenticationHandler.Scheme
        : IdentityConstants.ApplicationScheme;

    private static void ConfigureIdentity(IdentityOptions options)
    {
        // The rules for passwords are Core's: length, and none of the common ones.
        options.Password = new PasswordOptions
        {
            RequiredLength = PasswordRules.MinLength,
            RequireDigit = false,
            RequireLowercase = false,
            RequireNonAlphanumeric = false,
            RequireUppercase = false,
        };
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/not-allowed";
        options.ReturnUrlParameter = "returnUrl";
        options.Cookie.Name = "budgeting";
        options.Cookie.Path = "/";
        options.CookieManager = new PrefixedCookies();
        options.Events.OnValidatePrincipal = BrowserSessions.ValidateAsync;
        options.Events.OnRedirectToLogin = context => AnswerOrRedirect(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => AnswerOrRedirect(context, StatusCodes.Status403Forbidden);
        options.ExpireTimeSpan = TimeSpan.FromDays(30);
        options.SlidingExpiration = true;
    }

    // A program has no use for the sign-in page.
    private static Task AnswerOrRedirect(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (SecurityRegistration.IsForPeople(context.HttpContext))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }
}
