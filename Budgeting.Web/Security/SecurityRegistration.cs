using System.Net;
using Budgeting.Core.Kernel.Errors;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Budgeting.Web.Security;

public static class SecurityRegistration
{
    /// <param name="configuration">
    /// <c>KnownProxies</c> lists the addresses of reverse proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> count;
    /// nobody's do by default. <c>AllowedHosts</c> has the names that count besides those of a local network.
    /// </param>
    /// <param name="urls">The addresses that are listened on.</param>
    public static IServiceCollection AddWebSecurity(this IServiceCollection services, IConfiguration configuration, IEnumerable<string> urls)
    {
        services.AddSingleton(_ => new AllowedHosts(configuration[AllowedHosts.Setting], urls));

        // The framework's own gate knows no addresses and no local names.
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = ["*"]);
        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.Configure<ForwardedHeadersOptions>(options => ConfigureProxies(options, configuration));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "budgeting-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }

    /// <param name="app">What it goes before.</param>
    /// <param name="refuseHost">Answers a program that asked by a name that isn't this server's.</param>
    /// <exception cref="InvalidException">One of <c>KnownProxies</c> isn't an address, or one of <c>AllowedHosts</c> no name.</exception>
    public static void UseWebSecurity(this WebApplication app, Func<HttpContext, string, Task> refuseHost)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.UseMiddleware<AllowedHostsMiddleware>(app.Services.GetRequiredService<AllowedHosts>(), refuseHost);
        app.UseHsts();
        app.UseWhen(IsForPeople, pages =>
        {
            pages.UseExceptionHandler("/error", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
            pages.Use(ShowErrorPageAsync);
            pages.UseMiddleware<UnavailableMiddleware>();
        });
        app.UseMiddleware<CircuitMiddleware>();
        app.UseWhen(context => !ApiPath.IsApi(context), pages => pages.UseMiddleware<FormReadingMiddleware>());
    }

    // A form that is refused, or fails, is answered with a page, which must not take the form for its own.
    private static async Task ShowErrorPageAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        await next(context);

        // A page refuses a form without its token with no word, but says that there are some.
        if (!context.Response.HasStarted && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            context.Response.ContentType = null;
        }
    }

    // Programs get their errors as problem+json, and the browser's script reads the status alone.
    internal static bool IsForPeople(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) &&
        !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);

    private static void ConfigureProxies(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in configuration.GetSection("KnownProxies").Get<string[]>() ?? [])
        {
            options.KnownProxies.Add(AddressOf(proxy));
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        }
    }

    private static IPAddress AddressOf(string proxy) => IPAddress.TryParse(proxy, out var address)
        ? address
        : throw new InvalidException("knownProxies", $"“{proxy}” among KnownProxies isn't an address: write one such as 127.0.0.1.");
}
