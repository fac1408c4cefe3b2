using Budgeting.Core.Kernel;

namespace Budgeting.Web.Api;

/// <summary>The REST API: <c>/api/v1</c>, its description, and the server's health.</summary>
public static class ApiRegistration
{
    internal const string Root = "/api/v1";

    private const int MaxBodyBytes = 1024 * 1024;

    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.ConfigureHttpJsonOptions(options => JsonFormat.Configure(options.SerializerOptions));
        services.AddExceptionHandler<ErrorMapping>();
        services.Configure<ApiRateLimitOptions>(configuration.GetSection("RateLimits:Api"));
        services.AddRateLimiter(limits => limits.AddPolicy<string, ApiRateLimit>(ApiRateLimit.Policy));
        return services.AddApiDescription();
    }

    /// <summary>Answers every refusal under <c>/api</c> as a problem. Goes before whatever may refuse.</summary>
    public static void UseApi(this WebApplication app)
    {
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler(_ => { });
            api.UseStatusCodePages(context => ErrorMapping.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        });
        app.UseApiPage();
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Root);
        MadeOnce.Keep(app);
        api.RequireAuthorization().RequireRateLimiting(ApiRateLimit.Policy).WithMetadata(new BodyLimit(MaxBodyBytes));
        api.AddEndpointFilter<OwnPagesOnly>();
        api.AddEndpointFilter(KeepOutOfCaches);
        api.MapPeople();
        api.MapOccasions();
        api.MapGifts();
        api.MapGiftImport();
        api.MapGiftPictures();
        api.MapLinkPreviews();
        api.MapWishes();
        api.MapPurchases();
        api.MapGuestLinks();
        api.MapSharedCosts();
        api.MapOrganization();
        app.MapOpenApi().AllowAnonymous().RequireRateLimiting(ApiRateLimit.Policy);
        app.MapHealth();
    }

    // A browser may keep an answer, and asks with its ETag each time whether it still holds.
    private static ValueTask<object?> KeepOutOfCaches(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "private, no-cache";
        return next(context);
    }

    internal static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
