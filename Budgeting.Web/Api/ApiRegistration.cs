using Budgeting.Core.Kernel;

namespace Budgeting.Web.Api;

public static class ApiRegistration
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => JsonFormat.Configure(options.SerializerOptions));
        return services;
    }

    public static void MapApi(this WebApplication app)
    {
    }
}
