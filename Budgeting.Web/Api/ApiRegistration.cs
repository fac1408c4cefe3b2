using Budgeting.Core.Kernel;
using Budgeting.Web.Api.Http;
using Budgeting.Web.Modules;

namespace Budgeting.Web.Api;

/// <summary>The REST API: <c>/api/v1</c>, its description, and the server's health.</summary>
public static class ApiRegistration
{
    private const int MaxBodyBytes = 1024 * 1024;

    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.ConfigureHttpJsonOptions(options => JsonFormat.Configure(options.SerializerOptions));
        services.AddExceptionHandler<ErrorMapping>();
        services.Configure<ApiRateLimitOptions>(configuration.GetSection("RateLimits:Api"));
        services.AddRateLimiter(limits => limits.AddPolicy<string, ApiRateLimit>(ApiRateLimit.Policy));
        services.AddSingleton(new SchemaExamples(WebModule.All.SelectMany(m => m.Examples).ToDictionary()));
        return services.AddApiDescription();
    }

    /// <summary>Answers every refusal under <c>/api</c> as a problem. Goes before whatever may refuse.</summary>
    public static void UseApi(this WebApplication app)
    {
        app.UseWhen(ApiPath.IsApi, api =>
        {
            api.UseExceptionHandler(_ => { });
            api.UseStatusCodePages(context => ErrorMapping.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        });
        app.UseApiPage();
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(ApiPath.Root);
        CachedEndpoints.Keep(app);
        api.RequireAuthorization().RequireRateLimiting(ApiRateLimit.Policy).WithMetadata(new BodyLimit(MaxBodyBytes));
        api.AddEndpointFilter<SameOriginFilter>();
        api.AddEndpointFilter(KeepOutOfCaches);
        foreach (var module in WebModule.All)
        {
            module.MapApi(api);
        }

        app.MapOpenApi().AllowAnonymous().RequireRateLimiting(ApiRateLimit.Policy);
        app.MapHealth();
    }

    // A browser may keep an answer, and asks with its ETag each time whether it still holds.
    private static ValueTask<object?> KeepOutOfCaches(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "private, no-cache";
        return next(context);
    }
}
